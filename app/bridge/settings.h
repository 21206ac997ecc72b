// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

namespace tokensmith::bridge {

enum class Action { Serve, Check, PrintHelp, PrintVersion };

/** Errors: InvalidArgument with a sentence; arguments are never repeated in it, for one may be a key. */
[[nodiscard]] base::Result<Action> actionFrom(const QStringList &arguments);
[[nodiscard]] QString helpText();

/** Whether the app is started where none answers (TOKENSMITH_START). */
enum class StartPolicy {
    IfNeeded,
    WithoutWindow, ///< "daemon": as tokensmithd, even where there is a display
    Never,         ///< "never"
};

/** Where the app is, and how to start it. */
struct AppPlace
{
    QUrl url = {};              ///< TOKENSMITH_URL; empty: what the endpoint file says, else the default port
    QString endpointFile = {};  ///< where the app says where it listens
    QStringList arguments = {}; ///< TOKENSMITH_START_ARGUMENTS, and --data-dir for TOKENSMITH_DATA_DIR
    StartPolicy start = StartPolicy::IfNeeded;
};

/** Errors: InvalidArgument with a sentence that names the variable. The key is not read here: keysource.h. */
[[nodiscard]] base::Result<AppPlace> appPlaceFrom(const QProcessEnvironment &environment);

} // namespace tokensmith::bridge
