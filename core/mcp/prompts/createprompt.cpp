// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/prompts/createprompt.h"

#include "core/base/clock.h"
#include "core/catalog/templates.h"
#include "core/mcp/prompts/promptparts.h"
#include "core/model/expiry.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using Values = QHash<QString, QString>;

QString instructions()
{
    return u"Make a Cloudflare API token with Tokensmith's tools that can do what the \"purpose\" in the facts below "
           "says, and nothing more.\n\n"
           "1. Work out the fewest permissions it needs. If the facts name a template, look at it with get_template; "
           "else look through list_templates and, for single permissions, list_permission_groups with a filter. "
           "Prefer \"permissions\" by name where every template grants more than is needed; read-only where reading is "
           "enough.\n"
           "2. Limit it to places: accountId (list_accounts) and zoneIds (list_zones). All zones or all accounts only "
           "if the purpose can't be met otherwise; tell me if so. If the facts don't say which and there are several, "
           "ask me.\n"
           "3. Limit it in time: expiresIn from the facts, else suggest the shortest that fits, 90d at most. Ask where "
           "it will be used from, and give ipAllow if the addresses are known and fixed.\n"
           "4. Call preview_token and show me the name, the access in plain words, the limits and every warning. The "
           "preview makes nothing.\n"
           "5. Only after I agree, call create_token with the same arguments. Hand the secret only to where I want it, "
           "repeat it nowhere else, and tell me its id and when it ends.\n\n"
           "If something is refused, show me the reason; don't widen the token to get around it."_s;
}

/** The zone is looked for in the account that was found, else in all of them. */
base::Async<QJsonObject> namedZone(PlaceServices places, QString accountId, Values values, base::CancelToken cancel)
{
    const QString text = values.value(u"zone"_s);
    if (text.isEmpty())
        co_return QJsonObject();
    const base::Result<NamedThings> zones = co_await zonesInPlay(places, accountId, cancel);
    base::Result<QJsonObject> place = placeFrom(zones, text, u"zone"_s);
    co_return place;
}

base::Result<base::Done> checkWords(const catalog::TemplateSet &templates, const Values &values)
{
    if (const QString id = values.value(u"template"_s); !id.isEmpty()) {
        base::Result<catalog::Template> known = templates.find(id);
        if (!known) {
            known.error().field = u"template"_s;
            return base::fail(known.error());
        }
    }
    const base::Result<std::optional<QDateTime>> expiry =
        model::expiryAfter(values.value(u"expiresIn"_s), base::SystemClock().now());
    if (!expiry)
        return base::fail(expiry.error());
    return base::Done{};
}

base::Async<PromptOutcome> createToken(PlaceServices places, const catalog::TemplateSet *templates, CallContext context,
                                       Values values)
{
    const base::Result<base::Done> words = checkWords(*templates, values);
    if (!words)
        co_return base::fail(words.error());
    const base::Result<QJsonObject> account = co_await namedAccount(places, values, context.cancel);
    if (!account)
        co_return base::fail(account.error());
    const QString accountId = account->value("id"_L1).toString();
    const base::Result<QJsonObject> zone = co_await namedZone(places, accountId, values, context.cancel);
    if (!zone)
        co_return base::fail(zone.error());
    QJsonObject facts{{u"purpose"_s, values.value(u"purpose"_s)}};
    for (const QString &word : {u"template"_s, u"expiresIn"_s}) {
        if (values.contains(word))
            facts.insert(word, values.value(word));
    }
    if (!account->isEmpty())
        facts.insert("account"_L1, *account);
    if (!zone->isEmpty())
        facts.insert("zone"_L1, *zone);
    co_return promptOf(u"Create a least-privilege Cloudflare API token"_s, instructions(), facts);
}

std::vector<PromptArgument> createArguments(const PlaceServices &places, const catalog::TemplateSet &templates)
{
    return {{.name = u"purpose"_s,
             .title = u"Purpose"_s,
             .description = u"What the token is for, e.g. \"update DNS records from CI\"."_s,
             .presence = PromptArgument::Presence::Required},
            {.name = u"account"_s,
             .title = u"Account"_s,
             .description = u"Name or id of the account it acts on."_s,
             .completer = accountCompleter(places)},
            {.name = u"zone"_s,
             .title = u"Zone"_s,
             .description = u"Domain or id of the one zone it acts on."_s,
             .completer = zoneCompleter(places)},
            {.name = u"template"_s,
             .title = u"Template"_s,
             .description = u"Id of a template to begin with."_s,
             .completer = templateCompleter(templates)},
            {.name = u"expiresIn"_s, .title = u"Lifetime"_s, .description = u"12h, 30d, 3m (months), 1y or never."_s}};
}

} // namespace

Prompt createLeastPrivilegeTokenPrompt(const PlaceServices &places, const catalog::TemplateSet &templates)
{
    return {.name = u"create_least_privilege_token"_s,
            .title = u"Create a least-privilege token"_s,
            .description = u"Works out the narrowest token for a purpose, previews it, and makes it when you agree."_s,
            .arguments = createArguments(places, templates),
            .handler = [places, &templates](const CallContext &context, const Values &values) {
                return createToken(places, &templates, context, values);
            }};
}

} // namespace tokensmith::mcp
