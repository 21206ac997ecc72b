// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tokensmith::ui {

/** A line of a comparison; `marks` are the characters that differ from the line it replaces or is replaced by. */
struct DiffLine
{
    enum class Kind { Same, Removed, Added };
    struct Mark
    {
        qsizetype start = 0;
        qsizetype length = 0;

        [[nodiscard]] bool operator==(const Mark &) const = default;
    };

    Kind kind = Kind::Same;
    QString text;
    QList<Mark> marks = {};

    [[nodiscard]] bool operator==(const DiffLine &) const = default;
};

/** Lines of `before` and `after` with the fewest changes; removed lines stand above those that replace them. Pure. */
[[nodiscard]] QList<DiffLine> diffLines(const QString &before, const QString &after);

} // namespace tokensmith::ui
