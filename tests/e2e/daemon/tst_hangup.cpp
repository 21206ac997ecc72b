// SPDX-License-Identifier: GPL-3.0-or-later
// Who hangs up or cancels takes his call at Cloudflare along, be it the very first one after a start.
#include "tests/support/daemonprocess.h"
#include "tests/support/plainsocket.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

/** A Cloudflare that takes requests and never answers. */
class SilentCloudflare : public QTcpServer
{
public:
    SilentCloudflare()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket] { m_asked += socket->readAll().count("HTTP/1.1\r\n"); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_abandoned; });
        });
    }

    [[nodiscard]] qsizetype asked() const { return m_asked; }
    [[nodiscard]] qsizetype abandoned() const { return m_abandoned; } ///< connections that the other side closed
    [[nodiscard]] QString api() const { return u"http://127.0.0.1:%1/client/v4"_s.arg(serverPort()); }

private:
    qsizetype m_asked = 0;
    qsizetype m_abandoned = 0;
};

bool start(DaemonProcess &daemon, const SilentCloudflare &cloudflare)
{
    daemon.setEnvironment(
        {{u"MCP_API_KEY"_s, u"test-key"_s}, {u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, u"cfut_"_s + QString(48, u'b')}});
    return daemon.start(
        {u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s, u"--api-base"_s, cloudflare.api()});
}

QByteArray post(const DaemonProcess &daemon, const QByteArray &body)
{
    return "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(daemon.port())
           + "\r\nX-API-Key: test-key\r\nContent-Type: application/json\r\nContent-Length: "
           + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray call(const QByteArray &tool, const QByteArray &arguments)
{
    return R"({"jsonrpc":"2.0","id":"first","method":"tools/call","params":{"name":")" + tool + R"(","arguments":)"
           + arguments + "}}";
}

} // namespace

class HangUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstCallEndsWithItsClient_data();
    void theFirstCallEndsWithItsClient();
    void aCancelledFirstCallEndsToo();
    void theEndWaitsForNoHealthCheck();
};

void HangUpTest::theFirstCallEndsWithItsClient_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("arguments");
    const auto row = [](const char *tool, const char *arguments) {
        QTest::newRow(tool) << QByteArray(tool) << QByteArray(arguments);
    };
    row("list_accounts", "{}");
    row("list_zones", "{}");
    row("list_tokens", "{}");
    row("audit_tokens", "{}");
    row("list_permission_groups", "{}");
    row("preview_token", R"({"name":"x","template":"dns_only"})");
    row("create_token", R"({"name":"x","template":"dns_only"})");
}

void HangUpTest::theFirstCallEndsWithItsClient()
{
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, arguments);
    SilentCloudflare cloudflare;
    QVERIFY(cloudflare.listen(QHostAddress::LocalHost));
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(start(daemon, cloudflare));
    {
        const PlainSocket client(daemon.port());
        QVERIFY(client.send(post(daemon, call(tool, arguments))));
        QTRY_COMPARE(cloudflare.asked(), 1);
        QCOMPARE(cloudflare.abandoned(), 0);
    }
    QTRY_COMPARE(cloudflare.abandoned(), 1);
    QCOMPARE(cloudflare.asked(), 1);
    QCOMPARE(daemon.stop(), 0);
}

void HangUpTest::aCancelledFirstCallEndsToo()
{
    SilentCloudflare cloudflare;
    QVERIFY(cloudflare.listen(QHostAddress::LocalHost));
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(start(daemon, cloudflare));
    const PlainSocket client(daemon.port());
    QVERIFY(client.send(post(daemon, call("list_accounts", "{}"))));
    QTRY_COMPARE(cloudflare.asked(), 1);
    const PlainSocket other(daemon.port());
    QVERIFY(other.send(
        post(daemon, R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"first"}})")));
    QTRY_COMPARE(cloudflare.abandoned(), 1);
    QVERIFY(other.readUntil("\r\n\r\n").startsWith("HTTP/1.1 202"));
    QCOMPARE(daemon.stop(), 0);
}

void HangUpTest::theEndWaitsForNoHealthCheck()
{
    SilentCloudflare cloudflare;
    QVERIFY(cloudflare.listen(QHostAddress::LocalHost));
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(start(daemon, cloudflare));
    const PlainSocket client(daemon.port());
    QVERIFY(client.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(daemon.port()) + "\r\n\r\n"));
    QTRY_COMPARE(cloudflare.asked(), 1);
    QCOMPARE(daemon.stop(), 0);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 503 ")); // an answer, not a connection cut off
}

QTEST_GUILESS_MAIN(HangUpTest)
#include "tst_hangup.moc"
