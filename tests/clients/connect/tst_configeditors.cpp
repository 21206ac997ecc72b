// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/cliententry.h"
#include "core/clients/connect/syntax.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::clients::connect;

namespace {

const ServerAccess kAccess{.url = u"http://127.0.0.1:8787/mcp"_s, .key = base::Secret("ts_new-key")};
const ServerAccess kMoved{.url = u"http://127.0.0.1:9999/mcp"_s, .key = base::Secret("ts_new-key")};

const ClientFormat &format(const QString &id)
{
    return *clientFormat(id);
}

/** The text with our entry, by the client's own format; a null array and a failed check where that is refused. */
QByteArray put(const QString &id, const QByteArray &text, const ServerAccess &access = kAccess)
{
    const base::Result<QByteArray> result =
        editorFor(format(id).syntax).put(text, entryPath(format(id)), entryFor(format(id), access));
    if (!result)
        qWarning() << result.error().message;
    return result.value_or(QByteArray());
}

QByteArray drop(const QString &id, const QByteArray &text)
{
    return editorFor(format(id).syntax).drop(text, entryPath(format(id))).value_or(QByteArray());
}

} // namespace

class TestConfigEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesExactly_data();
    void writesExactly();
    void comesAndGoesWithoutATrace_data();
    void comesAndGoesWithoutATrace();
    void removesExactly_data();
    void removesExactly();
    void refuses_data();
    void refuses();
};

void TestConfigEditors::writesExactly_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto entry = QByteArrayLiteral(R"({"url":"http://127.0.0.1:8787/mcp","headers":{"X-API-Key":"ts_new-key"}})");
    const QByteArray lines =
        "{\n      \"url\": \"http://127.0.0.1:8787/mcp\",\n      \"headers\": {\n        \"X-API-Key\": "
        "\"ts_new-key\"\n      }\n    }";
    QTest::newRow("json, new file") << u"cursor"_s << QByteArray()
                                    << "{\n  \"mcpServers\": {\n    \"tokensmith\": " + lines + "\n  }\n}\n";
    QTest::newRow("json, one line") << u"cursor"_s << QByteArray(R"({"a":1,"mcpServers":{"x":{}}})")
                                    << R"({"a":1,"mcpServers":{"x":{},"tokensmith":)" + entry + "}}";
    QTest::newRow("json, container is new on one line")
        << u"cursor"_s << QByteArray(R"({"a":[1,{}]})") << R"({"a":[1,{}],"mcpServers":{"tokensmith":)" + entry + "}}";
    QTest::newRow("json, comment behind the last member")
        << u"cursor"_s << QByteArray("{\n  \"mcpServers\": {\n    \"x\": {} // mine, {not} \"ours\"\n  }\n}")
        << "{\n  \"mcpServers\": {\n    \"x\": {}, // mine, {not} \"ours\"\n    \"tokensmith\": " + lines + "\n  }\n}";
    QTest::newRow("json, trailing comma kept")
        << u"cursor"_s << QByteArray("{\n  \"mcpServers\": {\n    \"x\": {}, /* , */\n  },\n}\n")
        << "{\n  \"mcpServers\": {\n    \"x\": {}, /* , */\n    \"tokensmith\": " + lines + ",\n  },\n}\n";
    QTest::newRow("json, only our entry is replaced")
        << u"cursor"_s
        << QByteArray(
               "{\n  \"mcpServers\": {\n    \"tokensmith\": {\"url\": \"old\"}, // here\n    \"y\": {}\n  }\n}\n")
        << "{\n  \"mcpServers\": {\n    \"tokensmith\": " + lines + ", // here\n    \"y\": {}\n  }\n}\n";
    QByteArray tabs = lines;
    tabs.replace("      ", "\t\t\t").replace("\t\t\t  \"X", "\t\t\t\t\"X").replace("\n    }", "\n\t\t}");
    QTest::newRow("json, tabs") << u"cursor"_s << QByteArray("{\n\t\"b\": 2\n}")
                                << "{\n\t\"b\": 2,\n\t\"mcpServers\": {\n\t\t\"tokensmith\": " + tabs + "\n\t}\n}";

    const QByteArray table = "[mcp_servers.tokensmith]\nurl = \"http://127.0.0.1:8787/mcp\"\n"
                             "http_headers = { X-API-Key = \"ts_new-key\" }\n";
    QTest::newRow("toml, new file") << u"codex"_s << QByteArray() << table;
    QTest::newRow("toml, end of file without line end") << u"codex"_s << QByteArray("a = 1") << "a = 1\n\n" + table;
    QTest::newRow("toml, in the middle, with a table below it")
        << u"codex"_s
        << QByteArray("# top\n[mcp_servers.tokensmith]\nurl = \"old\"\n[mcp_servers.tokensmith.http_headers]\n"
                      "X-API-Key = \"old\"\n\n# about b\n[b]\nc = '''\n[mcp_servers.tokensmith]\n'''\n")
        << "# top\n" + table + "\n# about b\n[b]\nc = '''\n[mcp_servers.tokensmith]\n'''\n";

    const QByteArray mapping =
        "  tokensmith:\n    name: \"tokensmith\"\n    description: \"\"\n    type: streamable_http\n"
        "    uri: \"http://127.0.0.1:8787/mcp\"\n    headers:\n      X-API-Key: ts_new-key\n"
        "    enabled: true\n    timeout: 300\n";
    QTest::newRow("yaml, new file") << u"goose"_s << QByteArray() << "extensions:\n" + mapping;
    QTest::newRow("yaml, first of the extensions")
        << u"goose"_s
        << QByteArray("A: b # c\nextensions: # mine\n  # about x\n  x:\n    type: builtin\nZ: |\n  text\n")
        << "A: b # c\nextensions: # mine\n" + mapping + "  # about x\n  x:\n    type: builtin\nZ: |\n  text\n";
    QTest::newRow("yaml, replaced") << u"goose"_s
                                    << QByteArray(
                                           "extensions:\n  tokensmith:\n    uri: old\n\n  # about x\n  x: {type: y}\n")
                                    << "extensions:\n" + mapping + "\n  # about x\n  x: {type: y}\n";
}

void TestConfigEditors::writesExactly()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(put(id, before), after);
    QCOMPARE(put(id, after), after); // what is right is left alone
    const base::Result<std::optional<QJsonObject>> entry =
        editorFor(format(id).syntax).find(after, entryPath(format(id)));
    QVERIFY(entry && *entry);
    const ServerAccess read = accessFrom(format(id), **entry);
    QCOMPARE(read.url, kAccess.url);
    QVERIFY(read.key.equals(kAccess.key));
}

void TestConfigEditors::comesAndGoesWithoutATrace_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("text");
    const auto json = [](const char *name, const QByteArray &text) {
        QTest::addRow("json, %s", name) << u"zed"_s << text;
    };
    json("comments",
         "// top\n{\n  /* a */ \"a\": \"//\", // b\n  \"context_servers\": {\n    \"x\": {\"y\": [1, 2,],} // z\n"
         "    // end\n  }\n  // last\n}\n// after\n");
    json("trailing commas", "{\n  \"context_servers\": {\n    \"x\": {},\n  },\n}\n");
    json("carriage returns", "{\r\n  \"context_servers\": {\r\n    \"x\": {}\r\n  }\r\n}\r\n");
    json("byte order mark", "\xEF\xBB\xBF{\n  \"context_servers\": {}\n}\n");
    json("tabs", "{\n\t\"context_servers\": {\n\t\t\"x\": {}\n\t}\n}");
    json("one line", R"({"context_servers":{"x":{"command":"}\"{"}}})");
    json("one line in many", "{\n    \"context_servers\": {\"x\": {}},\n    \"z\": 1.50e3\n}\n");
    json("only a comment in it", "{\n  \"context_servers\": {\n    // none yet\n  }\n}\n");
    json("odd layout", "{ \"context_servers\"\n:\n{ \"x\" : 1 ,\n\"y\":2 }\n, \"ü\": \"\\u00fc\" }");
    const auto toml = [](const char *name, const QByteArray &text) {
        QTest::addRow("toml, %s", name) << u"codex"_s << text;
    };
    toml("comments",
         "# top\nmodel = \"x\" # [mcp_servers.tokensmith]\n\n[mcp_servers.other] # mine\ncommand = 'a'\n\n# end\n");
    toml("carriage returns", "a = 1\r\n\r\n[b]\r\nc = [\r\n  1, # x\r\n  2,\r\n]\r\n");
    toml("byte order mark", "\xEF\xBB\xBF"
                            "a = 1\n");
    toml("strings over lines",
         "a = \"\"\"\n[mcp_servers.tokensmith]\\\n\"\"\"\"\nb = '''x'''''\n[[c]]\nd = 1979-05-27T07:32:00Z\n"
         "[[c]]\ne = { f = [ { g = nan } ] }\n");
    toml("tables of the same name elsewhere", "[x.mcp_servers.tokensmith]\na = 1\n[mcp_servers.tokensmith2]\nb = 1\n");
    const auto yaml = [](const char *name, const QByteArray &text) {
        QTest::addRow("yaml, %s", name) << u"goose"_s << text;
    };
    yaml("comments", "# top\nextensions: # mine\n\n  # about a\n  a:\n    args: [x, 'y']  # z\n  # end\nlast: >-\n  "
                     "folded\n  text\n# after\n");
    yaml("carriage returns", "extensions:\r\n  a:\r\n    b: c\r\nd: e\r\n");
    yaml("byte order mark", "\xEF\xBB\xBF"
                            "extensions:\n  a: b\n");
    yaml("deep indentation", "extensions:\n      a:\n            b: |+\n              text\n\n");
    yaml("anchors elsewhere", "x: &a {b: c}\nextensions:\n  a: *a\n  b:\n    <<: *a\n");
    yaml("empty mapping", "a: b\nextensions: {}\nc: d\n");
    yaml("characters of several bytes", "# ü🔑\n\"ü🔑\": 🔑 # ü\nextensions:\n  \"ü\": 🔑\n");
    yaml("document start", "%YAML 1.1\n---\nextensions:\n  a: b\n");
}

void TestConfigEditors::comesAndGoesWithoutATrace()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, text);
    const QByteArray with = put(id, text);
    QVERIFY(!with.isEmpty());
    QVERIFY(with != text);
    QCOMPARE(with.contains('\r'), text.contains('\r'));
    QCOMPARE(with.count("\r\n"), text.contains('\r') ? with.count('\n') : 0);
    const QByteArray moved = put(id, with, kMoved);
    QVERIFY(moved.contains(":9999/"));
    QCOMPARE(put(id, moved), with);
    QCOMPARE(drop(id, with), text);
    QCOMPARE(drop(id, text), text);
}

void TestConfigEditors::removesExactly_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("json, the first") << u"cursor"_s
                                     << QByteArray("{\"mcpServers\": {\n  \"tokensmith\": {},\n  \"b\": 1\n}}")
                                     << QByteArray("{\"mcpServers\": {\n  \"b\": 1\n}}");
    QTest::newRow("json, between others")
        << u"cursor"_s << QByteArray(R"({"mcpServers":{"a":1,"tokensmith":{"x":[]},"b":2}})")
        << QByteArray(R"({"mcpServers":{"a":1,"b":2}})");
    QTest::newRow("json, the only one") << u"cursor"_s
                                        << QByteArray("{\n  \"mcpServers\": {\n    \"tokensmith\": {}\n  }\n}")
                                        << QByteArray("{\n  \"mcpServers\": {}\n}");
    QTest::newRow("toml, between others")
        << u"codex"_s << QByteArray("[a]\nb = 1\n\n[ mcp_servers . \"token\\u0073mith\" ]\nurl = 'x'\n\n# c\n[c]\n")
        << QByteArray("[a]\nb = 1\n\n# c\n[c]\n");
    QTest::newRow("yaml, between others")
        << u"goose"_s << QByteArray("extensions:\n  a: b\n  'tokensmith':\n    uri: |\n      x\n  # c\n  c: d\n")
        << QByteArray("extensions:\n  a: b\n  # c\n  c: d\n");
    QTest::newRow("yaml, the only one") << u"goose"_s << QByteArray("extensions:\n  tokensmith:\n    uri: x\nb: c\n")
                                        << QByteArray("extensions: {}\nb: c\n");
}

void TestConfigEditors::removesExactly()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(drop(id, before), after);
}

void TestConfigEditors::refuses_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const auto json = [](const char *name, const QByteArray &text, const QString &reason) {
        QTest::addRow("json, %s", name) << u"cursor"_s << text << reason;
    };
    json("cut off", "{\n  \"mcpServers\": {", u"valid JSON"_s);
    json("unquoted", "{\na: 1}", u"line 2"_s);
    json("comment without end", "{} /* x", u"valid JSON"_s);
    json("comma alone", "{,}", u"valid JSON"_s);
    json("two commas", "{\"a\":[1,,]}", u"valid JSON"_s);
    json("two values", "{} {}", u"valid JSON"_s);
    json("an array", "[]", u"no JSON object"_s);
    json("container is an array", "{\"mcpServers\": []}", u"\"mcpServers\" is no object"_s);
    json("container twice", "{\"mcpServers\": {}, \"mcpServers\": {}}", u"twice"_s);
    json("entry twice", "{\"mcpServers\": {\"tokensmith\": 1, \"token\\u0073mith\": 2}}", u"twice"_s);
    json("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), u"UTF-8"_s);
    json("too deep", QByteArray(3000, '[') + QByteArray(3000, ']'), u"JSON"_s);
    const auto toml = [](const char *name, const QByteArray &text, const QString &reason) {
        QTest::addRow("toml, %s", name) << u"codex"_s << text << reason;
    };
    toml("broken", "a = 1\nb = \n", u"line 2"_s);
    toml("empty key", "[.a]\n", u"line 1"_s);
    toml("inline container", "mcp_servers = { x = { url = 'y' } }\n", u"without touching the rest"_s);
    toml("inline entry", "[mcp_servers]\ntokensmith = { url = 'y' }\n", u"without touching the rest"_s);
    toml("container is a string", "mcp_servers = 'x'\n", u"no table"_s);
    const auto yaml = [](const char *name, const QByteArray &text, const QString &reason) {
        QTest::addRow("yaml, %s", name) << u"goose"_s << text << reason;
    };
    yaml("broken", "a: b\n c: [d\n", u"valid YAML"_s);
    yaml("tabs", "extensions:\n\ta: b\n", u"line 2"_s);
    yaml("too deep", "a: " + QByteArray(201, '[') + QByteArray(201, ']') + "\n", u"too deeply"_s);
    yaml("list", "- a\n", u"no mapping"_s);
    yaml("flow style", "{extensions: {}}\n", u"block style"_s);
    yaml("flow style below", "extensions: {a: b}\n", u"block style"_s);
    yaml("container is a list", "extensions:\n  - a\n", u"no mapping"_s);
    yaml("container twice", "extensions:\n  a: b\nextensions:\n  c: d\n", u"twice"_s);
    yaml("two documents", "a: b\n---\nc: d\n", u"more than one document"_s);
    yaml("an anchor of ours", "extensions:\n  tokensmith: &t\n    uri: x\n  b: *t\n", u"alias"_s);
}

void TestConfigEditors::refuses()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, reason);
    const base::Result<QByteArray> result =
        editorFor(format(id).syntax).put(text, entryPath(format(id)), entryFor(format(id), kAccess));
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
    QVERIFY(!result.error().message.contains(u"ts_new"_s));
}

QTEST_GUILESS_MAIN(TestConfigEditors)
#include "tst_configeditors.moc"
