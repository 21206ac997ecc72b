// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace tokensmith::app {

/**
 * Where the file is that says how to reach the running program: `DIR/endpoint.json` with --data-dir DIR, else in the
 * session's runtime directory under `folder`. Makes nothing.
 */
[[nodiscard]] QString endpointPath(const QString &dataDir, const QString &folder = QStringLiteral("/tokensmith"));

/** An http address on this machine itself (127.0.0.1, localhost or ::1), without user, query or fragment. */
[[nodiscard]] bool isLoopbackUrl(const QUrl &url);

/**
 * The file `{"url":"http://127.0.0.1:8787/mcp","pid":N}`, by which local programs find the endpoint (0600, written in
 * one piece). Removed by remove() and by the destructor, but only where it is still the one written here: a later
 * start may have replaced it.
 */
class EndpointFile
{
public:
    /** `path` is from endpointPath(); its directory exists. */
    explicit EndpointFile(QString path);
    ~EndpointFile();
    Q_DISABLE_COPY_MOVE(EndpointFile)

    /** Errors: Unavailable with a sentence that names the file. */
    [[nodiscard]] base::Result<base::Done> write(const QUrl &url);
    void remove();

    /**
     * The address in the file at `path`. Errors: NotFound when there is no file; ProtocolError when it isn't what we
     * write, PermissionDenied when somebody else could have written it.
     */
    [[nodiscard]] static base::Result<QUrl> read(const QString &path);

private:
    const QString m_path;
    QByteArray m_written; ///< empty: nothing of ours is there
};

} // namespace tokensmith::app
