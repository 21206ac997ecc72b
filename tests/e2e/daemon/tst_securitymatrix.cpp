// SPDX-License-Identifier: GPL-3.0-or-later
// Who may talk to the running server, from where and how: every refusal has its status, and the server goes on.
// How requests are framed is in tst_smuggling, what a client may take up in tst_exhaustion.
#include "tests/e2e/daemon/target.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

/** Header lines that name us, or pretend to; HERE stands for our port. */
struct Variant
{
    const char *name;
    QByteArray lines;
    int status; ///< 0: allowed
};

const QList<Variant> &hosts()
{
    static const QList<Variant> all{
        {"Host: ours", "Host: 127.0.0.1:HERE\r\n", 0},
        {"Host: ours by name", "Host: localhost:HERE\r\n", 0},
        {"Host: ours, IPv6", "Host: [::1]:HERE\r\n", 0},
        {"Host: evil", "Host: evil.com\r\n", 403},
        {"Host: evil with our port", "Host: evil.com:HERE\r\n", 403},
        {"Host: null", "Host: null\r\n", 403},
        {"Host: look-alike", "Host: localhost.evil.com:HERE\r\n", 403},
        {"Host: look-alike address", "Host: 127.0.0.1.nip.io:HERE\r\n", 403},
        {"Host: look-alike IPv6", "Host: [::1].evil:HERE\r\n", 403},
        {"Host: credentials", "Host: 127.0.0.1:HERE@evil.com\r\n", 403},
        {"Host: our port and more", "Host: 127.0.0.1:HERE.evil.com\r\n", 403},
        {"Host: our port and a digit", "Host: 127.0.0.1:HERE0\r\n", 403},
        {"Host: with a final dot", "Host: localhost.:HERE\r\n", 403},
        {"Host: all interfaces", "Host: 0.0.0.0:HERE\r\n", 403},
        {"Host: short address", "Host: 127.1:HERE\r\n", 403},
        {"Host: decimal address", "Host: 2130706433:HERE\r\n", 403},
        {"Host: mapped address", "Host: [::ffff:127.0.0.1]:HERE\r\n", 403},
        {"Host: long IPv6", "Host: [0:0:0:0:0:0:0:1]:HERE\r\n", 403},
        {"Host: IPv6 without brackets", "Host: ::1:HERE\r\n", 403},
        {"Host: wrong port", "Host: 127.0.0.1:1\r\n", 403},
        {"Host: no port", "Host: localhost\r\n", 403},
        {"Host: missing", "", 400},
        {"Host: empty", "Host: \r\n", 400},
        {"Host: doubled", "Host: 127.0.0.1:HERE\r\nHost: 127.0.0.1:HERE\r\n", 400},
        {"Host: doubled, one evil", "Host: 127.0.0.1:HERE\r\nHost: evil.com\r\n", 400},
    };
    return all;
}

const QList<Variant> &origins()
{
    static const QList<Variant> all{
        {"Origin: missing", "", 0},
        {"Origin: ours", "Origin: http://127.0.0.1:HERE\r\n", 0},
        {"Origin: ours by name", "Origin: http://localhost:HERE\r\n", 0},
        {"Origin: ours, IPv6", "Origin: http://[::1]:HERE\r\n", 0},
        {"Origin: evil", "Origin: http://evil.com\r\n", 403},
        {"Origin: null", "Origin: null\r\n", 403},
        {"Origin: look-alike", "Origin: http://localhost.evil.com\r\n", 403},
        {"Origin: look-alike with our port", "Origin: http://localhost.evil.com:HERE\r\n", 403},
        {"Origin: look-alike address", "Origin: http://127.0.0.1.nip.io:HERE\r\n", 403},
        {"Origin: look-alike IPv6", "Origin: http://[::1].evil:HERE\r\n", 403},
        {"Origin: credentials", "Origin: http://localhost:HERE@evil.com\r\n", 403},
        {"Origin: our port and more", "Origin: http://localhost:HERE.evil.com\r\n", 403},
        {"Origin: wrong port", "Origin: http://127.0.0.1:1\r\n", 403},
        {"Origin: no port", "Origin: http://localhost\r\n", 403},
        {"Origin: other scheme", "Origin: https://localhost:HERE\r\n", 403},
        {"Origin: no scheme", "Origin: localhost:HERE\r\n", 403},
        {"Origin: a file", "Origin: file://\r\n", 403},
        {"Origin: an extension", "Origin: chrome-extension://abcdefghijklmnop\r\n", 403},
        {"Origin: two in one", "Origin: http://localhost:HERE http://evil.com\r\n", 403},
        {"Origin: empty", "Origin: \r\n", 403},
        {"Origin: doubled", "Origin: http://localhost:HERE\r\nOrigin: http://localhost:HERE\r\n", 400},
        {"Origin: doubled, one evil", "Origin: http://localhost:HERE\r\nOrigin: http://evil.com\r\n", 400},
    };
    return all;
}

const QByteArray kPing = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";

} // namespace

class SecurityMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_target.start()); }
    void cleanup() { QVERIFY2(m_target.stillServes(), m_target.process().standardError().constData()); }
    void cleanupTestCase() { QVERIFY2(m_target.stop(), m_target.process().standardError().constData()); }
    void hostsAndOrigins_data();
    void hostsAndOrigins();
    void keysAndTypes_data();
    void keysAndTypes();
    void methodsAndPaths_data();
    void methodsAndPaths();
    void aKeyOfAnotherServer();
    void aLargeBody();
    void aLargeHeader();
    void aSlowHeader();
    void expectations();
    void ipv6();
    void aTakenPortIsExplained();

private:
    /** What comes back for these bytes; HERE stands for the port, and the connection is closed by then. */
    QByteArray ask(QByteArray bytes)
    {
        const PlainSocket client(m_target.port());
        client.send(bytes.replace("HERE", QByteArray::number(m_target.port())));
        const QByteArray received = client.readAll();
        if (received.toLower().contains("access-control-"))
            return "an answer with CORS headers";
        return received.contains("\r\nX-Correlation-ID: ") ? received : "an answer without a name: " + received;
    }

    static QByteArray lengthOf(const QByteArray &body)
    {
        return "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }

    Target m_target;
};

void SecurityMatrixTest::hostsAndOrigins_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    for (const Variant &host : hosts()) {
        for (const Variant &origin : origins()) {
            const bool isMalformed = host.status == 400 || origin.status == 400;
            const int status = isMalformed ? 400 : std::max(host.status, origin.status);
            QTest::addRow("%s, %s", host.name, origin.name) << host.lines + origin.lines << status;
        }
    }
}

// On every route, with the right key, and however promising the rest of it is.
void SecurityMatrixTest::hostsAndOrigins()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    const QByteArray call = "POST /mcp HTTP/1.1\r\n" + lines + Target::kKey + Target::kJson + lengthOf(kPing);
    QCOMPARE(statusOf(ask(call)), status == 0 ? 200 : status);
    const QByteArray rest = " HTTP/1.1\r\n" + lines + Target::kKey + "Connection: close\r\n\r\n";
    QCOMPARE(statusOf(ask("GET /health" + rest)), status == 0 ? 200 : status);
    QCOMPARE(statusOf(ask("GET /templates" + rest)), status == 0 ? 200 : status);
    QCOMPARE(statusOf(ask("OPTIONS /mcp" + rest)), status == 0 ? 405 : status);
    QCOMPARE(statusOf(ask("POST /register" + rest)), status == 0 ? 404 : status);
    QCOMPARE(statusOf(ask("GET /.well-known/oauth-protected-resource" + rest)), status == 0 ? 404 : status);
}

void SecurityMatrixTest::keysAndTypes_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArray &lines, int status, const QByteArray &says) {
        QTest::newRow(name) << lines << status << says;
    };
    row("no key", Target::kJson, 401, "A key is needed");
    row("empty key", "X-API-Key: \r\n" + Target::kJson, 401, "A key is needed");
    row("wrong key", "X-API-Key: wrong\r\n" + Target::kJson, 401, "This key is not known");
    row("key and a letter more", "X-API-Key: test-keyy\r\n" + Target::kJson, 401, "This key is not known");
    row("key in another case", "X-API-Key: TEST-KEY\r\n" + Target::kJson, 401, "This key is not known");
    row("key as Basic", "Authorization: Basic test-key\r\n" + Target::kJson, 401, "A key is needed");
    row("key as Bearer", "Authorization: Bearer test-key\r\n" + Target::kJson, 200, "result");
    row("key in a cookie", "Cookie: X-API-Key=test-key\r\n" + Target::kJson, 401, "A key is needed");
    row("two keys", Target::kKey + "X-API-Key: wrong\r\n" + Target::kJson, 400, "well-formed");
    row("the key twice", Target::kKey + Target::kKey + Target::kJson, 400, "well-formed");
    row("text/plain", Target::kKey + "Content-Type: text/plain\r\n", 415, "application/json");
    row("text/plain without a key", "Content-Type: text/plain\r\n", 401, "A key is needed");
    row("a form", Target::kKey + "Content-Type: application/x-www-form-urlencoded\r\n", 415, "application/json");
    row("a multipart form", Target::kKey + "Content-Type: multipart/form-data; boundary=application/json\r\n", 415,
        "application/json");
    row("no type", Target::kKey, 415, "application/json");
    row("two types", Target::kKey + Target::kJson + "Content-Type: text/plain\r\n", 400, "well-formed");
    row("JSON with a charset", Target::kKey + "Content-Type: application/json; charset=utf-8\r\n", 200, "result");
}

void SecurityMatrixTest::keysAndTypes()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const QByteArray received = ask("POST /mcp HTTP/1.1\r\n" + m_target.host() + lines + lengthOf(kPing));
    QCOMPARE(statusOf(received), status);
    QVERIFY2(received.contains(says), received.constData());
    QVERIFY(!received.contains("test-key"));
    QCOMPARE(received.contains("\r\nWWW-Authenticate: "), status == 401);
}

void SecurityMatrixTest::methodsAndPaths_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    for (const char *method : {"GET", "DELETE", "PUT", "OPTIONS", "PATCH", "HEAD", "TRACE", "post", "PROPFIND"})
        QTest::addRow("%s /mcp", method) << method + " /mcp"_ba << 405 << "\r\nAllow: POST\r\n"_ba;
    for (const char *path : {"/health", "/templates"}) {
        for (const char *method : {"POST", "DELETE", "OPTIONS"})
            QTest::addRow("%s %s", method, path) << method + " "_ba + path << 405 << "\r\nAllow: GET, HEAD\r\n"_ba;
        QTest::addRow("HEAD %s", path) << "HEAD "_ba + path << 200 << "\r\n\r\n"_ba;
    }
    for (const char *path : {"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp",
                             "/.well-known/oauth-authorization-server", "/.well-known/oauth-authorization-server/mcp",
                             "/.well-known/openid-configuration", "/.well-known/openid-configuration/mcp",
                             "/mcp/.well-known/openid-configuration", "/mcp/.well-known/oauth-authorization-server",
                             "/register", "/authorize", "/token"}) {
        for (const char *method : {"GET", "POST", "HEAD"})
            QTest::addRow("%s %s", method, path)
                << method + " "_ba + path << 404 << (*method == 'H' ? "\r\n\r\n"_ba : "X-API-Key"_ba);
    }
    for (const char *path : {"/", "/mcp/", "/mcp%20", "/%6dcp", "//mcp", "/MCP", "/mcp/../mcp", "/sandbox/faults"})
        QTest::addRow("POST %s", path) << "POST "_ba + path << 404 << "MCP clients connect to /mcp"_ba;
}

void SecurityMatrixTest::methodsAndPaths()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    for (const QByteArray &key : {QByteArray(), Target::kKey}) {
        const QByteArray received =
            ask(line + " HTTP/1.1\r\n" + m_target.host() + key + Target::kJson + lengthOf(QByteArray()));
        QCOMPARE(statusOf(received), status);
        QVERIFY2(received.contains(says), received.constData());
        QCOMPARE(received.endsWith("\r\n\r\n"), line.startsWith("HEAD "));
    }
}

void SecurityMatrixTest::aKeyOfAnotherServer()
{
    Target other;
    other.process().setEnvironment({{u"MCP_API_KEY"_s, u"its-own-key"_s}});
    QVERIFY(other.process().start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, other.process().home()}));
    const PlainSocket client(other.port());
    client.send(other.ping("1", "Connection: close\r\n")); // with the key of the first
    QCOMPARE(statusOf(client.readAll()), 401);
    QVERIFY(other.stop());
}

void SecurityMatrixTest::aLargeBody()
{
    const qint64 before = m_target.residentMemory();
    const QByteArray body(2'000'000, ' ');
    for (int i = 0; i < 20; ++i) {
        const QByteArray received = ask(m_target.post(body));
        QCOMPARE(statusOf(received), 413);
        QVERIFY(received.contains("a body may have 1 MiB"));
    }
    // Half of them keep their 1 MB to themselves until they are told to go.
    std::vector<PlainSocket> clients;
    clients.reserve(50);
    for (int i = 0; i < 50; ++i) {
        const PlainSocket &client = clients.emplace_back(m_target.port());
        client.send("POST /mcp HTTP/1.1\r\n" + m_target.host() + Target::kJson + "Content-Length: 1000000\r\n\r\n");
        client.send(QByteArray(500'000, 'x')); // without a key: nothing of it is kept
        QCOMPARE(statusOf(client.readUntil("\r\n\r\n")), 401);
    }
    QVERIFY2(m_target.residentMemory() - before < Target::kGrowth,
             QByteArray::number(m_target.residentMemory()).constData());
}

void SecurityMatrixTest::aLargeHeader()
{
    const qint64 before = m_target.residentMemory();
    for (int i = 0; i < 20; ++i) {
        const QByteArray received = ask("POST /mcp HTTP/1.1\r\nX-Large: " + QByteArray(1'000'000, 'x') + "\r\n\r\n");
        QCOMPARE(statusOf(received), 431);
        QCOMPARE(statusOf(ask(QByteArray(1'000'000, 'x'))), 431);
        QCOMPARE(statusOf(ask("GET /health HTTP/1.1\r\n" + QByteArray("a:\r\n").repeated(100) + "\r\n")), 431);
    }
    QVERIFY2(m_target.residentMemory() - before < Target::kGrowth,
             QByteArray::number(m_target.residentMemory()).constData());
}

void SecurityMatrixTest::aSlowHeader()
{
    const PlainSocket client(m_target.port());
    const PlainSocket silent(m_target.port());
    client.send("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A");
    QCOMPARE(statusOf(client.readAll()), 408); // after five seconds
    QCOMPARE(silent.readAll(), QByteArray());  // has said nothing, is told nothing
}

void SecurityMatrixTest::expectations()
{
    const PlainSocket client(m_target.port());
    const QByteArray request = m_target.ping("expected", "Expect: 100-continue\r\nConnection: close\r\n");
    const qsizetype head = request.indexOf("\r\n\r\n") + 4;
    client.send(request.first(head));
    QCOMPARE(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send(request.sliced(head));
    QVERIFY(client.readAll().contains("\"expected\""));

    // Nobody is asked for a body that won't be read.
    QByteArray stranger = request.first(head);
    stranger.replace(Target::kKey, {});
    QCOMPARE(statusOf(ask(stranger)), 401);
    QCOMPARE(statusOf(ask(m_target.ping("1", "Expect: 200-ok\r\n"))), 417);
}

void SecurityMatrixTest::ipv6()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), m_target.port());
    if (!socket.waitForConnected(2000))
        QSKIP("This machine has no ::1.");
    socket.write(m_target.ping("six", "Connection: close\r\n").replace("127.0.0.1", "[::1]"));
    while (socket.waitForReadyRead(2000)) {
    }
    QVERIFY(socket.readAll().contains("\"six\""));
}

void SecurityMatrixTest::aTakenPortIsExplained()
{
    DaemonProcess second(u"tokensmithd"_s);
    const QString port = QString::number(m_target.port());
    QCOMPARE(second.run({u"--sandbox"_s, u"--port"_s, port, u"--data-dir"_s, second.home() + u"/d"_s}), 3);
    const QByteArray holder = "\"tokensmithd\" (process " + QByteArray::number(m_target.process().processId()) + ")";
    const QByteArray error = second.standardError();
    QVERIFY2(error.contains(port.toLatin1()) && error.contains(holder) && error.contains("choose another port"),
             error.constData());
}

QTEST_GUILESS_MAIN(SecurityMatrixTest)
#include "tst_securitymatrix.moc"
