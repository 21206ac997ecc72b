// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace tokensmith::base {

// One category per module; no secret and no request header is ever logged.
Q_DECLARE_LOGGING_CATEGORY(logCloudflare)
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logMcp)
Q_DECLARE_LOGGING_CATEGORY(logSecrets)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logTokens)
Q_DECLARE_LOGGING_CATEGORY(logUi)
Q_DECLARE_LOGGING_CATEGORY(logApp)

/**
 * Sets how much of our categories and of Qt's is written to stderr: "error", "warning", "info" or "debug".
 * Returns false for any other word and changes nothing.
 */
[[nodiscard]] bool setLogLevel(QStringView level);

} // namespace tokensmith::base
