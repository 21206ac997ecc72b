// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/groupname.h"

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct LevelRow
{
    QLatin1StringView word;
    Level level;
};
constexpr std::array<LevelRow, 9> kLevels{{
    {"Read"_L1, Level::Read},
    {"Write"_L1, Level::Write},
    {"Edit"_L1, Level::Write},
    {"Admin"_L1, Level::Other},
    {"Bind"_L1, Level::Other},
    {"Report"_L1, Level::Other},
    {"Revoke"_L1, Level::Other},
    {"Run"_L1, Level::Other},
    {"Send"_L1, Level::Other},
}};

} // namespace

GroupName splitName(const QString &name)
{
    const QString text = name.simplified();
    for (const auto &[word, level] : kLevels) {
        if (!text.endsWith(word, Qt::CaseInsensitive))
            continue;
        QString stem = text.chopped(word.size());
        if (!stem.endsWith(u' ') && !stem.endsWith(u':'))
            continue; // "Spread"
        stem = stem.trimmed();
        if (stem.endsWith(u':'))
            stem = stem.chopped(1).trimmed();
        if (!stem.isEmpty())
            return {.stem = stem, .level = level, .levelWord = text.right(word.size())};
    }
    return {.stem = text};
}

QString nameKey(const GroupName &name)
{
    const QString level = name.level == Level::Write ? u"write"_s : name.levelWord.toCaseFolded();
    return name.stem.toCaseFolded() + u'\n' + level;
}

QString nameKey(const QString &name)
{
    return nameKey(splitName(name));
}

} // namespace tokensmith::catalog
