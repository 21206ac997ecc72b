// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linediff.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tokensmith::ui {

namespace {

/** How long the longest common part of two tails is, for every pair of tails. */
class CommonTails
{
public:
    CommonTails(const QStringList &one, const QStringList &other)
        : m_width(std::size_t(other.size()) + 1)
        , m_lengths((std::size_t(one.size()) + 1) * m_width, 0)
    {
        for (qsizetype i = one.size() - 1; i >= 0; --i) {
            for (qsizetype j = other.size() - 1; j >= 0; --j) {
                m_lengths[index(i, j)] =
                    one.at(i) == other.at(j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    [[nodiscard]] int at(qsizetype i, qsizetype j) const { return m_lengths[index(i, j)]; }

private:
    [[nodiscard]] std::size_t index(qsizetype i, qsizetype j) const
    {
        return std::size_t(i) * m_width + std::size_t(j);
    }

    std::size_t m_width;
    std::vector<int> m_lengths;
};

QStringList linesOf(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

/** Marks what lies between the common beginning and the common end of two lines. */
void markChange(DiffLine &removed, DiffLine &added)
{
    const qsizetype shortest = std::min(removed.text.size(), added.text.size());
    qsizetype start = 0;
    while (start < shortest && removed.text.at(start) == added.text.at(start))
        ++start;
    qsizetype end = 0;
    while (end < shortest - start
           && removed.text.at(removed.text.size() - 1 - end) == added.text.at(added.text.size() - 1 - end))
        ++end;
    if (start + end == 0)
        return; // nothing in common: the whole line is the change
    for (DiffLine *line : {&removed, &added}) {
        if (const qsizetype length = line->text.size() - start - end; length > 0)
            line->marks.append({.start = start, .length = length});
    }
}

/** Pairs the removed and added lines of each block one by one. */
void markBlocks(QList<DiffLine> &lines)
{
    qsizetype i = 0;
    while (i < lines.size()) {
        const qsizetype removed = i;
        while (i < lines.size() && lines.at(i).kind == DiffLine::Kind::Removed)
            ++i;
        const qsizetype added = i;
        while (i < lines.size() && lines.at(i).kind == DiffLine::Kind::Added)
            ++i;
        for (qsizetype k = 0; k < std::min(added - removed, i - added); ++k)
            markChange(lines[removed + k], lines[added + k]);
        if (i == removed)
            ++i;
    }
}

} // namespace

QList<DiffLine> diffLines(const QString &before, const QString &after)
{
    const QStringList old = linesOf(before);
    const QStringList now = linesOf(after);
    const CommonTails tails(old, now);
    QList<DiffLine> lines;
    QList<DiffLine> added; // of the present block, to stand below what they replace
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < old.size() || j < now.size()) {
        if (i < old.size() && j < now.size() && old.at(i) == now.at(j)) {
            lines += std::exchange(added, {});
            lines.append({.kind = DiffLine::Kind::Same, .text = old.at(i)});
            ++i;
            ++j;
        } else if (j == now.size() || (i < old.size() && tails.at(i + 1, j) >= tails.at(i, j + 1))) {
            lines.append({.kind = DiffLine::Kind::Removed, .text = old.at(i++)});
        } else {
            added.append({.kind = DiffLine::Kind::Added, .text = now.at(j++)});
        }
    }
    lines += added;
    markBlocks(lines);
    return lines;
}

} // namespace tokensmith::ui
