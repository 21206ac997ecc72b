// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/accounttools.h"

#include "core/mcp/tools/schemaparts.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

QJsonObject toJson(const model::Account &account)
{
    return {{u"id"_s, account.id}, {u"name"_s, account.name}, {u"type"_s, account.type}};
}

QJsonObject accountSchema()
{
    return objectSchema({{u"id"_s, textSchema(u"Give this as \"accountId\" to other tools."_s)},
                         {u"name"_s, textSchema(u"The account's name at Cloudflare."_s)},
                         {u"type"_s, textSchema(u"\"standard\" or \"enterprise\", say; may be empty."_s)}},
                        {u"id"_s, u"name"_s, u"type"_s});
}

base::Async<QJsonObject> listAccounts(tokens::ConnectionService *connection, tokens::Accounts *accounts,
                                      CallContext context)
{
    const cloudflare::CallOptions options{.cancel = context.cancel};
    const base::Result<tokens::Connection> connected = co_await connection->ensure(options);
    if (!connected)
        co_return base::fail(connected.error());
    const base::Result<std::vector<model::Account>> found = co_await accounts->list(options);
    if (!found)
        co_return base::fail(found.error());
    QJsonArray list;
    for (const model::Account &account : *found)
        list.append(toJson(account));
    co_return QJsonObject{{u"count"_s, list.size()}, {u"accounts"_s, list}};
}

base::Async<QJsonObject> getAccount(tokens::ConnectionService *connection, tokens::Accounts *accounts,
                                    CallContext context, QJsonObject arguments)
{
    const cloudflare::CallOptions options{.cancel = context.cancel};
    const base::Result<tokens::Connection> connected = co_await connection->ensure(options);
    if (!connected)
        co_return base::fail(connected.error());
    const QString accountId = arguments.value("accountId"_L1).toString();
    const base::Result<model::Account> account = co_await accounts->get(accountId, options);
    if (!account)
        co_return base::fail(account.error());
    QJsonObject result = toJson(*account);
    result.insert("settings"_L1, account->settings);
    co_return result;
}

QJsonObject accountDetailsSchema()
{
    return objectSchema({{u"id"_s, textSchema(u"The account's id."_s)},
                         {u"name"_s, textSchema(u"Its name at Cloudflare."_s)},
                         {u"type"_s, textSchema(u"\"standard\" or \"enterprise\", say; may be empty."_s)},
                         {u"settings"_s, openObjectSchema({})}},
                        {u"id"_s, u"name"_s, u"type"_s, u"settings"_s});
}

} // namespace

Tool listAccountsTool(tokens::ConnectionService &connection, tokens::Accounts &accounts)
{
    return {
        .name = u"list_accounts"_s,
        .title = u"List accounts"_s,
        .description = u"Lists the Cloudflare accounts this server may act on."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = objectSchema({}),
        .outputSchema = objectSchema({{u"count"_s, countSchema(u"How many accounts there are."_s)},
                                      {u"accounts"_s, listSchema(accountSchema(), u"The accounts."_s)}},
                                     {u"count"_s, u"accounts"_s}),
        .handler = [&connection,
                    &accounts](const CallContext &context,
                               const QJsonObject &) { return listAccounts(&connection, &accounts, context); },
    };
}

Tool getAccountTool(tokens::ConnectionService &connection, tokens::Accounts &accounts)
{
    return {
        .name = u"get_account"_s,
        .title = u"Get an account"_s,
        .description = u"Shows one Cloudflare account with its settings."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = objectSchema(
            {{u"accountId"_s, textSchema(kCloudflareId, u"The account's id; see list_accounts."_s)}}, {u"accountId"_s}),
        .outputSchema = accountDetailsSchema(),
        .handler =
            [&connection, &accounts](const CallContext &context, const QJsonObject &arguments) {
                return getAccount(&connection, &accounts, context, arguments);
            },
    };
}

} // namespace tokensmith::mcp
