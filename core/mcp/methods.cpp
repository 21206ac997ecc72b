// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/methods.h"

#include "core/mcp/completion.h"
#include "core/mcp/pagination.h"
#include "core/mcp/promptgetter.h"
#include "core/mcp/resourcereading.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using Kind = Method::Kind;
using Cacheable = Method::Cacheable;

constexpr std::array kMethods{
    Method{Kind::ListTools, "tools/list"_L1, Cacheable::Yes, {}},
    Method{Kind::CallTool, "tools/call"_L1, Cacheable::No, "name"_L1},
    Method{Kind::ListResources, "resources/list"_L1, Cacheable::Yes, {}},
    Method{Kind::ListResourceTemplates, "resources/templates/list"_L1, Cacheable::Yes, {}},
    Method{Kind::ReadResource, "resources/read"_L1, Cacheable::Yes, "uri"_L1},
    Method{Kind::ListPrompts, "prompts/list"_L1, Cacheable::Yes, {}},
    Method{Kind::GetPrompt, "prompts/get"_L1, Cacheable::No, "name"_L1},
    Method{Kind::Complete, "completion/complete"_L1, Cacheable::No, {}},
};

template <typename T>
QJsonArray entriesOf(const std::vector<T> &all)
{
    QJsonArray entries;
    for (const T &one : all)
        entries.append(toJson(one));
    return entries;
}

QJsonArray toolEntries(const ToolRegistry &tools)
{
    QJsonArray entries;
    for (const ToolRegistry::Entry &entry : tools.entries())
        entries.append(toJson(entry.tool));
    return entries;
}

QJsonArray templateEntries(const ResourceRegistry &resources)
{
    QJsonArray entries;
    for (const ResourceRegistry::Family &family : resources.families())
        entries.append(toJson(family.about));
    return entries;
}

/** The member that holds a list's entries. */
QString listMember(Kind kind)
{
    switch (kind) {
    case Kind::ListTools:
        return u"tools"_s;
    case Kind::ListResources:
        return u"resources"_s;
    case Kind::ListResourceTemplates:
        return u"resourceTemplates"_s;
    case Kind::ListPrompts:
        return u"prompts"_s;
    case Kind::CallTool:
    case Kind::ReadResource:
    case Kind::GetPrompt:
    case Kind::Complete:
        return {};
    }
    Q_UNREACHABLE();
}

/** The answer of a completion that is not for this key. */
QJsonObject noValues()
{
    const QJsonObject none{{u"values"_s, QJsonArray()}, {u"total"_s, 0}, {u"hasMore"_s, false}};
    return {{u"completion"_s, none}};
}

/** The methods a call of which may go over several rounds. */
bool hasRounds(Kind kind)
{
    return kind == Kind::CallTool || kind == Kind::ReadResource || kind == Kind::GetPrompt;
}

} // namespace

Methods::Methods(const Features &features)
    : m_features(features)
    , m_tools(features.tools, features.guard)
    , m_lists{{Kind::ListTools, toolEntries(features.tools)},
              {Kind::ListResources, entriesOf(features.resources.resources())},
              {Kind::ListResourceTemplates, templateEntries(features.resources)},
              {Kind::ListPrompts, entriesOf(features.prompts.prompts())}}
{
}

bool Methods::isOffered(Kind kind) const
{
    switch (kind) {
    case Kind::ListTools:
    case Kind::CallTool:
        return !m_features.tools.entries().empty();
    case Kind::ListResources:
    case Kind::ListResourceTemplates:
    case Kind::ReadResource:
        return !m_features.resources.isEmpty();
    case Kind::ListPrompts:
    case Kind::GetPrompt:
        return !m_features.prompts.isEmpty();
    case Kind::Complete:
        return hasCompletions(m_features);
    }
    Q_UNREACHABLE();
}

const Method *Methods::find(QStringView name) const
{
    const auto found =
        std::find_if(kMethods.begin(), kMethods.end(), [&](const Method &one) { return one.name == name; });
    return found == kMethods.end() || !isOffered(found->kind) ? nullptr : &*found;
}

QJsonObject Methods::capabilities() const
{
    constexpr std::array kAreas{std::pair{Kind::ListTools, "tools"_L1}, std::pair{Kind::ListResources, "resources"_L1},
                                std::pair{Kind::ListPrompts, "prompts"_L1},
                                std::pair{Kind::Complete, "completions"_L1}};
    QJsonObject offered;
    for (const auto &[kind, name] : kAreas) {
        if (isOffered(kind))
            offered.insert(name, QJsonObject());
    }
    return offered;
}

OfferedClasses Methods::offeredTo(const clients::ClientIdentity &client) const
{
    return mcp::offeredTo(m_features.guard, client.name);
}

QJsonArray Methods::listed(Kind kind, OfferedClasses offered) const
{
    const QJsonArray all = m_lists.value(kind);
    if (kind != Kind::ListTools || offered.all())
        return all;
    const std::vector<ToolRegistry::Entry> &tools = m_features.tools.entries();
    QJsonArray some;
    for (std::size_t at = 0; at < tools.size(); ++at) {
        const Tool &tool = tools.at(at).tool;
        if (mcp::isOffered(offered, tool.toolClass) || tool.approval == Tool::Approval::Never)
            some.append(all.at(static_cast<qsizetype>(at)));
    }
    return some;
}

MethodResult Methods::page(const Method &method, const QJsonObject &params, OfferedClasses offered) const
{
    const QJsonArray all = listed(method.kind, offered);
    const PagedList list{.name = method.name, .items = all.size(), .pageSize = m_features.pageSize};
    const tl::expected<Page, RpcError> page = pageOf(list, params, m_seal);
    if (!page)
        return tl::unexpected(page.error());
    QJsonArray entries;
    for (qsizetype at = page->first; at < page->first + page->count; ++at)
        entries.append(all.at(at));
    QJsonObject result{{listMember(method.kind), entries}};
    if (!page->nextCursor.isEmpty())
        result.insert("nextCursor"_L1, page->nextCursor);
    return result;
}

QCoro::Task<MethodAnswer> Methods::answer(Method method, QJsonObject params, CallContext context) const
{
    switch (method.kind) {
    case Kind::ListTools:
    case Kind::ListResources:
    case Kind::ListResourceTemplates:
    case Kind::ListPrompts:
        co_return page(method, params, offeredTo(context.client));
    case Kind::CallTool: {
        MethodAnswer called = co_await m_tools.run(params, context);
        co_return called;
    }
    case Kind::ReadResource: {
        MethodAnswer read = co_await readResource(&m_features, params, context);
        co_return read;
    }
    case Kind::GetPrompt: {
        MethodAnswer got = co_await getPrompt(&m_features, params, context);
        co_return got;
    }
    case Kind::Complete: {
        if (checkReading(policyFor(m_features.guard, context.client.name)))
            co_return noValues();
        MethodAnswer completed = co_await complete(&m_features, params, context);
        co_return completed;
    }
    }
    Q_UNREACHABLE();
}

QCoro::Task<MethodResult> Methods::run(Method method, QJsonObject params, CallContext context) const
{
    const StatedCall call{.client = context.client.name, .method = method.name, .params = params};
    if (hasRounds(method.kind) && context.rounds == CallContext::Rounds::Allowed) {
        const tl::expected<std::optional<InputRound>, RpcError> round = inputRoundOf(m_seal, call);
        if (!round)
            co_return tl::unexpected(round.error());
        context.input = *round;
    }
    const MethodAnswer answered = co_await answer(method, params, context);
    if (!answered)
        co_return tl::unexpected(answered.error());
    if (const auto *questions = std::get_if<InputRequired>(&*answered))
        co_return inputRequiredResult(m_seal, call, context, *questions);
    co_return std::get<QJsonObject>(*answered);
}

} // namespace tokensmith::mcp
