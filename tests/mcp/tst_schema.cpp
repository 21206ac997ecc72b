// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/nearest.h"
#include "core/mcp/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

namespace {

/** One argument of each kind the tools use. */
QJsonObject sampleSchema()
{
    return QJsonDocument::fromJson(R"({
        "type": "object",
        "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 10},
            "type": {"type": "string", "enum": ["user", "account"]},
            "accountId": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "page": {"type": "integer", "minimum": 1, "maximum": 50},
            "ratio": {"type": "number"},
            "strict": {"type": "boolean"},
            "zoneIds": {"type": "array", "maxItems": 2, "items": {"$ref": "#/$defs/id"}},
            "limits": {"type": "object", "required": ["from"], "additionalProperties": false,
                       "properties": {"from": {"type": "string", "pattern": "^x{1,3}$"}}},
            "token": {"type": "string", "minLength": 20},
            "phrase": {"type": "string", "maxLength": 5, "writeOnly": true},
            "maybe": {"type": ["string", "null"]}
        },
        "$defs": {"id": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
        "required": ["name"],
        "additionalProperties": false
    })")
        .object();
}

QJsonValue parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void explains_data();
    void explains();
    void namesFiveFaultsAtMost();
    void neverShowsASecret_data();
    void neverShowsASecret();
    void boundsWhatValijsonSees_data();
    void boundsWhatValijsonSees();
    void refusesABrokenSchema_data();
    void refusesABrokenSchema();
    void nearestWord();
};

void SchemaTest::accepts_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("least") << QByteArray(R"({"name":"a"})");
    QTest::newRow("all") << QByteArray(R"({"name":"0123456789","type":"user","page":50,"ratio":1.5,"strict":false,
        "accountId":"0123456789abcdef0123456789abcdef","zoneIds":["0123456789abcdef0123456789abcdef"],
        "limits":{"from":"xxx"},"maybe":null})");
    QTest::newRow("characters, not bytes") << QByteArray("{\"name\":\"🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑\"}");
    QTest::newRow("whole number with a point") << QByteArray(R"({"name":"a","page":2.0})");
    QTest::newRow("other type of two") << QByteArray(R"({"name":"a","maybe":"x"})");
}

void SchemaTest::accepts()
{
    QFETCH(QByteArray, arguments);
    const auto schema = Schema::compile(sampleSchema());
    QVERIFY(schema.has_value());
    const auto result = schema->validate(parsed(arguments));
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
}

void SchemaTest::explains_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &arguments, const QString &field, const QString &message) {
        QTest::newRow(name) << arguments << field << message;
    };
    const QString id = u"an id of 32 lower-case hexadecimal digits (0-9, a-f)"_s;
    row("missing", "{}", u"name"_s, u"name is missing. Give text of 1 to 10 characters."_s);
    row("unknown, near", R"({"name":"a","acountId":"x"})", u"acountId"_s,
        u"acountId is not a known argument. Did you mean \"accountId\"?"_s);
    row("unknown, far", R"({"name":"a","colour":"x"})", u"colour"_s,
        u"colour is not a known argument. Known are: accountId, limits, maybe, name, page, phrase, ratio, strict, "
        "token, type, zoneIds."_s);
    row("unknown with control characters", R"({"name":"a","lim\u001b[its":"x"})", u"lim [its"_s,
        u"lim [its is not a known argument. Did you mean \"limits\"?"_s);
    row("enumeration", R"({"name":"a","type":"acount"})", u"type"_s,
        u"type: \"acount\" is not accepted. Give one of \"user\", \"account\". Did you mean \"account\"?"_s);
    row("wrong type", R"({"name":5})", u"name"_s, u"name: 5 is not accepted. Give text of 1 to 10 characters."_s);
    row("null", R"({"name":null})", u"name"_s, u"name: null is not accepted. Give text of 1 to 10 characters."_s);
    row("too long", R"({"name":"12345678901"})", u"name"_s,
        u"name: \"12345678901\" is not accepted. Give text of 1 to 10 characters."_s);
    row("empty", R"({"name":""})", u"name"_s, u"name: \"\" is not accepted. Give text of 1 to 10 characters."_s);
    row("path in an id", R"({"name":"a","accountId":"../zones"})", u"accountId"_s,
        u"accountId: \"../zones\" is not accepted. Give %1."_s.arg(id));
    row("id and a line feed", R"({"name":"a","accountId":"0123456789abcdef0123456789abcdef\n"})", u"accountId"_s,
        u"accountId: \"0123456789abcdef0123456789abcdef\" is not accepted. Give %1."_s.arg(id));
    row("upper-case id", R"({"name":"a","accountId":"0123456789ABCDEF0123456789ABCDEF"})", u"accountId"_s,
        u"accountId: \"0123456789ABCDEF0123456789ABCDEF\" is not accepted. Give %1."_s.arg(id));
    row("item", R"({"name":"a","zoneIds":["0123456789abcdef0123456789abcdef","x"]})", u"zoneIds[1]"_s,
        u"zoneIds[1]: \"x\" is not accepted. Give %1."_s.arg(id));
    row("too many items", R"({"name":"a","zoneIds":["0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef","0123456789abcdef0123456789abcdef"]})",
        u"zoneIds"_s, u"zoneIds: a list of 3 items is not accepted. Give a list of at most 2 items."_s);
    row("no list", R"({"name":"a","zoneIds":"x"})", u"zoneIds"_s,
        u"zoneIds: \"x\" is not accepted. Give a list of at most 2 items."_s);
    row("too small", R"({"name":"a","page":0})", u"page"_s,
        u"page: 0 is not accepted. Give a whole number, 1 to 50."_s);
    row("fraction", R"({"name":"a","page":1.5})", u"page"_s,
        u"page: 1.5 is not accepted. Give a whole number, 1 to 50."_s);
    row("huge", R"({"name":"a","page":1e300})", u"page"_s,
        u"page: 1e+300 is not accepted. Give a whole number, 1 to 50."_s);
    row("number as text", R"({"name":"a","page":"1"})", u"page"_s,
        u"page: \"1\" is not accepted. Give a whole number, 1 to 50."_s);
    row("boolean", R"({"name":"a","strict":"yes"})", u"strict"_s,
        u"strict: \"yes\" is not accepted. Give true or false."_s);
    row("nested, missing", R"({"name":"a","limits":{}})", u"limits.from"_s,
        u"limits.from is missing. Give text that matches ^x{1,3}$."_s);
    row("nested, unknown", R"({"name":"a","limits":{"from":"x","fron":1}})", u"limits.fron"_s,
        u"limits.fron is not a known argument. Did you mean \"from\"?"_s);
    row("neither type", R"({"name":"a","maybe":{}})", u"maybe"_s,
        u"maybe: an object is not accepted. Give text or null."_s);
    row("two faults", R"({"page":0})", u"name"_s,
        u"name is missing. Give text of 1 to 10 characters. page: 0 is not accepted. Give a whole number, 1 to 50."_s);
}

void SchemaTest::explains()
{
    QFETCH(QByteArray, arguments);
    const auto schema = Schema::compile(sampleSchema());
    QVERIFY(schema.has_value());
    const auto result = schema->validate(parsed(arguments));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, base::Error::Code::InvalidArgument);
    QTEST(result.error().message, "message");
    QTEST(result.error().field, "field");
}

void SchemaTest::namesFiveFaultsAtMost()
{
    const auto schema = Schema::compile({{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
    QVERIFY(schema.has_value());
    const auto result = schema->validate(QJsonArray{1, 2, 3, 4, 5, 6, 7});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().message.count(u"Give text"_s), 5);
    QVERIFY(result.error().message.endsWith(u"There are 2 more."_s));
}

void SchemaTest::neverShowsASecret_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("by name") << QByteArray(R"({"name":"a","token":"hunter2"})");
    QTest::newRow("by name, wrong type") << QByteArray(R"({"name":"a","token":["hunter2"]})");
    QTest::newRow("write-only") << QByteArray(R"({"name":"a","phrase":"hunter2"})");
    QTest::newRow("token in another argument") << QByteArray(R"({"name":"a","accountId":"cfut_hunter2hunter2"})");
    QTest::newRow("old token in another argument")
        << QByteArray(R"({"name":"a","accountId":"hunter2_abcdefghijklmnopqrstuvwxyz_1234"})");
    QTest::newRow("unknown argument") << QByteArray(R"({"name":"a","tokn":"hunter2"})");
    QTest::newRow("as an argument's name") << QByteArray(R"({"name":"a","cfut_hunter2hunter2":1})");
    QTest::newRow("as a name with half a surrogate") << QByteArray("{\"name\":\"a\",\"cfut_hunter2hunter2\\ud800\":1}");
    QTest::newRow("as an unfit argument's name") << QByteArray("{\"name\":\"a\",\"cfut_hunter2hunter2\":\"\\u0000\"}");
}

void SchemaTest::neverShowsASecret()
{
    QFETCH(QByteArray, arguments);
    const auto schema = Schema::compile(sampleSchema());
    QVERIFY(schema.has_value());
    const auto result = schema->validate(parsed(arguments));
    QVERIFY(!result.has_value());
    QVERIFY2(!result.error().message.contains(u"hunter2"_s), qPrintable(result.error().message));
    QVERIFY(!result.error().message.isEmpty());
}

void SchemaTest::boundsWhatValijsonSees_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("message");
    QJsonArray many;
    for (int i = 0; i < 1001; ++i)
        many.append(1);
    QJsonValue deep = 1;
    for (int i = 0; i < 30; ++i)
        deep = QJsonArray{deep};
    QTest::newRow("long text") << QJsonObject{{u"name"_s, QString(100'000, u'a')}}
                               << u"name: the text is longer than 4096 characters."_s;
    QTest::newRow("long name") << QJsonObject{{QString(5'000, u'a'), 1}}
                               << u"(a name of 5000 characters, not shown): the text is longer than 4096 characters."_s;
    QTest::newRow("long list") << QJsonObject{{u"zoneIds"_s, many}} << u"zoneIds: the list has more than 1000 items."_s;
    QTest::newRow("deep") << QJsonObject{{u"limits"_s, deep}}
                          << u"limits%1: the value is nested more than 16 levels deep."_s.arg(u"[0]"_s.repeated(16));
    QTest::newRow("NUL") << QJsonObject{{u"name"_s, u"a\0b"_s}} << u"name: the text contains a NUL character."_s;
    QTest::newRow("surrogate") << QJsonObject{{u"zoneIds"_s, QJsonArray{QString(QChar(0xD800))}}}
                               << u"zoneIds[0]: the text contains half of a surrogate pair (a broken emoji, say)."_s;
}

void SchemaTest::boundsWhatValijsonSees()
{
    QFETCH(QJsonObject, arguments);
    const auto schema = Schema::compile(sampleSchema());
    QVERIFY(schema.has_value());
    const auto result = schema->validate(arguments);
    QVERIFY(!result.has_value());
    QTEST(result.error().message, "message");
}

void SchemaTest::refusesABrokenSchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("unknown type") << QByteArray(R"({"type":"strin"})");
    QTest::newRow("required not a list") << QByteArray(R"({"required":"name"})");
    QTest::newRow("remote reference") << QByteArray(R"({"$ref":"http://example.com/schema.json"})");
}

void SchemaTest::refusesABrokenSchema()
{
    QFETCH(QByteArray, schema);
    const auto compiled = Schema::compile(QJsonDocument::fromJson(schema).object());
    QVERIFY(!compiled.has_value());
    QCOMPARE(compiled.error().code, base::Error::Code::Internal);
}

void SchemaTest::nearestWord()
{
    const QStringList words{u"dns_only"_s, u"dns_read"_s, u"workers_deploy"_s};
    QCOMPARE(nearest(u"dns-only"_s, words), u"dns_only"_s);
    QCOMPARE(nearest(u"DNS_READ"_s, words), u"dns_read"_s);
    QCOMPARE(nearest(u"worker_deploy"_s, words), u"workers_deploy"_s);
    QCOMPARE(nearest(u"full_access"_s, words), QString());
    QCOMPARE(nearest(QString(10'000, u'd'), words), QString());
    QCOMPARE(nearest(u"x"_s, {}), QString());
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
