// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include <array>

namespace tokensmith::base {

Q_LOGGING_CATEGORY(logCloudflare, "tokensmith.cloudflare", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "tokensmith.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logMcp, "tokensmith.mcp", QtInfoMsg)
Q_LOGGING_CATEGORY(logSecrets, "tokensmith.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "tokensmith.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logTokens, "tokensmith.tokens", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "tokensmith.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "tokensmith.app", QtInfoMsg)

bool setLogLevel(QStringView level)
{
    struct Row
    {
        QLatin1StringView name;
        const char *rules;
    };
    // qt.* stays quiet at every level: QtHttpServer's and the network module's debug output shows headers.
    static constexpr std::array<Row, 4> rows{{
        {QLatin1StringView("error"), "*.debug=false\n*.info=false\n*.warning=false"},
        {QLatin1StringView("warning"), "*.debug=false\n*.info=false"},
        {QLatin1StringView("info"), "*.debug=false\ntokensmith.*.info=true"},
        {QLatin1StringView("debug"), "*.debug=false\ntokensmith.*.debug=true"},
    }};
    for (const Row &row : rows) {
        if (level == row.name) {
            QLoggingCategory::setFilterRules(QString::fromLatin1(row.rules));
            return true;
        }
    }
    return false;
}

} // namespace tokensmith::base
