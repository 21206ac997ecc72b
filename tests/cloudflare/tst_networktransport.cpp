// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/networktransport.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using cloudflare::HttpCall;
using cloudflare::NetworkTransport;
using test::await;

Q_DECLARE_METATYPE(tokensmith::cloudflare::HttpCall::Method)
Q_DECLARE_METATYPE(tokensmith::base::Error::Code)

/** A listening socket that answers each connection's first bytes with fixed ones, or closes without a word. */
class OneAnswerServer : public QTcpServer
{
public:
    explicit OneAnswerServer(QByteArray answer, QObject *parent = nullptr)
        : QTcpServer(parent)
        , m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                requests.append(socket->readAll());
                if (m_answer == "silence")
                    return;
                if (m_answer == "trickle")
                    return trickle(socket);
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/client/v4/user"_s.arg(serverPort())); }
    QByteArrayList requests;

private:
    /** An answer without an end, a byte every few milliseconds. */
    static void trickle(QTcpSocket *socket)
    {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        timer->start(10);
    }

    QByteArray m_answer;
};

class NetworkTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatItSays();
    void anErrorStatusIsAnAnswer();
    void redirectsAreNotFollowed();
    void lostAnswers_data();
    void lostAnswers();
    void nobodyThere();
    void cancelAborts();
    void tooLargeAnAnswer();

private:
    NetworkTransport m_transport{
        {.userAgent = "tokensmith-test/1", .timeout = std::chrono::milliseconds(300), .maxAnswerBytes = 100'000}};
};

void NetworkTransportTest::sendsWhatItSays()
{
    OneAnswerServer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nCF-Ray: abc\r\n\r\n{}");
    const auto answer = await(m_transport.send({.method = HttpCall::Method::Post,
                                                .url = server.url(),
                                                .bearer = base::Secret("cfut_x"),
                                                .body = "{\"a\":1}"}));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("{}"));
    QCOMPARE(answer->header("cf-ray"), QByteArray("abc"));
    const QByteArray request = server.requests.join();
    QVERIFY(request.startsWith("POST /client/v4/user HTTP/1.1\r\n"));
    QVERIFY(request.contains("Authorization: Bearer cfut_x\r\n"));
    QVERIFY(request.contains("User-Agent: tokensmith-test/1\r\n"));
    QVERIFY(request.contains("Content-Type: application/json\r\n"));
}

void NetworkTransportTest::anErrorStatusIsAnAnswer()
{
    OneAnswerServer server("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}");
    const auto answer = await(m_transport.send({.url = server.url()}));
    QVERIFY(answer);
    QCOMPARE(answer->status, 403);
    QVERIFY(!server.requests.join().contains("Authorization"));
}

void NetworkTransportTest::redirectsAreNotFollowed()
{
    OneAnswerServer elsewhere("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    OneAnswerServer server("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url().toEncoded()
                           + "\r\nContent-Length: 0\r\n\r\n");
    const auto answer = await(m_transport.send({.url = server.url(), .bearer = base::Secret("cfut_x")}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Error::Code::ProtocolError);
    QVERIFY(elsewhere.requests.isEmpty());
}

void NetworkTransportTest::lostAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<HttpCall::Method>("method");
    QTest::addColumn<Error::Code>("expected");
    QTest::newRow("closed, GET") << QByteArray() << HttpCall::Method::Get << Error::Code::Unavailable;
    QTest::newRow("closed, POST") << QByteArray() << HttpCall::Method::Post << Error::Code::OutcomeUnknown;
    QTest::newRow("closed, PUT") << QByteArray() << HttpCall::Method::Put << Error::Code::OutcomeUnknown;
    QTest::newRow("silence, GET") << QByteArray("silence") << HttpCall::Method::Get << Error::Code::Timeout;
    QTest::newRow("silence, DELETE") << QByteArray("silence") << HttpCall::Method::Delete
                                     << Error::Code::OutcomeUnknown;
    QTest::newRow("trickle, GET") << QByteArray("trickle") << HttpCall::Method::Get << Error::Code::Timeout;
    QTest::newRow("trickle, POST") << QByteArray("trickle") << HttpCall::Method::Post << Error::Code::OutcomeUnknown;
    QTest::newRow("half an answer, POST") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"succ")
                                          << HttpCall::Method::Post << Error::Code::OutcomeUnknown;
}

void NetworkTransportTest::lostAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(HttpCall::Method, method);
    QFETCH(Error::Code, expected);
    OneAnswerServer server(answer);
    const auto result = await(m_transport.send({.method = method, .url = server.url(), .body = "{}"}));
    QVERIFY(!result);
    QCOMPARE(base::codeName(result.error().code), base::codeName(expected));
    // Qt itself would send a POST again whose connection closed: it must arrive once, for good.
    if (method == HttpCall::Method::Post || method == HttpCall::Method::Put) {
        QCOMPARE(server.requests.join().count(" HTTP/1.1"), 1);
    }
}

void NetworkTransportTest::nobodyThere()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(taken.serverPort()));
    taken.close();
    const auto result = await(m_transport.send({.method = HttpCall::Method::Post, .url = url, .body = "{}"}));
    QCOMPARE(result.error().code, Error::Code::Unavailable);
}

void NetworkTransportTest::cancelAborts()
{
    OneAnswerServer server("silence");
    base::CancelSource stop;
    QTimer::singleShot(30, this, [&stop] { stop.cancel(); });
    const auto result = await(m_transport.send({.url = server.url(), .cancel = stop.token()}));
    QCOMPARE(result.error().code, Error::Code::Cancelled);
    const auto never = await(m_transport.send({.url = server.url(), .cancel = stop.token()}));
    QCOMPARE(never.error().code, Error::Code::Cancelled);
    QCOMPARE(server.requests.size(), 1);
}

void NetworkTransportTest::tooLargeAnAnswer()
{
    OneAnswerServer server("HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + QByteArray(400'000, 'x'));
    const auto read = await(m_transport.send({.url = server.url()}));
    QVERIFY(!read);
    QCOMPARE(base::codeName(read.error().code), base::codeName(Error::Code::ProtocolError));
    QVERIFY2(read.error().message.contains("too large"_L1), qPrintable(read.error().message));
    const auto change = await(m_transport.send({.method = HttpCall::Method::Delete, .url = server.url()}));
    QVERIFY(!change);
    QCOMPARE(base::codeName(change.error().code), base::codeName(Error::Code::OutcomeUnknown));
    QVERIFY2(change.error().detail.contains("too large"_L1), qPrintable(change.error().detail));
}

QTEST_GUILESS_MAIN(NetworkTransportTest)
#include "tst_networktransport.moc"
