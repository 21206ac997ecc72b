// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace tokensmith::base {

/**
 * While one lives on a thread, the texts made there stay in their source language, whatever the window speaks: for
 * what programs read. Must not live across a co_await: others would run within it.
 */
class [[nodiscard]] EnglishTexts
{
public:
    EnglishTexts();
    ~EnglishTexts();
    Q_DISABLE_COPY_MOVE(EnglishTexts)

    [[nodiscard]] static bool areWanted();

    /** What numbers in a text are written by: the window's locale, or none. */
    [[nodiscard]] static QLocale locale();
};

} // namespace tokensmith::base
