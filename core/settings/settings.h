// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace tokensmith::settings {

enum class Colours {
    System, ///< as the desktop says
    Light,
    Dark,
};

enum class RowHeight { Compact, Normal };

/** How a day is written: 23 Nov 2026, 2026-11-23, Nov 23, 2026. */
enum class DateStyle { DayFirst, Iso, MonthFirst };

/**
 * What a person can choose. A value, complete at any time; the defaults are those of a first start. What may be in each
 * member is checked by settingsfile.h when it is read and by SettingsStore when it is written.
 *
 * Not here: whether the program starts at sign-in. The desktop's autostart entry is the truth of that
 * (platform::Autostart).
 */
struct Settings
{
    int changesPerMinute = 10;          ///< of one client key; 1 to 1000
    QStringList accountsInUse = {};     ///< ids; empty: every account the connection can see
    std::chrono::minutes lockAfter{15}; ///< without input; 0: never
    bool lockWithScreen = true;         ///< also before sleep
    std::chrono::seconds clearClipboardAfter{30};
    std::chrono::seconds denyApprovalAfter{120};
    bool maskSecrets = true;
    QList<int> expirySteps{30, 14, 7, 1, 0}; ///< days before the end, longest first; empty: say nothing
    bool notifyRotations = true;
    bool notifyApprovals = true;
    Colours colours = Colours::System;
    RowHeight rowHeight = RowHeight::Normal;
    QString language = {}; ///< "en", "de"; empty: the desktop's
    DateStyle dates = DateStyle::DayFirst;
    bool closeToTray = true;
    bool serverAtStart = true;
    int port = 8787; ///< where clients connect, unless the command line says otherwise; 1024 to 65535

    [[nodiscard]] bool operator==(const Settings &) const = default;
};

} // namespace tokensmith::settings
