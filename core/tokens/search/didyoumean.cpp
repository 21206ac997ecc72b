// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/suggestions.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace tokensmith::search {

namespace {

constexpr qsizetype kLongest = 40; ///< texts longer than this are not compared

/** The number of letters left out, put in, changed or swapped with their neighbour between two short texts. */
int distance(QStringView a, QStringView b)
{
    using Line = std::array<int, kLongest + 1>;
    Line before{};
    Line line{};
    std::iota(line.begin(), line.end(), 0);
    Line twoBefore = line;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        twoBefore = std::exchange(before, line);
        line[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            line[at] = std::min({before[at] + 1, line[at - 1] + 1, before[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                line[at] = std::min(line[at], twoBefore[at - 2] + 1);
        }
    }
    return line[std::size_t(b.size())];
}

/** Keeps the candidate nearest to a text, if it is near enough to be a slip of the hand. */
class Nearest
{
public:
    explicit Nearest(const QString &text)
        : m_text(text.toCaseFolded())
        , m_least(text.size() > 4 ? 3 : 2)
    {
    }

    void offer(const QString &candidate)
    {
        const QString folded = candidate.toCaseFolded();
        const qsizetype difference = std::abs(folded.size() - m_text.size());
        if (m_text.size() < 2 || m_text.size() > kLongest || folded.size() > kLongest || difference >= m_least)
            return;
        const int apart = distance(m_text, folded);
        if (apart >= m_least)
            return;
        m_least = apart;
        m_best = candidate;
    }

    [[nodiscard]] const QString &best() const { return m_best; } ///< empty: none is near

private:
    QString m_text;
    int m_least; ///< a candidate has to be nearer
    QString m_best;
};

/** The nearest text of a book, or word of one; empty where some text contains the value as it is. */
QString nearestIn(const NameBook &book, const QString &value)
{
    const std::vector<bool> found = book.containing(value.toCaseFolded());
    if (std::find(found.begin(), found.end(), true) != found.end())
        return {};
    Nearest nearest(value);
    for (quint32 i = 0; i < book.size(); ++i) {
        const QString text = book.name(i).toCaseFolded();
        nearest.offer(text);
        for (const QStringView word : QStringView(text).split(u' ', Qt::SkipEmptyParts))
            nearest.offer(word.toString());
    }
    return nearest.best();
}

QString nearestState(const QString &value)
{
    if (traitsFor(value))
        return {};
    Nearest nearest(value);
    for (const TraitWord &word : traitWords())
        nearest.offer(word.word);
    return nearest.best();
}

/** "expire:<30d" as "expires:<30d"; the same term where its beginning is not nearly an operator. */
Term withNearestField(const Term &term)
{
    const qsizetype colon = term.value.indexOf(u':');
    if (colon <= 0)
        return term;
    Nearest nearest(term.value.first(colon));
    for (const FieldWord &field : fieldWords())
        nearest.offer(field.word);
    Term better = term;
    if (const std::optional<Field> field = fieldNamed(nearest.best())) {
        better.field = *field;
        better.value = term.value.mid(colon + 1);
    }
    return better;
}

Term corrected(Term term, const TokenIndex &index)
{
    if (term.field == Field::Text)
        term = withNearestField(term);
    QString value;
    if (term.field == Field::Is)
        value = nearestState(term.value);
    else if (term.field == Field::Owner)
        value = nearestIn(index.owners(), term.value);
    else if (term.field == Field::Perm)
        value = nearestIn(index.permissions(), term.value);
    else if (term.field == Field::Zone)
        value = nearestIn(index.zones(), term.value);
    if (!value.isEmpty())
        term.value = value;
    return term;
}

} // namespace

QString didYouMean(QStringView text, const TokenIndex &index)
{
    QString result = text.toString();
    const Query query = parseQuery(text);
    for (auto term = query.rbegin(); term != query.rend(); ++term) { // from the end: places in front stay right
        const Term better = corrected(*term, index);
        if (better != *term)
            result.replace(term->start, term->length, typed(better));
    }
    return result == text ? QString() : result;
}

} // namespace tokensmith::search
