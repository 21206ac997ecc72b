// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/tokenindex.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "core/model/permissiongroup.h"
#include "core/tokens/search/sortorder.h"

#include <QElapsedTimer>

#include <algorithm>

namespace tokensmith::search {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameLength = 120;
constexpr int kStride = 16; ///< tokens between two looks at the clock

/** "DNS Write" is the dashboard's, and our, "DNS Edit"; both are to be found. */
QString searchablePermission(const QString &name)
{
    constexpr auto kWrite = " Write"_L1;
    return name.endsWith(kWrite) ? name.chopped(kWrite.size()) + u" Edit (Write)"_s : name;
}

/** True of most names; looks at plain letters only, so it may say false of others. */
bool isFolded(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.unicode() < 0x80 && (c < u'A' || c > u'Z'); });
}

template <typename List, typename Number>
void addOnce(List &numbers, std::size_t from, Number number)
{
    if (std::find(numbers.begin() + std::ptrdiff_t(from), numbers.end(), number) == numbers.end())
        numbers.push_back(number);
}

} // namespace

QString allZonesKey()
{
    return model::scope::zone + u".*"_s;
}

std::span<const quint32> TokenIndex::Lists::of(int i) const
{
    const std::size_t begin = i == 0 ? 0 : ends[std::size_t(i) - 1];
    return std::span(numbers).subspan(begin, ends[std::size_t(i)] - begin);
}

TokenIndex::TokenIndex(IndexNames names)
    : m_naming(std::move(names))
{
}

void TokenIndex::clear()
{
    *this = TokenIndex(std::move(m_naming));
}

void TokenIndex::reset(const std::vector<model::Token> &tokens)
{
    clear();
    m_tokens = &tokens;
    m_facts.reserve(tokens.size());
    m_ids.reserve(tokens.size());
    m_names.reserve(tokens.size());
    const QString *account = nullptr; // most follow one of the same
    quint32 owner = 0;
    for (const model::Token &token : tokens) {
        if (!account || *account != token.owner.accountId)
            owner = ownerNumber(token.owner);
        account = &token.owner.accountId;
        m_facts.push_back(factsOf(token, owner));
        m_ids.push_back(token.id);
        m_names.push_back(isFolded(token.name) ? token.name : token.name.toCaseFolded());
    }
}

quint32 TokenIndex::ownerNumber(const model::Owner &owner)
{
    return m_owners.number(owner.accountId, [&] {
        const QString name = m_naming.owner ? m_naming.owner(owner) : owner.accountId;
        return base::plainLine(name.isEmpty() ? owner.accountId : name, kNameLength);
    });
}

void TokenIndex::readAccess()
{
    for (std::size_t i = m_permissions.ends.size(); i < m_facts.size(); ++i)
        readAccessOf((*m_tokens)[i]);
}

void TokenIndex::readAccessOf(const model::Token &token)
{
    for (const model::Policy &policy : token.policies) {
        if (policy.effect != model::Policy::Effect::Allow)
            continue;
        addPermissions(policy);
        addZones(policy);
    }
    m_permissions.ends.push_back(quint32(m_permissions.numbers.size()));
    m_zones.ends.push_back(quint32(m_zones.numbers.size()));
}

void TokenIndex::addPermissions(const model::Policy &policy)
{
    const std::size_t begin = m_permissions.ends.empty() ? 0 : m_permissions.ends.back();
    for (const model::PermissionGroupRef &group : policy.permissionGroups) {
        const QString &key = group.name.isEmpty() ? group.id : group.name;
        addOnce(m_permissions.numbers, begin, m_permissions.book.number(key, [&] {
            return searchablePermission(base::plainLine(key, kNameLength));
        }));
    }
}

void TokenIndex::addZones(const model::Policy &policy)
{
    for (const model::Resource &resource : policy.resources) {
        addZone(resource.key);
        for (const QString &nested : resource.nested)
            addZone(nested);
    }
}

void TokenIndex::addZone(const QString &key)
{
    const qsizetype prefix = model::scope::zone.size() + 1;
    if (key.size() <= prefix || !key.startsWith(model::scope::zone) || key[prefix - 1] != u'.')
        return;
    const std::size_t begin = m_zones.ends.empty() ? 0 : m_zones.ends.back();
    addOnce(m_zones.numbers, begin, m_zones.book.number(key, [&] { return zoneText(key); }));
}

/** A zone is found by its name and by its id. */
NameBook::Text TokenIndex::zoneText(const QString &key) const
{
    if (key == allZonesKey())
        return {.name = u"all"_s};
    const QString id = base::plainLine(key.mid(model::scope::zone.size() + 1), kNameLength);
    const QString name = m_naming.zone ? base::plainLine(m_naming.zone(id), kNameLength) : QString();
    return name.isEmpty() ? NameBook::Text{.name = id} : NameBook::Text{.name = name, .alias = id};
}

void TokenIndex::renameZones()
{
    m_zones.book.renameAll([this](const QString &key) { return zoneText(key); });
}

FindingSummary TokenIndex::findings(int i) const
{
    return hasFindings(i) ? m_findings[std::size_t(i)] : FindingSummary{};
}

const QString &TokenIndex::access(int i) const
{
    static const QString unknown;
    return hasAccess(i) ? m_accessWords.name(accessNumber(i)) : unknown;
}

bool TokenIndex::digest(const tokens::FindingContext &context, std::chrono::milliseconds atMost)
{
    if (m_judged == m_facts.size() && !hasNameRanks()) { // a turn of its own
        rankNames();
        return true;
    }
    QElapsedTimer elapsed;
    elapsed.start();
    m_findings.reserve(m_facts.size());
    m_access.reserve(m_facts.size());
    while (m_judged < m_facts.size()) {
        digestOne(context);
        if (m_judged % kStride == 0 && std::chrono::milliseconds(elapsed.elapsed()) >= atMost)
            break;
    }
    return isDigested();
}

void TokenIndex::digestAll(const tokens::FindingContext &context)
{
    while (!digest(context, std::chrono::hours(1))) {
    }
}

void TokenIndex::rankNames()
{
    const std::vector<int> order = sortedTokens(*this, SortKey::Name, Qt::AscendingOrder, {});
    std::vector<quint32> ranks(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        ranks[std::size_t(order[rank])] = quint32(rank);
    m_nameRanks = std::move(ranks);
}

void TokenIndex::digestOne(const tokens::FindingContext &context)
{
    const model::Token &token = (*m_tokens)[m_judged];
    if (m_permissions.ends.size() == m_judged)
        readAccessOf(token);
    if (m_access.size() == m_judged) {
        const QString words = catalog::accessSummary(token.policies);
        m_access.push_back(m_accessWords.number(words, [&] { return words; }));
    }
    if (m_findings.size() == m_judged)
        m_findings.emplace_back();
    m_findings[m_judged++] = summaryOf(tokens::findingsOf(token, context));
}

} // namespace tokensmith::search
