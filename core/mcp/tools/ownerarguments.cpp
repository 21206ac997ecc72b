// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/ownerarguments.h"

#include "core/mcp/tools/schemaparts.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

using model::Owner;

namespace {

tl::unexpected<base::Error> refuse(const QString &message)
{
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message, .field = u"accountId"_s});
}

} // namespace

QJsonObject ownerTypeSchema(const QString &description)
{
    return choiceSchema({u"user"_s, u"account"_s}, description);
}

QJsonObject ownerAccountSchema(const QString &description)
{
    return textSchema(kCloudflareId, description);
}

base::Result<std::optional<Owner>> ownerFrom(const QJsonObject &arguments)
{
    const QString type = arguments.value("type"_L1).toString();
    const QString accountId = arguments.value("accountId"_L1).toString();
    if (type == "user"_L1) {
        if (!accountId.isEmpty())
            return refuse(u"accountId names an account's tokens; leave it out with type \"user\"."_s);
        return Owner::user();
    }
    if (!accountId.isEmpty())
        return Owner::account(accountId);
    if (type == "account"_L1)
        return refuse(u"accountId is required for account tokens. Take it from list_accounts, or leave type out."_s);
    return std::nullopt;
}

QJsonObject ownerJson(const Owner &owner)
{
    switch (owner.kind) {
    case Owner::Kind::User:
        return {{u"type"_s, u"user"_s}};
    case Owner::Kind::Account:
        return {{u"type"_s, u"account"_s}, {u"accountId"_s, owner.accountId}};
    }
    Q_UNREACHABLE();
}

QJsonObject ownerResultSchema()
{
    return objectSchema({{u"type"_s, choiceSchema({u"user"_s, u"account"_s}, u"Kind of owner."_s)},
                         {u"accountId"_s, textSchema(u"The account, for an account's token."_s)}},
                        {u"type"_s});
}

} // namespace tokensmith::mcp
