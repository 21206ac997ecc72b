// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/suggestions.h"

#include "core/tokens/search/timetest.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokensmith::search {

using namespace Qt::StringLiterals;

namespace {

struct SearchWords
{
    Q_DECLARE_TR_FUNCTIONS(SearchWords)
};

/** A value that could follow an operator. */
struct Candidate
{
    QString value;
    QString explanation = {};
};

/** The term the cursor is in or right behind; an empty one between terms. */
Term termAt(QStringView text, qsizetype cursor)
{
    for (const Term &term : parseQuery(text)) {
        if (cursor > term.start && cursor <= term.start + term.length)
            return term;
    }
    return {.start = cursor};
}

std::vector<Candidate> fixedCandidates(Field field)
{
    std::vector<Candidate> candidates;
    if (field == Field::Is) {
        for (const TraitWord &word : traitWords())
            candidates.push_back({.value = word.word, .explanation = traitExplanation(word.trait)});
    } else if (field == Field::Expires) {
        candidates = {{u"<7d"_s, SearchWords::tr("ends within 7 days")},
                      {u"<30d"_s, SearchWords::tr("ends within 30 days")},
                      {u"<90d"_s, SearchWords::tr("ends within 90 days")},
                      {u">1y"_s, SearchWords::tr("ends in more than a year")},
                      {u"never"_s, SearchWords::tr("has no end")}};
    } else if (field == Field::Unused) {
        candidates = {{u">30d"_s, SearchWords::tr("not used for 30 days")},
                      {u">90d"_s, SearchWords::tr("not used for 90 days")},
                      {u"<7d"_s, SearchWords::tr("used in the last 7 days")},
                      {u"never"_s, SearchWords::tr("never used")}};
    }
    return candidates;
}

const NameBook *bookOf(Field field, const TokenIndex &index)
{
    switch (field) {
    case Field::Owner:
        return &index.owners();
    case Field::Perm:
        return &index.permissions();
    case Field::Zone:
        return &index.zones();
    case Field::Text:
    case Field::Is:
    case Field::Name:
    case Field::Id:
    case Field::Expires:
    case Field::Unused:
        return nullptr;
    }
    Q_UNREACHABLE();
}

std::vector<Candidate> bookCandidates(const NameBook &book, const QString &needle)
{
    std::vector<std::pair<QString, quint32>> names; // folded, for the order
    for (quint32 i = 0; i < book.size(); ++i) {
        if (book.folded(i).contains(needle) && !book.name(i).contains(u'"'))
            names.emplace_back(book.folded(i), i);
    }
    const auto first = [&](const auto &name) { return !name.first.startsWith(needle); };
    std::sort(names.begin(), names.end(), [&](const auto &a, const auto &b) {
        return std::pair(first(a), a.first) < std::pair(first(b), b.first);
    });
    std::vector<Candidate> candidates;
    for (const auto &[folded, number] : names)
        candidates.push_back({.value = book.name(number)});
    return candidates;
}

void add(std::vector<Suggestion> &list, const Term &term, const Term &becomes, const QString &explanation)
{
    if (list.size() < kMostSuggestions)
        list.push_back(
            {.text = typed(becomes), .explanation = explanation, .start = term.start, .length = term.length});
}

void addValues(std::vector<Suggestion> &list, const Term &term)
{
    for (const Candidate &candidate : fixedCandidates(term.field)) {
        if (candidate.value.startsWith(term.value, Qt::CaseInsensitive))
            add(list, term, {.field = term.field, .sign = term.sign, .value = candidate.value}, candidate.explanation);
    }
}

/** For a term without an operator: operators that begin so, and states. */
void addOperators(std::vector<Suggestion> &list, const Term &term)
{
    for (const FieldWord &field : fieldWords()) {
        if (QString(field.word).startsWith(term.value, Qt::CaseInsensitive))
            add(list, term, {.field = field.field, .sign = term.sign}, fieldExplanation(field.field));
    }
    for (const TraitWord &word : traitWords()) {
        if (!term.value.isEmpty() && QString(word.word).startsWith(term.value, Qt::CaseInsensitive))
            add(list, term, {.field = Field::Is, .sign = term.sign, .value = word.word}, traitExplanation(word.trait));
    }
}

} // namespace

std::vector<Suggestion> suggestionsAt(QStringView text, qsizetype cursor, const TokenIndex &index)
{
    const Term term = termAt(text, cursor);
    std::vector<Suggestion> list;
    if (term.field == Field::Text) {
        addOperators(list, term);
        return list;
    }
    addValues(list, term);
    if (const NameBook *book = bookOf(term.field, index)) {
        for (const Candidate &candidate : bookCandidates(*book, term.value.toCaseFolded()))
            add(list, term, {.field = term.field, .sign = term.sign, .value = candidate.value}, {});
    }
    return list;
}

QString fieldExplanation(Field field)
{
    switch (field) {
    case Field::Text:
        return {};
    case Field::Is:
        return SearchWords::tr("a state, such as is:expiring");
    case Field::Owner:
        return SearchWords::tr("whose token it is");
    case Field::Perm:
        return SearchWords::tr("a permission, such as perm:dns");
    case Field::Zone:
        return SearchWords::tr("a zone it names; zone:all for every zone");
    case Field::Name:
        return SearchWords::tr("part of the name");
    case Field::Id:
        return SearchWords::tr("part of the token id");
    case Field::Expires:
        return SearchWords::tr("when it ends, such as expires:<30d");
    case Field::Unused:
        return SearchWords::tr("how long not used, such as unused:>90d");
    }
    Q_UNREACHABLE();
}

QString traitExplanation(Trait trait)
{
    switch (trait) {
    case Trait::Active:
        return SearchWords::tr("works");
    case Trait::Pending:
        return SearchWords::tr("not started yet");
    case Trait::Disabled:
        return SearchWords::tr("disabled, can be enabled again");
    case Trait::Expired:
        return SearchWords::tr("has ended");
    case Trait::Exposed:
        return SearchWords::tr("found in public, stopped by Cloudflare");
    case Trait::Unknown:
        return SearchWords::tr("in a state this version does not know");
    case Trait::Expiring:
        return SearchWords::tr("ends within 30 days");
    case Trait::Unused:
        return SearchWords::tr("never used, or not for 90 days");
    case Trait::Broad:
        return SearchWords::tr("reaches very much");
    case Trait::NoIpLimit:
        return SearchWords::tr("works from any address");
    case Trait::NeverExpires:
        return SearchWords::tr("has no end");
    case Trait::Flagged:
        return SearchWords::tr("has findings");
    }
    Q_UNREACHABLE();
}

QString problemOf(const Term &term, const QDateTime &now)
{
    if (term.value.isEmpty())
        return {};
    if (term.field == Field::Is && !traitsFor(term.value))
        return SearchWords::tr("No token is \"%1\". Use a word such as expiring, unused or disabled.").arg(term.value);
    if (term.field == Field::Expires && !expirySpan(term.value, now))
        return SearchWords::tr("\"%1\" is no time. Use one like <30d, never or 2026-12-31.").arg(term.value);
    if (term.field == Field::Unused && !lastUseTest(term.value, now))
        return SearchWords::tr("\"%1\" is no time. Use one like >90d or never.").arg(term.value);
    return {};
}

} // namespace tokensmith::search
