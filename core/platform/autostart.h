// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tokensmith::platform {

/**
 * Whether the desktop starts the program at sign-in: a desktop entry in the autostart directory of the person.
 * Source: freedesktop, "Desktop Application Autostart Specification" and "Desktop Entry Specification".
 */
class Autostart
{
public:
    struct Options
    {
        QString directory; ///< "…/autostart"; need not exist
        QString program;   ///< absolute path; started with --hidden
        QString name;      ///< shown by desktops that list what is started
    };

    explicit Autostart(Options options);

    enum class State { Off, On };

    /** On: an entry is there and not marked as hidden. */
    [[nodiscard]] State state() const;

    /** Writes or removes the entry. Errors: Unavailable, with a sentence that names the file. */
    [[nodiscard]] base::Result<base::Done> set(State state) const;

    [[nodiscard]] QString path() const;

    /** "…/autostart" of the person: under $XDG_CONFIG_HOME. */
    [[nodiscard]] static QString defaultDirectory();

private:
    [[nodiscard]] QByteArray entry() const;

    Options m_options;
};

} // namespace tokensmith::platform
