// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/options.h"

#include <QTemporaryFile>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using app::parseOptions;
using app::Program;

namespace {

QProcessEnvironment environment(const QList<std::pair<QString, QString>> &variables)
{
    QProcessEnvironment result;
    for (const auto &[name, value] : variables)
        result.insert(name, value);
    return result;
}

} // namespace

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void limitAndAuditLines();
    void everythingGiven();
    void onlyTheDesktopHasAWindow();
    void apiBase_data();
    void apiBase();
    void badEnvironment_data();
    void badEnvironment();
    void repeatsNoControlCharacters();
};

void OptionsTest::defaults()
{
    const auto parsed = parseOptions(Program::Daemon, {u"tokensmithd"_s}, {});
    QVERIFY(parsed);
    QCOMPARE(parsed->options.mode, app::Mode::Live);
    QCOMPARE(parsed->options.port, quint16(8787));
    QCOMPARE(parsed->options.portFrom, app::Options::PortFrom::Usual);
    QCOMPARE(parsed->options.apiBase, QUrl(u"https://api.cloudflare.com/client/v4"_s));
    QVERIFY(parsed->options.bootstrapToken.isEmpty());
    QVERIFY(parsed->textToPrint.isEmpty());
    QCOMPARE(parsed->options.changesPerMinute, 10);
    QCOMPARE(parsed->options.auditLines, app::AuditLines::DatabaseOnly);
}

void OptionsTest::limitAndAuditLines()
{
    const auto parsed =
        parseOptions(Program::Daemon, {u"tokensmithd"_s},
                     environment({{u"RATE_LIMIT_PER_MINUTE"_s, u"3"_s}, {u"ENABLE_AUDIT_LOG"_s, u"true"_s}}));
    QVERIFY(parsed);
    QCOMPARE(parsed->options.changesPerMinute, 3);
    QCOMPARE(parsed->options.auditLines, app::AuditLines::AlsoStderr);
    for (const QString &word : {u"TRUE"_s, u"1"_s, u"yes"_s, u"true "_s}) {
        const auto other =
            parseOptions(Program::Daemon, {u"tokensmithd"_s}, environment({{u"ENABLE_AUDIT_LOG"_s, word}}));
        QCOMPARE(other->options.auditLines, app::AuditLines::DatabaseOnly);
    }
}

void OptionsTest::everythingGiven()
{
    const QString id(32, u'a');
    const auto parsed =
        parseOptions(Program::Desktop,
                     {u"tokensmith"_s, u"--sandbox"_s, u"--sandbox-tokens"_s, u"100000"_s, u"--port=0"_s,
                      u"--data-dir"_s, u"/x"_s, u"--hidden"_s, u"--page"_s, u"tokens"_s},
                     environment({{u"MCP_API_KEY"_s, u" key\n"_s}, {u"ALLOWED_ACCOUNT_IDS"_s, id + u", "_s + id}}));
    QVERIFY(parsed);
    QCOMPARE(parsed->options.mode, app::Mode::Sandbox);
    QCOMPARE(parsed->options.sandboxTokens, 100'000);
    QCOMPARE(parsed->options.port, quint16(0));
    QCOMPARE(parsed->options.portFrom, app::Options::PortFrom::CommandLine);
    QCOMPARE(parsed->options.mcpApiKey.reveal(), QByteArray("key"));
    QCOMPARE(parsed->options.allowedAccountIds, QStringList({id, id}));
    QCOMPARE(parsed->options.start, app::Options::Start::Hidden);
    QCOMPARE(parsed->options.page, u"tokens"_s);
}

void OptionsTest::onlyTheDesktopHasAWindow()
{
    QVERIFY(!parseOptions(Program::Daemon, {u"tokensmithd"_s, u"--hidden"_s}, {}));
    QVERIFY(!parseOptions(Program::Daemon, {u"tokensmithd"_s, u"--help"_s}, {})->textToPrint.contains("--hidden"_L1));
}

void OptionsTest::apiBase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("https") << u"https://api.example/v4/"_s << u"https://api.example/v4"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:99/client/v4"_s << u"http://127.0.0.1:99/client/v4"_s;
    QTest::newRow("loopback by name") << u"http://localhost:99"_s << u"http://localhost:99"_s;
    QTest::newRow("IPv6 loopback") << u"http://[::1]:99/v4"_s << u"http://[::1]:99/v4"_s;
    QTest::newRow("plain http") << u"http://api.example/v4"_s << QString();
    QTest::newRow("looks like loopback") << u"http://localhost.example/v4"_s << QString();
    QTest::newRow("credentials") << u"https://me:pw@api.example/v4"_s << QString();
    QTest::newRow("query") << u"https://api.example/v4?x=1"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("word") << u"api"_s << QString();
}

void OptionsTest::apiBase()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto parsed = parseOptions(Program::Daemon, {u"tokensmithd"_s, u"--api-base"_s, text}, {});
    QCOMPARE(parsed.has_value(), !expected.isEmpty());
    if (parsed)
        QCOMPARE(parsed->options.apiBase, QUrl(expected));
}

void OptionsTest::badEnvironment_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("not an id") << u"ALLOWED_ACCOUNT_IDS"_s << u"mine"_s;
    QTest::newRow("only commas") << u"ALLOWED_ACCOUNT_IDS"_s << u" , "_s;
    QTest::newRow("no number") << u"RATE_LIMIT_PER_MINUTE"_s << u"ten"_s;
    QTest::newRow("none at all") << u"RATE_LIMIT_PER_MINUTE"_s << u"0"_s;
    QTest::newRow("no such file") << u"MCP_API_KEY_FILE"_s << u"/nowhere/key"_s;
    QTest::newRow("an empty file") << u"CLOUDFLARE_BOOTSTRAP_TOKEN_FILE"_s << u"/dev/null"_s;
    QTest::newRow("an endless file") << u"CLOUDFLARE_BOOTSTRAP_TOKEN_FILE"_s << u"/dev/zero"_s;
}

void OptionsTest::badEnvironment()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const auto parsed = parseOptions(Program::Daemon, {u"tokensmithd"_s}, environment({{name, value}}));
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(name.chopped(name.endsWith("_FILE"_L1) ? 5 : 0)),
             qPrintable(parsed.error().message));
}

void OptionsTest::repeatsNoControlCharacters()
{
    const auto parsed = parseOptions(Program::Daemon, {u"tokensmithd"_s, u"--\u001b[31mport\u0007"_s}, {});
    QVERIFY(!parsed);
    QVERIFY(parsed.error().message.contains(u"[31mport"_s));
    for (const QChar c : parsed.error().message)
        QVERIFY(c.isPrint());
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
