// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/resources.h"

#include "core/base/identifiers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

// Longest prefix first: a zone's key begins like an account's.
struct PrefixRow
{
    QLatin1StringView prefix;
    Scope kind;
};
constexpr std::array<PrefixRow, 4> kPrefixes{{
    {"com.cloudflare.api.account.zone."_L1, Scope::Zone},
    {"com.cloudflare.api.account."_L1, Scope::Account},
    {"com.cloudflare.api.user."_L1, Scope::User},
    {"com.cloudflare.edge.r2.bucket."_L1, Scope::Bucket},
}};

bool isIdOrStar(QStringView text)
{
    return text == u'*' || base::isCloudflareId(text);
}

ApiError unknownResource(const QString &key)
{
    return invalid(u"\"%1\" is not a known resource"_s.arg(key.left(120)), u"/policies"_s);
}

Checked<ResourceRef> bucket(const QString &key, const QString &rest)
{
    if (rest == u'*')
        return tl::unexpected(refusal(Refusal::Unauthorized));
    const QStringList parts = rest.split(u'_');
    const bool known = parts.size() >= 3 && base::isCloudflareId(parts[0])
                       && (parts[1] == "default"_L1 || parts[1] == "eu"_L1) && !parts[2].isEmpty();
    if (!known)
        return tl::unexpected(unknownResource(key));
    return ResourceRef{.kind = Scope::Bucket, .account = parts[0], .item = rest};
}

Checked<ResourceRef> plain(const QString &key)
{
    for (const PrefixRow &row : kPrefixes) {
        if (!key.startsWith(row.prefix))
            continue;
        const QString rest = key.mid(row.prefix.size());
        if (row.kind == Scope::Bucket)
            return bucket(key, rest);
        if (!isIdOrStar(rest) || (row.kind == Scope::User && rest == u'*'))
            break;
        switch (row.kind) {
        case Scope::User:
            return ResourceRef{.kind = Scope::User, .account = {}, .item = rest};
        case Scope::Account:
            return ResourceRef{.kind = Scope::Account, .account = rest, .item = {}};
        case Scope::Zone:
            return ResourceRef{.kind = Scope::Zone, .account = rest == u'*' ? rest : QString(), .item = rest};
        case Scope::Bucket:
            break;
        }
    }
    return tl::unexpected(unknownResource(key));
}

Checked<QList<ResourceRef>> nested(const ResourceRef &outer, const QString &key, const QJsonObject &inner)
{
    QList<ResourceRef> refs;
    if (outer.kind != Scope::Account || inner.isEmpty())
        return tl::unexpected(unknownResource(key));
    for (auto it = inner.begin(); it != inner.end(); ++it) {
        auto ref = plain(it.key());
        if (!ref || ref->kind != Scope::Zone || it.value() != "*"_L1)
            return tl::unexpected(unknownResource(it.key()));
        ref->account = outer.account;
        refs.append(*ref);
    }
    return refs;
}

} // namespace

Checked<QList<ResourceRef>> parseResources(const QJsonObject &resources)
{
    if (resources.isEmpty())
        return tl::unexpected(invalid(u"resources must name at least one resource"_s, u"/policies"_s));
    QList<ResourceRef> refs;
    for (auto it = resources.begin(); it != resources.end(); ++it) {
        const auto ref = plain(it.key());
        if (!ref)
            return tl::unexpected(ref.error());
        if (it.value().isObject()) {
            const auto inner = nested(*ref, it.key(), it.value().toObject());
            if (!inner)
                return tl::unexpected(inner.error());
            refs += *inner;
        } else if (it.value() == "*"_L1) {
            refs.append(*ref);
        } else {
            return tl::unexpected(
                invalid(u"the value of resource \"%1\" must be \"*\""_s.arg(it.key()), u"/policies"_s));
        }
    }
    return refs;
}

bool covers(const ResourceRef &ref, const Target &target)
{
    if (ref.kind != target.kind)
        return false;
    switch (ref.kind) {
    case Scope::User:
        return ref.item == target.item;
    case Scope::Account:
        return ref.isAll() || ref.account == target.account;
    case Scope::Zone: {
        const bool accountFits = ref.account.isEmpty() || ref.isAll() || ref.account == target.account;
        return accountFits && (ref.item == u'*' || ref.item == target.item);
    }
    case Scope::Bucket:
        return false; // no endpoint here is about a bucket
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::sandbox
