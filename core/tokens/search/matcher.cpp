// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/matcher.h"

#include <algorithm>

namespace tokensmith::search {

namespace {

constexpr int kIdPrefix = 4; ///< from so many characters on a word is also the beginning of an id

bool isPicked(std::span<const quint32> numbers, const std::vector<bool> &picks)
{
    return std::any_of(numbers.begin(), numbers.end(), [&](quint32 number) { return picks[number]; });
}

bool endsIn(const TimeSpan &span, qint64 expires)
{
    return expires == kNeverEnds ? span.from == kNeverEnds : span.contains(expires);
}

bool wasUsedIn(const LastUse &test, const TokenFacts &facts)
{
    return facts.lastUsed == kNeverWas ? facts.issued < test.neverIfMadeBefore : test.used.contains(facts.lastUsed);
}

} // namespace

bool needsAccess(const Query &query)
{
    return std::any_of(query.begin(), query.end(), [](const Term &term) {
        return !term.value.isEmpty() && (term.field == Field::Perm || term.field == Field::Zone);
    });
}

Matcher::Matcher(const Query &query, const TokenIndex &index, const QDateTime &now)
    : m_index(index)
{
    for (const Term &term : query) {
        if (!term.value.isEmpty())
            m_tests.push_back(testFor(term, now));
    }
}

Matcher::Test Matcher::testFor(const Term &term, const QDateTime &now) const
{
    Test test{.field = term.field, .sign = term.sign, .needle = term.value.toCaseFolded()};
    switch (term.field) {
    case Field::Text:
    case Field::Owner:
        test.picks = m_index.owners().containing(test.needle);
        break;
    case Field::Is:
        test.traits = traitsFor(term.value);
        break;
    case Field::Perm:
        test.picks = m_index.permissions().containing(test.needle);
        break;
    case Field::Zone:
        test.picks = m_index.zones().containing(test.needle);
        break;
    case Field::Name:
    case Field::Id:
        break;
    case Field::Expires:
        test.expires = expirySpan(term.value, now).value_or(TimeSpan{.until = kNeverWas});
        break;
    case Field::Unused:
        test.lastUse = lastUseTest(term.value, now).value_or(LastUse{.used = {.until = kNeverWas}});
        break;
    }
    return test;
}

bool Matcher::matches(int token, Traits traits) const
{
    return std::all_of(m_tests.begin(), m_tests.end(), [&](const Test &test) {
        return passes(token, traits, test) == (test.sign == Term::Sign::With);
    });
}

bool Matcher::passes(int token, Traits traits, const Test &test) const
{
    const TokenFacts &facts = m_index.facts(token);
    switch (test.field) {
    case Field::Text:
        return m_index.foldedName(token).contains(test.needle) || test.picks[facts.owner]
               || (test.needle.size() >= kIdPrefix && m_index.id(token).startsWith(test.needle));
    case Field::Is:
        return (traits & test.traits).toInt() != 0;
    case Field::Owner:
        return test.picks[facts.owner];
    case Field::Perm:
        return isPicked(m_index.permissionsOf(token), test.picks);
    case Field::Zone:
        return isPicked(m_index.zonesOf(token), test.picks);
    case Field::Name:
        return m_index.foldedName(token).contains(test.needle);
    case Field::Id:
        return m_index.id(token).contains(test.needle);
    case Field::Expires:
        return endsIn(test.expires, facts.expires);
    case Field::Unused:
        return wasUsedIn(test.lastUse, facts);
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::search
