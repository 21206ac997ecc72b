// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/streamchannel.h"
#include "tests/mcp/protocolbench.h"

#include <QTest>

#include <limits>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::ProtocolBench;

class StreamChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsWanted_data();
    void sendsWhatIsWanted();
    void progressOnlyGrows();
    void keepsTheToken_data();
    void keepsTheToken();
    void isSilentAfterTheEnd();
    void isSilentWithoutAStream();
    void namesLevels();
};

namespace {

const QString kProgress = u"notifications/progress"_s;
const QString kMessage = u"notifications/message"_s;

mcp::Answer chat(ProtocolBench &bench, const QByteArray &body, const mcp::Headers &headers)
{
    return bench.send(body, headers);
}

} // namespace

void StreamChannelTest::sendsWhatIsWanted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<mcp::Headers>("headers");
    QTest::addColumn<QStringList>("methods");
    const QByteArray name = R"("name":"chatter")";
    const mcp::Headers modern = ProtocolBench::modernHeaders("tools/call", "chatter");
    const auto legacyCall = [&name](const QByteArray &meta) {
        return ProtocolBench::legacy("tools/call", '{' + name + R"(,"_meta":{)" + meta + "}}");
    };
    const auto modernCall = [&name](const QByteArray &meta) { return ProtocolBench::modern("tools/call", name, meta); };
    const QByteArray token = R"("progressToken":0)";
    const QByteArray warning = R"("io.modelcontextprotocol/logLevel":"warning")";
    const QByteArray debug = R"("io.modelcontextprotocol/logLevel":"debug")";
    const QByteArray error = R"("io.modelcontextprotocol/logLevel":"error")";
    const QStringList progress{kProgress, kProgress};
    // The level a legacy client sets is not kept: it gets everything from "info" up.
    QTest::newRow("legacy") << legacyCall({}) << mcp::Headers() << QStringList{kMessage};
    QTest::newRow("legacy, token") << legacyCall(token) << mcp::Headers() << progress + QStringList{kMessage};
    QTest::newRow("modern") << modernCall({}) << modern << QStringList();
    QTest::newRow("modern, token") << modernCall(token) << modern << progress;
    QTest::newRow("modern, warnings") << modernCall(warning) << modern << QStringList{kMessage};
    QTest::newRow("modern, errors") << modernCall(error) << modern << QStringList();
    QTest::newRow("modern, everything") << modernCall(token + ',' + debug) << modern
                                        << progress + QStringList{kMessage, kMessage};
}

void StreamChannelTest::sendsWhatIsWanted()
{
    QFETCH(QByteArray, body);
    QFETCH(mcp::Headers, headers);
    ProtocolBench bench;
    const mcp::Answer answer = chat(bench, body, headers);
    QTEST(bench.stream->methods(), "methods");
    QVERIFY(QJsonDocument::fromJson(answer.body)["result"_L1].isObject());
}

void StreamChannelTest::progressOnlyGrows()
{
    ProtocolBench bench;
    const QByteArray body = ProtocolBench::legacy("tools/call", R"({"name":"chatter","_meta":{"progressToken":"t"}})");
    chat(bench, body, {});
    const QJsonObject first{
        {u"progressToken"_s, u"t"_s}, {u"progress"_s, 1}, {u"total"_s, 2}, {u"message"_s, u"Step"_s}};
    QCOMPARE(bench.stream->messages.at(0)["params"_L1].toObject(), first);
    QCOMPARE(bench.stream->messages.at(1)["params"_L1]["progress"_L1].toDouble(), 2.0);
    const QJsonObject logged{{u"level"_s, u"warning"_s}, {u"logger"_s, u"sample"_s}, {u"data"_s, u"large"_s}};
    QCOMPARE(bench.stream->messages.at(2)["params"_L1].toObject(), logged);
}

void StreamChannelTest::keepsTheToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("usable");
    for (const char *token : {"0", "-1", "9007199254740993", R"("")", R"("a")"})
        QTest::newRow(token) << QByteArray(token) << true;
    for (const char *token : {"null", "1.5", "true", "{}", "[0]"})
        QTest::newRow(token) << QByteArray(token) << false;
}

void StreamChannelTest::keepsTheToken()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, usable);
    const QJsonValue value = QJsonDocument::fromJson('[' + token + ']').array().at(0);
    const auto stream = std::make_shared<test::RecordedStream>();
    mcp::StreamChannel channel(stream, {.progressToken = value});
    channel.progress({.progress = 0.5});
    QCOMPARE(stream->messages.size(), usable ? 1 : 0);
    QCOMPARE(channel.hasSent(), usable);
    if (usable)
        QCOMPARE(stream->messages.at(0)["params"_L1]["progressToken"_L1], value);
}

void StreamChannelTest::isSilentAfterTheEnd()
{
    const auto stream = std::make_shared<test::RecordedStream>();
    mcp::StreamChannel channel(stream, {.progressToken = 0, .logLevel = mcp::LogLevel::Debug});
    channel.progress({.progress = std::numeric_limits<double>::infinity()});
    channel.progress({.progress = -3});
    channel.end();
    channel.progress({.progress = 2});
    channel.log(mcp::LogLevel::Emergency, {}, u"late"_s);
    QCOMPARE(stream->messages.size(), 1);
}

void StreamChannelTest::isSilentWithoutAStream()
{
    ProtocolBench bench;
    const auto recorded = std::exchange(bench.stream, nullptr);
    const mcp::Answer answer =
        chat(bench, ProtocolBench::legacy("tools/call", R"({"name":"chatter","_meta":{"progressToken":1}})"), {});
    QVERIFY(QJsonDocument::fromJson(answer.body)["result"_L1].isObject());
    QVERIFY(recorded->messages.isEmpty());
}

void StreamChannelTest::namesLevels()
{
    QCOMPARE(mcp::findLogLevel(u"debug"), mcp::LogLevel::Debug);
    QCOMPARE(mcp::findLogLevel(u"emergency"), mcp::LogLevel::Emergency);
    QVERIFY(!mcp::findLogLevel(u"Debug"));
    QVERIFY(!mcp::findLogLevel(u""));
}

QTEST_GUILESS_MAIN(StreamChannelTest)
#include "tst_streamchannel.moc"
