// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/textdiff.h"

#include <algorithm>

namespace tokensmith::clients::connect {

namespace {

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.back().isEmpty())
        lines.removeLast(); // the end of the last line starts no other
    return lines;
}

struct Range
{
    qsizetype begin;
    qsizetype end;
};

void append(QList<DiffLine> &diff, DiffLine::Kind kind, const QList<QByteArray> &lines, Range range)
{
    for (qsizetype at = range.begin; at < range.end; ++at) {
        QByteArray line = lines.at(at);
        if (line.endsWith('\r'))
            line.chop(1);
        if (at == 0 && line.startsWith("\xEF\xBB\xBF"))
            line.remove(0, 3);
        diff.append({kind, static_cast<int>(at + 1), QString::fromUtf8(line)});
    }
}

} // namespace

QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after, qsizetype context)
{
    QList<DiffLine> diff;
    if (before == after)
        return diff;
    const QList<QByteArray> old = linesOf(before);
    const QList<QByteArray> now = linesOf(after);
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old.at(head) == now.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old.at(old.size() - 1 - tail) == now.at(now.size() - 1 - tail))
        ++tail;
    const qsizetype oldEnd = old.size() - tail;
    const qsizetype nowEnd = now.size() - tail;
    append(diff, DiffLine::Kind::Kept, now, {std::max<qsizetype>(0, head - context), head});
    append(diff, DiffLine::Kind::Removed, old, {head, oldEnd});
    append(diff, DiffLine::Kind::Added, now, {head, nowEnd});
    append(diff, DiffLine::Kind::Kept, now, {nowEnd, std::min(nowEnd + context, now.size())});
    return diff;
}

} // namespace tokensmith::clients::connect
