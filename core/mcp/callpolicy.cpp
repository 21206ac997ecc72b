// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/callpolicy.h"

#include "core/model/expiry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using base::Error;
using clients::ClientLimits;
using clients::ClientPolicy;
using clients::Permission;

Error refusal(const QString &message, const QString &field = {})
{
    return {.code = Error::Code::PermissionDenied,
            .message = message + u" Nothing was done; a person can change this under Clients in Tokensmith."_s,
            .field = field};
}

bool takes(const Tool &tool, QLatin1StringView argument)
{
    return tool.inputSchema.value("properties"_L1).toObject().contains(argument);
}

std::optional<Error> checkAccount(const ClientLimits &limits, const Tool &tool, const QJsonObject &arguments)
{
    if (limits.accounts.isEmpty() || !takes(tool, "accountId"_L1))
        return std::nullopt;
    const QString known = limits.accounts.join(u", "_s);
    if (!limits.accounts.contains(arguments.value("accountId"_L1).toString()))
        return refusal(u"This key is limited to accounts: give accountId, one of %1."_s.arg(known), u"accountId"_s);
    if (takes(tool, "type"_L1) && arguments.value("type"_L1).toString() != "account"_L1)
        return refusal(u"This key is limited to tokens of accounts: give type \"account\"."_s, u"type"_s);
    return std::nullopt;
}

std::optional<Error> checkTemplate(const ClientLimits &limits, const Tool &tool, const QJsonObject &arguments)
{
    if (limits.templates.isEmpty() || !takes(tool, "template"_L1))
        return std::nullopt;
    const QStringList given = arguments.keys();
    const bool more =
        std::any_of(given.cbegin(), given.cend(), [](const QString &name) { return name.startsWith("permission"_L1); });
    if (more || !limits.templates.contains(arguments.value("template"_L1).toString())) {
        return refusal(u"This key is limited to templates: give template, one of %1, and no other permissions."_s.arg(
                           limits.templates.join(u", "_s)),
                       u"template"_s);
    }
    return std::nullopt;
}

/** Nothing for never and for what is no lifetime. */
std::optional<QDateTime> endOf(const QString &lifetime)
{
    const QDateTime day(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    return model::expiryAfter(lifetime, day).value_or(std::nullopt);
}

/** An absent expiresIn of an update keeps the end there is; elsewhere it may mean any. */
std::optional<Error> checkLifetime(const ClientLimits &limits, const Tool &tool, const QJsonObject &arguments)
{
    const std::optional<QDateTime> latest = endOf(limits.longestLifetime);
    const QString wanted = arguments.value("expiresIn"_L1).toString();
    const bool keeps = wanted.isEmpty() && tool.name == "update_token"_L1;
    if (!latest || !takes(tool, "expiresIn"_L1) || keeps)
        return std::nullopt;
    const std::optional<QDateTime> end = endOf(wanted);
    if (end && *end <= *latest)
        return std::nullopt;
    return refusal(
        u"This key is limited to lifetimes up to %1: give expiresIn, and no more."_s.arg(limits.longestLifetime),
        u"expiresIn"_s);
}

} // namespace

ClientPolicy policyFor(const CallGuard &guard, const QString &client)
{
    return guard.policyOf ? guard.policyOf(client) : ClientPolicy::unlimited();
}

OfferedClasses offeredTo(const CallGuard &guard, const QString &client)
{
    OfferedClasses offered;
    if (!guard.policyOf)
        return offered.set();
    const ClientPolicy policy = guard.policyOf(client);
    for (const ToolClass one : clients::kCallClasses)
        offered.set(static_cast<std::size_t>(one), policy.of(one) != Permission::Deny);
    return offered;
}

bool isOffered(const OfferedClasses &offered, ToolClass toolClass)
{
    return offered.test(static_cast<std::size_t>(toolClass));
}

std::optional<Error> checkPolicy(const ClientPolicy &policy, const Tool &tool, const QJsonObject &arguments)
{
    if (policy.of(tool.toolClass) == Permission::Deny)
        return refusal(u"This key may not %1 tokens."_s.arg(clients::wordFor(tool.toolClass)));
    for (const auto check : {checkAccount, checkTemplate, checkLifetime}) {
        std::optional<Error> error = check(policy.limits, tool, arguments);
        if (error)
            return error;
    }
    return std::nullopt;
}

std::optional<Error> checkReading(const ClientPolicy &policy)
{
    if (policy.of(ToolClass::Read) != Permission::Allow)
        return refusal(u"This key may not read without being asked for each time; use the tools."_s);
    if (!policy.limits.accounts.isEmpty())
        return refusal(u"This key is limited to accounts; use the tools and give accountId."_s);
    return std::nullopt;
}

} // namespace tokensmith::mcp
