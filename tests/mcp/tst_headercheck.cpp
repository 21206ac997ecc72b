// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/headercheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

class HeaderCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesNames_data();
    void comparesNames();
    void leavesOtherTypesAlone();
    void comparesParameters_data();
    void comparesParameters();
    void findsMirroredParameters();
    void findsHeaders();
    void repeatsNothingLong();
};

void HeaderCheckTest::comparesNames_data()
{
    QTest::addColumn<QByteArray>("header"); // null: none
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *title, const QByteArray &header, const QString &name, bool fits) {
        QTest::newRow(title) << header << name << fits;
    };
    row("plain", "us-west1", u"us-west1"_s, true);
    row("missing", {}, u"us-west1"_s, false);
    row("empty", "", u""_s, true);
    row("case", "US-west1", u"us-west1"_s, false);
    row("white space around", " \t us-west1  ", u"us-west1"_s, true);
    row("white space within", "us  west1", u"us west1"_s, false);
    row("other characters", "=?base64?SGVsbG8sIOS4lueVjA==?=", u"Hello, 世界"_s, true);
    row("other characters, not encoded", "Hello, \xE4\xB8\x96\xE7\x95\x8C", u"Hello, 世界"_s, false);
    row("padded", "=?base64?IHBhZGRlZCA=?=", u" padded "_s, true);
    row("two lines", "=?base64?bGluZTEKbGluZTI=?=", u"line1\nline2"_s, true);
    row("encoded though plain", "=?base64?SGVsbG8=?=", u"Hello"_s, true);
    row("encoded marks", "=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=", u"=?base64?literal?="_s, true);
    row("marks as they are", "=?base64?literal?=", u"=?base64?literal?="_s, false);
    row("empty code",
        "=?base64?"
        "?=",
        u""_s, true);
    row("marks that overlap", "=?base64?=", u"=?base64?="_s, true);
    row("no end mark", "=?base64?SGVsbG8=", u"=?base64?SGVsbG8="_s, true);
    row("no start mark", "SGVsbG8=?=", u"SGVsbG8=?="_s, true);
    row("marks in capitals", "=?BASE64?SGVsbG8=?=", u"Hello"_s, false);
    row("no padding", "=?base64?SGVsbG8?=", u"Hello"_s, false);
    row("not of the alphabet", "=?base64?SGVs!!!bG8=?=", u"Hello"_s, false);
    row("stray bits", "=?base64?SGVsbG9=?=", u"Hello"_s, false);
}

void HeaderCheckTest::comparesNames()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, name);
    QFETCH(bool, fits);
    Call call;
    if (!header.isNull())
        call.headers.emplaceBack("MCP-NAME", header);
    const std::optional<RpcError> wrong = checkNameHeader(call, name);
    QCOMPARE(!wrong, fits);
    if (wrong) {
        QCOMPARE(wrong->code, RpcCode::HeaderMismatch);
        QCOMPARE(wrong->httpStatus, 400);
        QVERIFY(wrong->message.contains("Mcp-Name"_L1));
    }
}

void HeaderCheckTest::leavesOtherTypesAlone()
{
    // They are wrong for another reason, and get its error.
    for (const QJsonValue &name : {QJsonValue(1), QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonArray())})
        QVERIFY(!checkNameHeader({}, name));
}

void HeaderCheckTest::comparesParameters_data()
{
    QTest::addColumn<QByteArray>("value"); // JSON; empty: not there
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *title, const QByteArray &value, const QByteArray &header, bool fits) {
        QTest::newRow(title) << value << header << fits;
    };
    row("string", R"("a")", "a", true);
    row("true", "true", "true", true);
    row("false", "false", "false", true);
    row("True", "true", "True", false);
    row("true for a string", R"("true")", "true", true);
    row("integer", "42", "42", true);
    row("integer with a fraction", "42", "42.0", true);
    row("negative", "-7", "-7", true);
    row("another integer", "42", "43", false);
    row("no integer", "42", "x", false);
    row("integer missing", "0", {}, false);
    row("null", "null", {}, true);
    row("null with a header", "null", "null", false);
    row("not there", {}, {}, true);
    row("not there, with a header", {}, "a", false);
    row("a list", "[1]", "1", true); // its schema refuses it
}

void HeaderCheckTest::comparesParameters()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, header);
    QFETCH(bool, fits);
    const QByteArray inner = value.isEmpty() ? "{}" : R"({"value":)" + value + '}';
    const QJsonObject arguments = QJsonDocument::fromJson(R"({"limits":)" + inner + '}').object();
    Call call;
    if (!header.isNull())
        call.headers.emplaceBack("Mcp-Param-Value", header);
    const MirroredParameter parameter{.path = {u"limits"_s, u"value"_s}, .header = "Mcp-Param-Value"};
    QCOMPARE(!checkParameterHeaders(call, {parameter}, arguments), fits);
}

void HeaderCheckTest::findsMirroredParameters()
{
    const QJsonObject schema = QJsonDocument::fromJson(R"({
        "type": "object",
        "properties": {
            "region": {"type": "string", "x-mcp-header": "Region"},
            "query": {"type": "string"},
            "limits": {"type": "object", "properties": {"rows": {"type": "integer", "x-mcp-header": "Rows"}}},
            "list": {"type": "array", "items": {"properties": {"x": {"type": "string", "x-mcp-header": "X"}}}}
        }})")
                                   .object();
    const std::vector<MirroredParameter> found = mirroredParameters(schema);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].path, (QStringList{u"limits"_s, u"rows"_s}));
    QCOMPARE(found[0].header, "Mcp-Param-Rows");
    QCOMPARE(found[1].path, QStringList{u"region"_s});
    QCOMPARE(found[1].header, "Mcp-Param-Region");
}

void HeaderCheckTest::findsHeaders()
{
    const Call call{.body = {},
                    .headers = {{"mcp-method", " a "}, {"X-Empty", QByteArray()}, {"Twice", "1"}, {"twice", "2"}}};
    QCOMPARE(call.header("MCP-Method"), "a");
    QVERIFY(call.header("absent").isNull());
    QVERIFY(!call.header("x-empty").isNull());
    QCOMPARE(call.header("Twice"), "1, 2");
}

void HeaderCheckTest::repeatsNothingLong()
{
    const Call call{.body = {}, .headers = {{"Mcp-Method", QByteArray(5000, 'x') + "\x1b"}}};
    const std::optional<RpcError> wrong = checkMethodHeader(call, QString(5000, u'y'));
    QVERIFY(wrong);
    QVERIFY(wrong->message.size() < 250);
    QVERIFY(!wrong->message.contains(u'\x1b'));
}

QTEST_GUILESS_MAIN(HeaderCheckTest)
#include "tst_headercheck.moc"
