// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/clientconnector.h"
#include "core/clients/connect/syntax.h"
#include "tests/clients/connect/home.h"
#include "tests/support/fakeclock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::clients::connect;

namespace {

using Effect = Plan::Effect;
using State = ClientConnection::State;
using Difference = ClientConnection::Difference;

/** What a file of this client can look like before we come, with a foreign entry. */
QByteArray foreignText(const ClientFormat &format)
{
    const QByteArray container = QString(format.container).toUtf8();
    switch (format.syntax) {
    case Syntax::Json:
        return "{\n  \"" + container + "\": {\n    \"other\": { \"command\": \"x\" }\n  },\n  \"theme\": \"dark\"\n}\n";
    case Syntax::Toml:
        return "# mine\nmodel = \"x\"\n\n[" + container + ".other]\ncommand = \"x\"\n";
    case Syntax::Yaml:
        return "# mine\n" + container + ":\n  other:\n    cmd: x\nmodel: y\n";
    }
    Q_UNREACHABLE();
}

} // namespace

class TestClientConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWhatIsThere();
    void followsTheEnvironment();
    void connectsEveryClient_data();
    void connectsEveryClient();
    void noticesDrift();
    void showsNoKey();
    void offersASnippet();

private:
    std::unique_ptr<Home> m_home;
    test::FakeClock m_clock{QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC)};
};

void TestClientConnector::init()
{
    m_home = std::make_unique<Home>();
}

void TestClientConnector::findsWhatIsThere()
{
    QVERIFY(QDir().mkpath(m_home->in(u".codex"_s)));
    QVERIFY(QDir().mkpath(m_home->in(u".config/zed"_s)));
    writeFile(m_home->in(u".claude.json"_s), "{}");
    QStringList found;
    const QList<ClientPlace> places = m_home->connector(m_clock).clients();
    for (const ClientPlace &place : places) {
        if (place.presence == ClientPlace::Presence::Found)
            found.append(place.id);
    }
    QCOMPARE(found, (QStringList{u"claude-code"_s, u"zed"_s, u"codex"_s}));
    QCOMPARE(places.size(), 13);
    QCOMPARE(m_home->fileOf(u"opencode"_s), m_home->in(u".config/opencode/opencode.jsonc"_s));
    writeFile(m_home->in(u".config/opencode/opencode.json"_s), "{}");
    QCOMPARE(m_home->fileOf(u"opencode"_s), m_home->in(u".config/opencode/opencode.json"_s));
}

void TestClientConnector::followsTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->outside(u"config"_s));
    environment.insert(u"CODEX_HOME"_s, m_home->outside(u"codex"_s));
    environment.insert(u"CLAUDE_CONFIG_DIR"_s, u"relative"_s); // ignored
    QVERIFY(QDir().mkpath(m_home->outside(u"codex"_s)));
    const Surroundings surroundings = surroundingsFrom(environment);
    QCOMPARE(configPath(*clientFormat(u"codex"_s), surroundings), m_home->outside(u"codex/config.toml"_s));
    QVERIFY(isInstalled(*clientFormat(u"codex"_s), surroundings));
    QCOMPARE(configPath(*clientFormat(u"claude-code"_s), surroundings), m_home->in(u".claude.json"_s));
    QCOMPARE(configPath(*clientFormat(u"zed"_s), surroundings), m_home->outside(u"config/zed/settings.json"_s));
    const ClientConnector outside(surroundings, m_clock);
    const base::Result<Plan> plan = outside.planConnect(u"codex"_s, access());
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    QVERIFY(outside.apply(*plan));
    QCOMPARE(modeOf(m_home->outside(u"codex/config.toml"_s)), mode_t(0600));
}

void TestClientConnector::connectsEveryClient_data()
{
    QTest::addColumn<QString>("id");
    for (const ClientFormat &format : clientFormats())
        QTest::addRow("%s", format.id.data()) << QString(format.id);
}

void TestClientConnector::connectsEveryClient()
{
    QFETCH(const QString, id);
    const QByteArray text = foreignText(*clientFormat(id));
    const QString file = m_home->fileOf(id);
    writeFile(file, text);
    QFile(file).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    QCOMPARE(m_home->connector(m_clock).connection(id, expected()).state, State::NotConnected);

    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(id, access());
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    QCOMPARE(plan->effect, Effect::Adds);
    QCOMPARE(readFile(file), text); // a plan writes nothing
    const base::Result<AppliedPlan> applied = m_home->connector(m_clock).apply(*plan);
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().message));
    QCOMPARE(readFile(file), plan->after);
    QVERIFY(plan->after.contains("ts_the-key"));
    QCOMPARE(modeOf(file), mode_t(0600));
    QCOMPARE(readFile(applied->backup), text);
    QCOMPARE(modeOf(applied->backup), mode_t(0600));
    QCOMPARE(m_home->connector(m_clock).connection(id, expected()).state, State::Connected);
    QCOMPARE(m_home->connector(m_clock).planConnect(id, access())->effect, Effect::Nothing);

    m_clock.advance(std::chrono::seconds(1));
    const base::Result<Plan> end = m_home->connector(m_clock).planDisconnect(id);
    QVERIFY(end);
    QCOMPARE(end->effect, Effect::Removes);
    QVERIFY(m_home->connector(m_clock).apply(*end));
    QCOMPARE(readFile(file), text);
    QCOMPARE(m_home->connector(m_clock).planDisconnect(id)->effect, Effect::Nothing);
}

void TestClientConnector::noticesDrift()
{
    const auto differences = [this](const QString &id, const ExpectedAccess &wanted) {
        const ClientConnection connection = m_home->connector(m_clock).connection(id, wanted);
        return connection.state == State::Drifted ? connection.differences : QList<Difference>();
    };
    for (const QString &id : {u"claude-desktop"_s, u"codex"_s, u"goose"_s})
        QVERIFY(m_home->connector(m_clock).apply(*m_home->connector(m_clock).planConnect(id, access())));
    QCOMPARE(differences(u"codex"_s, expected(u"9000"_s)), QList<Difference>{Difference::Address});
    QCOMPARE(m_home->connector(m_clock).connection(u"claude-desktop"_s, expected(u"9000"_s)).state,
             State::Connected); // by the bridge
    ExpectedAccess other = expected();
    other.isItsKey = [](const base::Secret &key) { return key.reveal() == "another"; };
    QCOMPARE(differences(u"goose"_s, other), QList<Difference>{Difference::Key});
    other.bridge = u"/opt/tokensmith-bridge"_s;
    QCOMPARE(differences(u"claude-desktop"_s, other), (QList<Difference>{Difference::Bridge, Difference::Key}));

    const base::Result<Plan> repair = m_home->connector(m_clock).planConnect(u"codex"_s, access(u"9000"_s));
    QVERIFY(repair);
    QCOMPARE(repair->effect, Effect::Replaces);
    QVERIFY(m_home->connector(m_clock).apply(*repair));
    QCOMPARE(m_home->connector(m_clock).connection(u"codex"_s, expected(u"9000"_s)).state, State::Connected);
}

void TestClientConnector::showsNoKey()
{
    writeFile(m_home->fileOf(u"cursor"_s),
              "{\n  \"mcpServers\": {\n    \"tokensmith\": {\n      \"url\": \"u\",\n      \"headers\": "
              "{\"X-API-Key\": \"ts_old-key\"}\n    }\n  }\n}\n");
    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(u"cursor"_s, access());
    QVERIFY(plan);
    QString shown;
    int removed = 0;
    int added = 0;
    for (const DiffLine &line : shownDiff(*plan)) {
        shown += line.text + u'\n';
        removed += line.kind == DiffLine::Kind::Removed ? 1 : 0;
        added += line.kind == DiffLine::Kind::Added ? 1 : 0;
    }
    QCOMPARE(removed, 2);
    QCOMPARE(added, 4);
    QVERIFY(!shown.contains(u"ts_"_s));
    QVERIFY(shown.contains(u"\"X-API-Key\": \"••••••••\""_s));
    QVERIFY(plan->after.contains("ts_the-key"));
}

void TestClientConnector::offersASnippet()
{
    QVERIFY(ClientConnector::snippet(u"codex"_s, access()).startsWith("[mcp_servers.tokensmith]\n"_L1));
    const QString other = ClientConnector::snippet(u"my own"_s, access());
    QVERIFY(other.contains(u"\"mcpServers\""_s) && other.contains(u"ts_the-key"_s));
    const base::Result<Plan> unknown = m_home->connector(m_clock).planConnect(u"my own"_s, access());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, base::Error::Code::NotFound);
}

QTEST_GUILESS_MAIN(TestClientConnector)
#include "tst_clientconnector.moc"
