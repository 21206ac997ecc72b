// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/replyparser.h"

#include <QTest>

using namespace tokensmith::bridge;
using State = ReplyParser::State;

class ReplyParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void chunksComeAsTheyArrive();
    void untilTheConnectionEnds();
    void cutShort();
    void noHttp_data();
    void noHttp();
};

void ReplyParserTest::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("streams");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") << 200 << QByteArray("{}")
                            << false;
    QTest::newRow("empty") << QByteArray("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n") << 202 << QByteArray()
                           << false;
    QTest::newRow("error") << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n"
                                         "Content-Length: 3\r\n\r\n[1]")
                           << 401 << QByteArray("[1]") << false;
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                          "3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n")
                            << 200 << QByteArray("abcd") << false;
    QTest::newRow("stream") << QByteArray("HTTP/1.1 200 OK\r\ncontent-type: Text/Event-Stream; charset=utf-8\r\n"
                                          "Transfer-Encoding: chunked\r\n\r\na\r\ndata: {}\n\n\r\n0\r\n\r\n")
                            << 200 << QByteArray("data: {}\n\n") << true;
    QTest::newRow("after a 100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n"
                                               "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                                 << 200 << QByteArray("{}") << false;
}

void ReplyParserTest::answers()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype size : {1, 2, 3, 5, 7, 10'000}) {
        ReplyParser parser;
        QByteArray body;
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            QVERIFY(parser.state() != State::Done);
            QVERIFY(parser.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at))) != State::Failed);
            body += parser.takeBody();
        }
        QCOMPARE(parser.state(), State::Done);
        QTEST(parser.status(), "status");
        QTEST(body, "body");
        QTEST(parser.isEventStream(), "streams");
    }
}

void ReplyParserTest::chunksComeAsTheyArrive()
{
    ReplyParser parser;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), State::Body);
    QCOMPARE(parser.feed("5\r\nhello\r\n"), State::Body);
    QCOMPARE(parser.takeBody(), QByteArray("hello"));
    QCOMPARE(parser.feed("5\r\nworld\r\n"), State::Body);
    QCOMPARE(parser.takeBody(), QByteArray("world"));
    QCOMPARE(parser.finish(), State::Failed);
}

void ReplyParserTest::untilTheConnectionEnds()
{
    ReplyParser parser;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata"),
             State::Body);
    QCOMPARE(parser.takeBody(), QByteArray("data"));
    QCOMPARE(parser.finish(), State::Done);
}

void ReplyParserTest::cutShort()
{
    ReplyParser nothing;
    QCOMPARE(nothing.finish(), State::Failed);
    ReplyParser head;
    QCOMPARE(head.feed("HTTP/1.1 200 OK\r\nContent-Le"), State::Head);
    QCOMPARE(head.finish(), State::Failed);
    ReplyParser body;
    QCOMPARE(body.feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"), State::Body);
    QCOMPARE(body.finish(), State::Failed);
}

void ReplyParserTest::noHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    QTest::newRow("a greeting") << QByteArray("220 mail.example ESMTP");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
    QTest::newRow("no chunk size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n");
    QTest::newRow("endless head") << "HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'x');
    QTest::newRow("two lengths") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
}

void ReplyParserTest::noHttp()
{
    QFETCH(QByteArray, bytes);
    ReplyParser parser;
    QCOMPARE(parser.feed(bytes), State::Failed);
}

QTEST_GUILESS_MAIN(ReplyParserTest)
#include "tst_replyparser.moc"
