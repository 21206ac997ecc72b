// SPDX-License-Identifier: GPL-3.0-or-later
// What the Clients page asks for, over real services, the simulated Cloudflare and a home directory of its own.
#include "app/desktop/clientscontroller.h"
#include "app/desktop/servercontroller.h"
#include "tests/support/jsonclient.h"
#include "tests/support/sandboxservices.h"
#include "tests/support/verifyresult.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::ClientsController;
using clients::CallClass;
using clients::ClientRegistry;
using clients::KeyStanding;
using clients::Permission;
using Goal = ui::ClientChange::Goal;
using State = clients::connect::ClientConnection::State;

namespace {

constexpr auto kForeign = R"({
  // mine
  "mcpServers": { "notes": { "command": "notes-mcp" } }
}
)";

} // namespace

class ClientsControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAKeyAndChangesItsPolicy();
    void connectsWithAKeyOfItsOwn();
    void aChangedFileIsNotWritten();
    void repairsAnOldAddressWithTheSameKey();
    void repairsAnUnknownKeyWithANewOne();
    void disconnectingRevokesTheKey();
    void aSharedKeyOutlivesADisconnect();
    void aFileThatCantBeReadIsLeftAlone();
    void pausedIsOneState();
    void countsApprovals();
    void heldSecretsAreReadAndForgotten();

private:
    [[nodiscard]] app::Services &services() { return **m_services; }
    [[nodiscard]] ClientRegistry &registry() { return services().clients().registry(); }
    [[nodiscard]] QString cursorFile() const { return m_home->filePath(u".cursor/mcp.json"_s); }
    [[nodiscard]] static QByteArray contentOf(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    [[nodiscard]] QString keyIn(const QString &path) const;
    [[nodiscard]] State stateOf(const QString &clientId) const;
    void carryOut(Goal goal, const QString &clientId);
    [[nodiscard]] int statusWith(const QString &key);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::SandboxServices> m_services;
    std::unique_ptr<ClientsController> m_controller;
    test::JsonClient m_client;
};

void ClientsControllerTest::init()
{
    m_controller.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_services = std::make_unique<test::SandboxServices>();
    QVERIFY_RESULT(services().listen());
    write(cursorFile(), kForeign);
    m_controller = std::make_unique<ClientsController>(
        ClientsController::Parts{.services = services(),
                                 .surroundings = {.home = m_home->path(), .config = m_home->filePath(u".config"_s)},
                                 .bridge = u"/usr/bin/tokensmith-bridge"_s});
}

QByteArray ClientsControllerTest::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ClientsControllerTest::write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QString ClientsControllerTest::keyIn(const QString &path) const
{
    const QByteArray content = contentOf(path);
    const qsizetype at = content.indexOf("tsk_");
    return at < 0 ? QString() : QString::fromLatin1(content.mid(at, 47));
}

State ClientsControllerTest::stateOf(const QString &clientId) const
{
    for (const ui::FoundClient &client : m_controller->foundClients()) {
        if (client.place.id == clientId)
            return client.connection.state;
    }
    qFatal("%s was not found", qPrintable(clientId));
}

void ClientsControllerTest::carryOut(Goal goal, const QString &clientId)
{
    const auto change = m_controller->plan(goal, clientId);
    QVERIFY_RESULT(change);
    QVERIFY_RESULT(m_controller->carryOut(*change));
}

int ClientsControllerTest::statusWith(const QString &key)
{
    const QJsonObject body{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, u"tools/list"_s}};
    return m_client.post(services().endpoint().url(), body, {{"X-API-Key", key.toLatin1()}}).status;
}

void ClientsControllerTest::makesAKeyAndChangesItsPolicy()
{
    const QSignalSpy changed(m_controller.get(), &ClientsController::keysChanged);
    const auto key = m_controller->createKey(u"laptop"_s, {});
    QVERIFY_RESULT(key);
    QCOMPARE(statusWith(QString::fromLatin1(key->reveal())), 200);
    clients::ClientPolicy policy;
    policy.set(CallClass::Read, Permission::Deny);
    QVERIFY_RESULT(m_controller->setPolicy(u"laptop"_s, policy));
    QCOMPARE(registry().policyOf(u"laptop"_s).of(CallClass::Read), Permission::Deny);
    QVERIFY(changed.count() >= 2);
    QCOMPARE(m_controller->createKey(u"laptop"_s, {}).error().field, u"name"_s);
    QVERIFY_RESULT(m_controller->revokeKey(u"laptop"_s));
    QCOMPARE(statusWith(QString::fromLatin1(key->reveal())), 401);
    QVERIFY(m_controller->snippet(base::Secret("k")).contains(services().endpoint().url().toString()));
}

void ClientsControllerTest::connectsWithAKeyOfItsOwn()
{
    QCOMPARE(stateOf(u"cursor"_s), State::NotConnected);
    const auto change = m_controller->plan(Goal::Connect, u"cursor"_s);
    QVERIFY_RESULT(change);
    QCOMPARE(change->newKey, u"Cursor"_s);
    for (const clients::connect::DiffLine &line : change->lines)
        QVERIFY(!line.text.contains(u"tsk_"_s));
    QCOMPARE(contentOf(cursorFile()), QByteArray(kForeign)); // only planned
    QVERIFY(!registry().find(u"Cursor"_s));

    const auto done = m_controller->carryOut(*change);
    QVERIFY_RESULT(done);
    QCOMPARE(contentOf(done->backup), QByteArray(kForeign));
    const QByteArray written = contentOf(cursorFile());
    QVERIFY(written.contains("// mine"));
    QVERIFY(written.contains(services().endpoint().url().toString().toLatin1()));
    QCOMPARE(statusWith(keyIn(cursorFile())), 200);
    QCOMPARE(stateOf(u"cursor"_s), State::Connected);
    QVERIFY(registry().find(u"Cursor"_s)->policy == clients::ClientPolicy());
}

void ClientsControllerTest::aChangedFileIsNotWritten()
{
    const auto change = m_controller->plan(Goal::Connect, u"cursor"_s);
    QVERIFY_RESULT(change);
    const QByteArray other = R"({"mcpServers": {}})";
    write(cursorFile(), other);
    const auto refused = m_controller->carryOut(*change);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::Error::Code::Unavailable);
    QCOMPARE(contentOf(cursorFile()), other);
    QVERIFY(!registry().find(u"Cursor"_s));
    carryOut(Goal::Connect, u"cursor"_s);
    QCOMPARE(stateOf(u"cursor"_s), State::Connected);
}

void ClientsControllerTest::repairsAnOldAddressWithTheSameKey()
{
    carryOut(Goal::Connect, u"cursor"_s);
    const QString key = keyIn(cursorFile());
    QByteArray old = contentOf(cursorFile());
    const QByteArray port = QByteArray::number(services().endpoint().url().port());
    write(cursorFile(), old.replace(port, "1"));
    QCOMPARE(stateOf(u"cursor"_s), State::Drifted);
    const auto change = m_controller->plan(Goal::Connect, u"cursor"_s);
    QVERIFY_RESULT(change);
    QCOMPARE(change->effect, clients::connect::Plan::Effect::Replaces);
    QVERIFY(change->newKey.isEmpty());
    QVERIFY_RESULT(m_controller->carryOut(*change));
    QCOMPARE(stateOf(u"cursor"_s), State::Connected);
    QCOMPARE(keyIn(cursorFile()), key);
}

void ClientsControllerTest::repairsAnUnknownKeyWithANewOne()
{
    carryOut(Goal::Connect, u"cursor"_s);
    const QString key = keyIn(cursorFile());
    QVERIFY_RESULT(m_controller->revokeKey(u"Cursor"_s));
    QVERIFY(m_controller->createKey(u"Cursor"_s, {}));
    QCOMPARE(stateOf(u"cursor"_s), State::Drifted);
    const auto change = m_controller->plan(Goal::Connect, u"cursor"_s);
    QVERIFY_RESULT(change);
    QCOMPARE(change->newKey, u"Cursor 2"_s);
    QVERIFY_RESULT(m_controller->carryOut(*change));
    QVERIFY(keyIn(cursorFile()) != key);
    QCOMPARE(statusWith(keyIn(cursorFile())), 200);
}

void ClientsControllerTest::disconnectingRevokesTheKey()
{
    carryOut(Goal::Connect, u"cursor"_s);
    const QString key = keyIn(cursorFile());
    QVERIFY_RESULT(m_controller->renameKey(u"Cursor"_s, u"editor"_s));
    const auto change = m_controller->plan(Goal::Disconnect, u"cursor"_s);
    QVERIFY_RESULT(change);
    QCOMPARE(change->oldKey, u"editor"_s);
    QVERIFY_RESULT(m_controller->carryOut(*change));
    QCOMPARE(contentOf(cursorFile()), QByteArray(kForeign));
    QCOMPARE(statusWith(key), 401);
    QVERIFY(!registry().find(u"editor"_s));
}

void ClientsControllerTest::aSharedKeyOutlivesADisconnect()
{
    carryOut(Goal::Connect, u"cursor"_s);
    const QString windsurf = m_home->filePath(u".codeium/windsurf/mcp_config.json"_s);
    write(windsurf, contentOf(cursorFile()).replace("\"url\"", "\"serverUrl\""));
    QCOMPARE(stateOf(u"windsurf"_s), State::Connected);
    carryOut(Goal::Disconnect, u"cursor"_s);
    QVERIFY(registry().find(u"Cursor"_s));
    carryOut(Goal::Disconnect, u"windsurf"_s);
    QVERIFY(!registry().find(u"Cursor"_s));
}

void ClientsControllerTest::aFileThatCantBeReadIsLeftAlone()
{
    const QByteArray odd = "{ \"mcpServers\": ";
    write(cursorFile(), odd);
    QCOMPARE(stateOf(u"cursor"_s), State::Unreadable);
    QVERIFY(!m_controller->plan(Goal::Connect, u"cursor"_s));
    QVERIFY(!m_controller->plan(Goal::Disconnect, u"cursor"_s));
    QCOMPARE(contentOf(cursorFile()), odd);
}

void ClientsControllerTest::pausedIsOneState()
{
    using Server = ui::ServerControl::State;
    const auto key = m_controller->createKey(u"laptop"_s, {});
    QVERIFY_RESULT(key);
    app::ServerController server(services());
    server.start();
    QCOMPARE(server.state(), Server::On);
    const QSignalSpy changed(&server, &app::ServerController::changed);
    server.pause();
    QCOMPARE(registry().allPaused(), KeyStanding::Paused);
    QCOMPARE(statusWith(QString::fromLatin1(key->reveal())), 403);
    QCOMPARE(server.state(), Server::Paused);
    registry().setAllPaused(KeyStanding::Open); // by whoever else
    QCOMPARE(server.state(), Server::On);
    QCOMPARE(statusWith(QString::fromLatin1(key->reveal())), 200);
    QCOMPARE(changed.count(), 2);
}

void ClientsControllerTest::countsApprovals()
{
    services().audit().add({.time = services().clock().now().addDays(-1), .operation = u"approval of x"_s});
    QCOMPARE(m_controller->approvalsToday(), ui::ApprovalCounts());
    const auto add = [this](const QString &operation, audit::Entry::Outcome outcome) {
        services().audit().add({.operation = operation, .outcome = outcome});
    };
    const QSignalSpy changed(m_controller.get(), &ClientsController::approvalsChanged);
    add(u"approval of create_token"_s, audit::Entry::Outcome::Done);
    add(u"approval of revoke_token"_s, audit::Entry::Outcome::Failed);
    add(u"create_token"_s, audit::Entry::Outcome::Done);
    QTRY_COMPARE(changed.count(), 1);
    add(u"approval of roll_token"_s, audit::Entry::Outcome::Done);
    const ui::ApprovalCounts counts = m_controller->approvalsToday();
    QCOMPARE(counts.approved, 2);
    QCOMPARE(counts.denied, 1);
    QCOMPARE(m_controller->approvalsToday(), counts); // none is counted twice
}

void ClientsControllerTest::heldSecretsAreReadAndForgotten()
{
    tokens::HeldSecrets held(services().secretStore(), services().heldStore());
    QVERIFY_RESULT(test::await(held.hold(u"t1"_s, base::Secret("cfut_secret"))));
    const QSignalSpy changed(m_controller.get(), &ClientsController::heldChanged);
    held.note({.tokenId = u"t1"_s, .tokenName = u"ci"_s, .client = u"laptop"_s, .heldAt = services().clock().now()});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_controller->heldTokens().size(), 1U);
    QCOMPARE(m_controller->heldTokens().front().client, u"laptop"_s);
    const QSignalSpy read(m_controller.get(), &ClientsController::heldRead);
    m_controller->readHeld(u"t1"_s);
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.front().at(1).value<base::Secret>().reveal(), QByteArray("cfut_secret"));
    m_controller->forgetHeld(u"t1"_s);
    QTRY_VERIFY(m_controller->heldTokens().empty());
    QVERIFY(!*test::await(services().secretStore().read(tokens::HeldSecrets::keyOf(u"t1"_s))));
    const QSignalSpy failed(m_controller.get(), &ClientsController::heldFailed);
    m_controller->readHeld(u"t1"_s);
    QTRY_COMPARE(failed.count(), 1);
}

QTEST_GUILESS_MAIN(ClientsControllerTest)
#include "tst_clientscontroller.moc"
