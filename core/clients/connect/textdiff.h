// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tokensmith::clients::connect {

struct DiffLine
{
    enum class Kind { Kept, Removed, Added };

    Kind kind = Kind::Kept;
    int number = 0; ///< from 1: in the old text for Removed, else in the new one
    QString text = {};
};

/**
 * What differs between two versions of a file, as one run of lines with up to `context` lines around it; empty if
 * nothing does. Line ends and byte order marks are not shown. The lines may hold secrets: they are other people's
 * files.
 */
[[nodiscard]] QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after, qsizetype context = 3);

} // namespace tokensmith::clients::connect
