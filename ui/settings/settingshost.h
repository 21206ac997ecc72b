// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

namespace tokensmith::ui {

/** Whether something can be had on this machine; `why` says why not, or what it does here. */
struct Ability
{
    enum class State { Works, Missing };

    State state = State::Works;
    QString why = {};
};

/** The connection in use, in words for the page. Names come from Cloudflare: plain text. */
struct ConnectionWords
{
    QString name = {};   ///< empty: there is none
    QString detail = {}; ///< what kind of token, where it is, until when
    enum class Token {
        Replaceable, ///< in the keychain
        Given,       ///< by the environment or the sandbox: not ours to change
    };
    Token token = Token::Replaceable;
};

/** What the settings page has to know of this program and this machine. Implemented in app/desktop. */
class SettingsHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual ConnectionWords connection() const = 0;
    [[nodiscard]] virtual Ability tray() const = 0;
    [[nodiscard]] virtual Ability screenLock() const = 0;
    [[nodiscard]] virtual Ability autostart() const = 0;
    [[nodiscard]] virtual Ability changeLimit() const = 0; ///< Missing: the environment decides
    [[nodiscard]] virtual Ability port() const = 0;        ///< Missing: the command line decides

    enum class AtSignIn { Off, On };
    [[nodiscard]] virtual AtSignIn atSignIn() const = 0;
    [[nodiscard]] virtual base::Result<base::Done> setAtSignIn(AtSignIn choice) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace tokensmith::ui
