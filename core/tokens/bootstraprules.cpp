// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/bootstraprules.h"

#include "core/base/identifiers.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <array>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/** By name and by id: Cloudflare renames groups and keeps their ids. */
constexpr std::array writeGroups{
    "API Tokens Write"_L1,
    "Account API Tokens Write"_L1,
    "686d18d5ac6c441c867cbf6771e58a0a"_L1,
    "5bc3f8b21c554832afc660159ab75fa4"_L1,
};

} // namespace

Prefix prefixOf(const QByteArray &token)
{
    if (token.startsWith("cfut_"))
        return Prefix::User;
    if (token.startsWith("cfat_"))
        return Prefix::Account;
    return token.startsWith("cfk_") || token.startsWith("cfoat_") ? Prefix::NotAToken : Prefix::None;
}

base::Result<base::Done> checkForm(const base::Secret &token)
{
    const QByteArray &text = token.reveal();
    const bool wellFormed =
        text.size() >= 40 && text.size() <= 200 && std::all_of(text.begin(), text.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
        });
    if (prefixOf(text) == Prefix::NotAToken) {
        return base::fail({.code = Error::Code::InvalidArgument,
                           .message = u"This is not an API token but another kind of key. Paste an API token."_s,
                           .field = u"token"_s});
    }
    if (!wellFormed) {
        return base::fail({.code = Error::Code::InvalidArgument,
                           .message = u"This is not an API token: it has at least 40 letters, digits, _ or -, and no "
                                      "spaces."_s,
                           .field = u"token"_s});
    }
    return base::Done{};
}

bool mayWriteTokens(const model::Token &token)
{
    const auto writes = [](const model::PermissionGroupRef &group) {
        return std::any_of(writeGroups.begin(), writeGroups.end(),
                           [&](QLatin1StringView one) { return group.name == one || group.id == one; });
    };
    return std::any_of(token.policies.begin(), token.policies.end(), [&](const model::Policy &policy) {
        // A policy we can't read may well allow it: Cloudflare's answer to the first change decides.
        return policy.effect != model::Policy::Effect::Deny
               && std::any_of(policy.permissionGroups.begin(), policy.permissionGroups.end(), writes);
    });
}

QString identityOf(const base::Secret &token)
{
    if (token.isEmpty())
        return {};
    const QByteArray hash =
        QMessageAuthenticationCode::hash(token.reveal(), "tokensmith bootstrap identity 1", QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(16).toHex());
}

QString userTagIn(const model::Token &token)
{
    constexpr QLatin1StringView prefix = "com.cloudflare.api.user."_L1;
    for (const model::Policy &policy : token.policies) {
        for (const model::Resource &resource : policy.resources) {
            const QString tag = resource.key.mid(prefix.size());
            if (resource.key.startsWith(prefix) && base::isCloudflareId(tag))
                return tag;
        }
    }
    return {};
}

} // namespace tokensmith::tokens
