// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/stdinreader.h"
#include "app/bridge/stdoutwriter.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace tokensmith::bridge;

namespace {

/** Both ends of a pipe. */
struct Pipe
{
    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
            out = ends[0];
            in = ends[1];
            ::fcntl(out, F_SETFL, O_NONBLOCK); // so that a test that waits in vain fails
        }
    }
    ~Pipe()
    {
        closeIn();
        closeOut();
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    void closeIn()
    {
        if (in >= 0)
            ::close(std::exchange(in, -1));
    }
    void closeOut()
    {
        if (out >= 0)
            ::close(std::exchange(out, -1));
    }
    void put(const QByteArray &bytes) const
    {
        QCOMPARE(::write(in, bytes.constData(), static_cast<size_t>(bytes.size())), ssize_t(bytes.size()));
    }
    [[nodiscard]] QByteArray take() const
    {
        QByteArray bytes(200'000, '\0');
        bytes.resize(std::max<ssize_t>(0, ::read(out, bytes.data(), static_cast<size_t>(bytes.size()))));
        return bytes;
    }

    int out = -1;
    int in = -1;
};

} // namespace

class StdioTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void readsLinesAndTheEnd();
    void pausesReading();
    void writesAtOnce();
    void aBlockedReaderLosesNothing();
    void nobodyReads();
};

void StdioTest::readsLinesAndTheEnd()
{
    Pipe pipe;
    StdinReader reader({.descriptor = pipe.out, .longestLine = 10});
    QByteArrayList lines;
    connect(&reader, &StdinReader::line, this, [&](const Line &line) { lines.append(line.bytes); });
    QSignalSpy ended(&reader, &StdinReader::ended);
    pipe.put("{}\n[");
    QTRY_COMPARE(lines, QByteArrayList{"{}"});
    pipe.put("]");
    pipe.closeIn();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(lines, (QByteArrayList{"{}", "[]"}));
    reader.resume(); // must not read on after the end
    QVERIFY(!ended.wait(20));
}

void StdioTest::pausesReading()
{
    Pipe pipe;
    StdinReader reader({.descriptor = pipe.out});
    QSignalSpy lines(&reader, &StdinReader::line);
    reader.pause();
    pipe.put("{}\n");
    QVERIFY(!lines.wait(20));
    reader.resume();
    QTRY_COMPARE(lines.count(), 1);
}

void StdioTest::writesAtOnce()
{
    Pipe pipe;
    StdoutWriter writer(pipe.in);
    writer.write("{}");
    QCOMPARE(writer.pendingBytes(), 0);
    QCOMPARE(pipe.take(), QByteArray("{}\n"));
}

void StdioTest::aBlockedReaderLosesNothing()
{
    Pipe pipe;
    StdoutWriter writer(pipe.in);
    QSignalSpy drained(&writer, &StdoutWriter::drained);
    QByteArray expected;
    for (int i = 0; i < 60; ++i) {
        const QByteArray line = QByteArray::number(i) + ' ' + QByteArray(10'000, 'x');
        expected += line + '\n';
        writer.write(line); // a pipe holds 64 KiB: it must neither block nor drop
    }
    QVERIFY(writer.pendingBytes() > 400'000);
    drained.clear(); // the first lines went out at once
    QByteArray seen;
    const auto takeMore = [&] {
        seen += pipe.take();
        return seen.size() >= expected.size();
    };
    QTRY_VERIFY(takeMore());
    QCOMPARE(seen, expected);
    QTRY_COMPARE(drained.count(), 1);
    QCOMPARE(writer.pendingBytes(), 0);
    writer.write("{}");
    QCOMPARE(pipe.take(), QByteArray("{}\n"));
}

void StdioTest::nobodyReads()
{
    Pipe pipe;
    StdoutWriter writer(pipe.in);
    QSignalSpy closed(&writer, &StdoutWriter::closed);
    pipe.closeOut();
    writer.write("{}");
    QCOMPARE(closed.count(), 1);
    QCOMPARE(writer.pendingBytes(), 0);
}

QTEST_GUILESS_MAIN(StdioTest)
#include "tst_stdio.moc"
