// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/lineframer.h"

#include <QTest>

using namespace tokensmith::bridge;

namespace {

constexpr qsizetype kLimit = 10;

/** What comes out of `input` fed in pieces of `size`; too long a line as "!". */
QByteArrayList linesOf(const QByteArray &input, qsizetype size)
{
    LineFramer framer(kLimit);
    QByteArrayList texts;
    const auto add = [&](const Line &line) { texts.append(line.kind == Line::Kind::Whole ? line.bytes : "!"); };
    for (qsizetype at = 0; at < input.size(); at += size) {
        for (const Line &line : framer.feed(QByteArrayView(input).sliced(at, std::min(size, input.size() - at))))
            add(line);
    }
    if (const std::optional<Line> last = framer.finish())
        add(*last);
    return texts;
}

} // namespace

class LineFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLines_data();
    void cutsLines();
    void givesALineAsSoonAsItIsWhole();
    void keepsNothingOfATooLongLine();
};

void LineFramerTest::cutsLines_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("lines");
    const auto row = [](const char *name, const QByteArray &input, const QByteArrayList &lines) {
        QTest::newRow(name) << input << lines;
    };
    row("nothing", "", {});
    row("one", "{}\n", {"{}"});
    row("several", "{}\n[]\n1\n", {"{}", "[]", "1"});
    row("carriage returns", "{}\r\n[]\r\n", {"{}", "[]"});
    row("blank lines", "\n\r\n  \n{}\n\n", {"{}"});
    row("last without an end", "{}\n[1]", {"{}", "[1]"});
    row("last with half an end", "{}\r", {"{}"});
    row("of the limit", "0123456789\n", {"0123456789"});
    row("of the limit, carriage return", "0123456789\r\n", {"0123456789"});
    row("beyond the limit", "0123456789a\n{}\n", {"!", "{}"});
    row("far beyond the limit", QByteArray(1000, 'x') + "\n{}", {"!", "{}"});
    row("last beyond the limit", "{}\n0123456789abc", {"{}", "!"});
    row("return within", "{\r}\n", {"{\r}"});
}

void LineFramerTest::cutsLines()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, lines);
    for (const qsizetype size : {1, 2, 3, 7, 10'000})
        QCOMPARE(linesOf(input, size), lines);
}

void LineFramerTest::givesALineAsSoonAsItIsWhole()
{
    LineFramer framer(kLimit);
    QVERIFY(framer.feed("{").empty());
    QCOMPARE(framer.feed("}\n[").size(), 1U);
    QCOMPARE(framer.feed("]\n").front().bytes, QByteArray("[]"));
    QVERIFY(!framer.finish());
}

void LineFramerTest::keepsNothingOfATooLongLine()
{
    LineFramer framer(kLimit);
    QVERIFY(framer.feed(QByteArray(1000, 'x')).empty());
    QVERIFY(framer.feed(QByteArray(5, 'y')).empty());
    const std::vector<Line> lines = framer.feed("\n");
    QCOMPARE(lines.size(), 1U);
    QCOMPARE(lines.front().kind, Line::Kind::TooLong);
    QVERIFY(lines.front().bytes.isEmpty());
}

QTEST_GUILESS_MAIN(LineFramerTest)
#include "tst_lineframer.moc"
