// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

namespace tokensmith::http {

/** The standard phrase of a status ("Not Found"); "Status" for one we never send. */
[[nodiscard]] QByteArrayView reasonPhrase(int status);

/** Writes answers as bytes, head and body in one piece. Keeps the Date line of the current second. */
class ReplyWriter
{
public:
    enum class Body {
        Send,
        Omit,       ///< the answer to HEAD
        Chunked,    ///< the first piece of many, each a chunk()
        UntilClose, ///< the first piece of many, each as it is; HTTP/1.0
    };
    enum class After { Keep, Close }; ///< what the connection does next

    struct Options
    {
        Body body = Body::Send;
        After after = After::Keep;
    };

    /** Headers whose name or value can't stand on one line are left out. */
    [[nodiscard]] QByteArray write(const HttpReply &reply, Options options);

    static constexpr QByteArrayView kLastChunk{"0\r\n\r\n"};
    /** One piece of a chunked body; empty for an empty piece. */
    [[nodiscard]] static QByteArray chunk(const QByteArray &piece);

private:
    const QByteArray &date();

    qint64 m_second = -1; ///< since the epoch; the second m_date names
    QByteArray m_date;
};

} // namespace tokensmith::http
