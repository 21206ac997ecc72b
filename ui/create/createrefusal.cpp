// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/createrefusal.h"

#include "core/tokens/allowlist.h"

#include <QCoreApplication>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct CreateRefusal
{
    Q_DECLARE_TR_FUNCTIONS(CreateRefusal)
};

RefusedAt placeOf(const QString &field)
{
    if (field == "name"_L1)
        return RefusedAt::Name;
    if (field == "template"_L1)
        return RefusedAt::Template;
    if (field.startsWith("ipAllow"_L1))
        return RefusedAt::Allow;
    if (field.startsWith("ipDeny"_L1))
        return RefusedAt::Deny;
    if (field == "notBefore"_L1)
        return RefusedAt::Start;
    if (field == "expiresIn"_L1 || field == "expiresOn"_L1)
        return RefusedAt::End;
    for (const QLatin1StringView one : {"permissions"_L1, "permissionGroupIds"_L1, "zoneIds"_L1, "accountId"_L1,
                                        "resourceScope"_L1, "buckets"_L1, "leaveOut"_L1}) {
        if (field == one)
            return RefusedAt::Access;
    }
    return field == tokens::kAllowListField ? RefusedAt::Access : RefusedAt::Review;
}

QString accessSentence(const base::Error &error)
{
    if (error.field == tokens::kAllowListField)
        return CreateRefusal::tr("Tokensmith may act in some accounts only, and this token would reach others. Choose "
                                 "one of the accounts it may act in, and zones of it.");
    if (error.field == "zoneIds"_L1)
        return CreateRefusal::tr("The chosen zones don't fit. Choose zones of the account again, or all of them.");
    if (error.field == "accountId"_L1)
        return CreateRefusal::tr("Choose the account that the token acts in.");
    if (error.field == "buckets"_L1)
        return CreateRefusal::tr("Name the R2 buckets that the token acts on, such as backups or eu/backups, and "
                                 "choose their account.");
    return error.message;
}

} // namespace

QString notAnAddress()
{
    return CreateRefusal::tr("Not an address. Use one like 203.0.113.24 or 203.0.113.0/24.");
}

Refusal refusalOf(const base::Error &error)
{
    const RefusedAt at = placeOf(error.field);
    const bool ours = error.httpStatus == 0 && error.cloudflareCode == 0;
    if (!ours)
        return {.at = at, .sentence = error.message};
    switch (at) {
    case RefusedAt::Name:
        return {.at = at, .sentence = CreateRefusal::tr("Give the token a name of 1 to 120 characters.")};
    case RefusedAt::Allow:
    case RefusedAt::Deny:
        return {.at = at, .sentence = notAnAddress()};
    case RefusedAt::Start:
        return {.at = at, .sentence = CreateRefusal::tr("Choose a day before the token expires.")};
    case RefusedAt::End:
        return {.at = at, .sentence = CreateRefusal::tr("Choose a day to come.")};
    case RefusedAt::Access:
        return {.at = at, .sentence = accessSentence(error)};
    case RefusedAt::Template:
    case RefusedAt::Review:
        return {.at = at, .sentence = error.message};
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
