// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/clients/clientkeys.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace tokensmith::mcp {

/** How far a call has come. `progress` grows from report to report; its unit is the caller's. */
struct Progress
{
    double progress = 0;
    std::optional<double> total = {};
    QString message = {};
};

/** Levels of log messages to the client, least grave first. */
enum class LogLevel {
    Debug,
    Info,
    Notice,
    Warning,
    Error,
    Critical,
    Alert,
    Emergency,
};

/** What may be sent while a call runs. Implemented by the eras; sending after the call has ended does nothing. */
class CallChannel
{
public:
    CallChannel() = default;
    CallChannel(const CallChannel &) = delete;
    CallChannel &operator=(const CallChannel &) = delete;
    virtual ~CallChannel();

    virtual void progress(const Progress &progress) = 0;
    virtual void log(LogLevel level, const QString &logger, const QJsonValue &data) = 0;
};

/** What the client answered to an earlier `input_required` (2026-07-28). */
struct InputRound
{
    QJsonObject responses; ///< by the keys of the requests; what a client or a model wrote: check it
    QJsonObject state;     ///< as the handler gave it; empty where the client sent responses without one
};

/** Who calls, what the client can do, and how to stop. Handed to a handler by value. */
struct CallContext
{
    /** Whether an answer may be `input_required`: since revision 2026-07-28. */
    enum class Rounds {
        None,
        Allowed,
    };

    /** Where the secret of a token made by this call goes. */
    enum class Secrets {
        Inline,        ///< into the answer
        Held,          ///< into the keychain only: the answer says which item
        InlineAndHeld, ///< both
    };

    clients::ClientIdentity client = {};
    QByteArray correlationId = {};
    base::CancelToken cancel = {};
    Rounds rounds = Rounds::None;
    QJsonObject capabilities = {}; ///< what the client declared with this very request (2026-07-28); else empty
    std::optional<InputRound> input = {};
    Secrets secrets = Secrets::Inline;
    std::shared_ptr<CallChannel> channel = {}; ///< null where nothing may be sent

    void report(const Progress &progress) const;
    void log(LogLevel level, const QString &logger, const QJsonValue &data) const;
};

} // namespace tokensmith::mcp
