// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloudflare/httptransport.h"

#include <QNetworkAccessManager>

#include <chrono>

class QNetworkReply;

namespace tokensmith::cloudflare {

/**
 * HttpTransport over QNetworkAccessManager: certificates verified, no redirects (Qt would send Authorization along),
 * no cookies, no cache, HTTP/1.1 where Qt's HTTP/2 has known holes. A call ends after `timeout`, however steadily its
 * answer trickles in.
 */
class NetworkTransport final : public HttpTransport
{
public:
    struct Options
    {
        QByteArray userAgent;
        std::chrono::milliseconds timeout{30'000}; ///< from the start of a call to the end of its answer
        qsizetype maxAnswerBytes = 64 * 1024 * 1024;
    };

    explicit NetworkTransport(Options options);
    ~NetworkTransport() override;

    [[nodiscard]] base::Async<HttpAnswer> send(HttpCall call) override;

private:
    [[nodiscard]] QNetworkReply *start(const HttpCall &call);

    Options m_options;
    QNetworkAccessManager m_network;
};

} // namespace tokensmith::cloudflare
