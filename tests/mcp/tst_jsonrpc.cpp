// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/jsonrpc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

class JsonRpcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMessages_data();
    void readsMessages();
    void refuses_data();
    void refuses();
    void keepsIdsExactly_data();
    void keepsIdsExactly();
    void lastOfDoubledMembersCounts();
    void errorsCarryTheCorrelationId();
    void outputIsValidUtf8();
};

void JsonRpcTest::readsMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Message::Kind>("kind");
    QTest::addColumn<QString>("method");
    const QString none;
    QTest::newRow("request") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"ping"})") << Message::Kind::Request
                             << u"ping"_s;
    QTest::newRow("with params") << QByteArray(R"({"jsonrpc":"2.0","id":"a","method":"m","params":{}})")
                                 << Message::Kind::Request << u"m"_s;
    QTest::newRow("notification") << QByteArray(R"({"jsonrpc":"2.0","method":"notifications/initialized"})")
                                  << Message::Kind::Notification << u"notifications/initialized"_s;
    QTest::newRow("result") << QByteArray(R"({"jsonrpc":"2.0","id":1,"result":{}})") << Message::Kind::Response << none;
    QTest::newRow("error") << QByteArray(R"({"jsonrpc":"2.0","id":null,"error":{"code":1,"message":""}})")
                           << Message::Kind::Response << none;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   R"({"jsonrpc":"2.0","id":1,"method":"ping"})")
                                     << Message::Kind::Request << u"ping"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"ping","x":[1]})")
                                    << Message::Kind::Request << u"ping"_s;
}

void JsonRpcTest::readsMessages()
{
    QFETCH(QByteArray, body);
    const auto message = parseMessage(body);
    QVERIFY(message.has_value());
    QTEST(message->kind, "kind");
    QTEST(message->method, "method");
}

void JsonRpcTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<RpcCode>("code");
    QTest::addColumn<QByteArray>("id");
    const QByteArray none = "null";
    const auto parse = [&none](const char *row, const QByteArray &body) {
        QTest::newRow(row) << body << RpcCode::ParseError << none;
    };
    const auto request = [](const char *row, const QByteArray &body, const QByteArray &id) {
        QTest::newRow(row) << body << RpcCode::InvalidRequest << id;
    };
    parse("empty", "");
    parse("blank", " \n");
    parse("text", "hello");
    parse("truncated", R"({"jsonrpc":"2.0","id":1,)");
    parse("trailing garbage", R"({"jsonrpc":"2.0","id":1,"method":"ping"} x)");
    parse("two documents", R"({"jsonrpc":"2.0","id":1,"method":"ping"}{})");
    parse("invalid UTF-8", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xC3\x28\"}");
    parse("encoded surrogate", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xED\xA0\x80\"}");
    parse("nested too deep", QByteArray(100'000, '[') + QByteArray(100'000, ']'));
    parse("nested too deep in params",
          R"({"jsonrpc":"2.0","id":1,"method":"m","params":)" + QByteArray(5'000, '[') + QByteArray(5'000, ']') + '}');
    parse("NaN", R"({"jsonrpc":"2.0","id":NaN,"method":"ping"})");
    request("number", "5", none);
    request("string", "\"ping\"", none);
    request("null", "null", none);
    request("empty batch", "[]", none);
    request("batch", R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}])", none);
    request("empty object", "{}", none);
    request("no jsonrpc", R"({"id":1,"method":"ping"})", "1");
    request("jsonrpc 1.0", R"({"jsonrpc":"1.0","id":1,"method":"ping"})", "1");
    request("jsonrpc a number", R"({"jsonrpc":2.0,"id":"x","method":"ping"})", "\"x\"");
    request("null id", R"({"jsonrpc":"2.0","id":null,"method":"ping"})", none);
    request("boolean id", R"({"jsonrpc":"2.0","id":true,"method":"ping"})", none);
    request("object id", R"({"jsonrpc":"2.0","id":{},"method":"ping"})", none);
    request("fraction id", R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", none);
    request("id beyond 64 bits", R"({"jsonrpc":"2.0","id":18446744073709551616,"method":"ping"})", none);
    request("lone surrogate in id", R"({"jsonrpc":"2.0","id":"\ud800","method":"ping"})", none);
    request("lone surrogate in method", R"({"jsonrpc":"2.0","id":7,"method":"\udc00"})", "7");
    request("no method", R"({"jsonrpc":"2.0","id":7})", "7");
    request("method a number", R"({"jsonrpc":"2.0","id":7,"method":7})", "7");
    request("method and no version", R"({"method":"tools/call"})", none);
}

void JsonRpcTest::refuses()
{
    QFETCH(QByteArray, body);
    const auto message = parseMessage(body);
    QVERIFY(!message.has_value());
    QTEST(message.error().code, "code");
    QCOMPARE(message.error().httpStatus, 400);
    const QJsonObject reply = QJsonDocument::fromJson(errorMessage(message.error(), "c")).object();
    const QByteArray id = QJsonDocument(QJsonArray{reply.value("id"_L1)}).toJson(QJsonDocument::Compact);
    QTEST(id.sliced(1, id.size() - 2), "id");
}

void JsonRpcTest::keepsIdsExactly_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"0", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808", "\"\"",
                           "\"0\"", "\"server-discover-probe-1\"", R"("a\"b\\c\n")"})
        QTest::newRow(id) << QByteArray(id);
    QTest::newRow("emoji") << QByteArray("\"\xF0\x9F\x94\x91\"");
}

void JsonRpcTest::keepsIdsExactly()
{
    QFETCH(QByteArray, id);
    const auto message = parseMessage(R"({"jsonrpc":"2.0","method":"ping","id":)" + id + '}');
    QVERIFY(message.has_value());
    QCOMPARE(resultMessage(message->id, "{}"), R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{}})");
}

void JsonRpcTest::lastOfDoubledMembersCounts()
{
    const auto message = parseMessage(R"({"jsonrpc":"2.0","id":1,"method":"a","method":"b","id":2})");
    QVERIFY(message.has_value());
    QCOMPARE(message->method, u"b"_s);
    QCOMPARE(message->id.toInteger(), 2);
}

void JsonRpcTest::errorsCarryTheCorrelationId()
{
    const RpcError error{.code = RpcCode::InvalidParams, .message = u"No"_s, .data = {{u"x"_s, 1}}, .id = u"q"_s};
    const QJsonObject expected{
        {u"jsonrpc"_s, u"2.0"_s},
        {u"id"_s, u"q"_s},
        {u"error"_s, QJsonObject{{u"code"_s, -32602},
                                 {u"message"_s, u"No"_s},
                                 {u"data"_s, QJsonObject{{u"x"_s, 1}, {u"correlationId"_s, u"ctm-1"_s}}}}}};
    QCOMPARE(QJsonDocument::fromJson(errorMessage(error, "ctm-1")).object(), expected);
}

void JsonRpcTest::outputIsValidUtf8()
{
    // Half a surrogate pair may come from Cloudflare in a name; the reply has to stay readable.
    const QString broken = u"a"_s + QChar(0xD800) + u"b"_s;
    const QByteArray text = compactJson({{u"name"_s, broken}});
    QJsonParseError why;
    QJsonDocument::fromJson(text, &why);
    QCOMPARE(why.error, QJsonParseError::NoError);
    QVERIFY(QString::fromUtf8(text).isValidUtf16());
}

QTEST_GUILESS_MAIN(JsonRpcTest)
#include "tst_jsonrpc.moc"
