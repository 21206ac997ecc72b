// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/eventparser.h"

#include <QTest>

using namespace tokensmith::bridge;

class EventParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void events_data();
    void events();
    void tooLongAnEvent();
};

void EventParserTest::events_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("events");
    const auto row = [](const char *name, const QByteArray &stream, const QByteArrayList &events) {
        QTest::newRow(name) << stream << events;
    };
    row("one", "data: {}\n\n", {"{}"});
    row("without the space", "data:{}\n\n", {"{}"});
    row("one space only", "data:  {}\n\n", {" {}"});
    row("carriage returns", "data: {}\r\n\r\ndata: []\r\n\r\n", {"{}", "[]"});
    row("old line ends", "data: {}\r\rdata: []\r\r", {"{}", "[]"});
    row("several lines", "data: {\ndata: }\n\n", {"{\n}"});
    row("named", "event: message\nid: 1\ndata: {}\n\n", {"{}"});
    row("comments", ": keep-alive\n\ndata: {}\n: more\n\n", {"{}"});
    row("priming", "id: 1\ndata:\n\n", {""});
    row("no data", "event: ping\n\nretry: 10\n\n", {});
    row("field without a colon", "data\n\n", {""});
    row("other fields", "datum: 1\n\n", {});
    row("not ended", "data: {}\n", {});
}

void EventParserTest::events()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, events);
    for (const qsizetype size : {1, 2, 3, 1000}) {
        EventParser parser(1000);
        QByteArrayList seen;
        for (qsizetype at = 0; at < stream.size(); at += size)
            seen += parser.feed(QByteArrayView(stream).sliced(at, std::min(size, stream.size() - at)));
        QCOMPARE(seen, events);
        QVERIFY(!parser.hasFailed());
    }
}

void EventParserTest::tooLongAnEvent()
{
    EventParser one(100);
    QVERIFY(one.feed("data: " + QByteArray(200, 'x')).isEmpty());
    QVERIFY(one.hasFailed());
    EventParser many(100);
    for (int i = 0; i < 20; ++i)
        QVERIFY(many.feed("data: 0123456789\n").isEmpty());
    QVERIFY(many.hasFailed());
}

QTEST_GUILESS_MAIN(EventParserTest)
#include "tst_eventparser.moc"
