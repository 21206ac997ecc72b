// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"
#include "core/tokens/heldsecrets.h"
#include "tests/support/await.h"
#include "tests/support/jsonclient.h"
#include "tests/support/verifyresult.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using clients::ApprovalAnswer;
using clients::CallClass;
using clients::ClientPolicy;
using clients::KeyStanding;
using clients::Permission;
using Verdict = ApprovalAnswer::Verdict;

namespace {

QByteArray *loggedText = nullptr;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    *loggedText += text.toUtf8() + '\n';
}

} // namespace

/** Keys, policies, approvals and hidden secrets over the real endpoint and the simulated Cloudflare. */
class ClientControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void anApprovedTokensSecretStaysHere();
    void theSameForRollAndRotate();
    void approvedInlineIsAnsweredAndHeld();
    void theAnswerCountsNotThePolicy();
    void deniedMakesNothing();
    void aPausedKeyIsRefusedInWords();
    void aRevokedKeyIsUnknown();
    void listsDependOnTheKey();
    void openStreamsAreToldAndEnded();
    void seesWhatAClientSaysOfItself();
    void theOperatorsKeyWorksAsBefore();

private:
    [[nodiscard]] test::JsonReply post(const QString &method, const QJsonObject &params);
    [[nodiscard]] QJsonObject call(const QString &tool, const QJsonObject &arguments);
    [[nodiscard]] QJsonObject structured(const QString &tool, const QJsonObject &arguments)
    {
        return call(tool, arguments).value("structuredContent"_L1).toObject();
    }
    void verifyHidden(const QByteArray &secret) const;
    [[nodiscard]] base::Secret secretOf(const QString &tokenId);

    QTemporaryDir m_data;
    std::unique_ptr<app::Services> m_services;
    test::JsonClient m_client;
    QUrl m_mcp;
    base::Secret m_key;
    std::optional<Verdict> m_says; ///< what the person says to whatever is asked
    std::vector<clients::ApprovalRequest> m_questions;
    QByteArray m_sent; ///< everything the client got
    QByteArray m_log;
};

void ClientControlTest::initTestCase()
{
    loggedText = &m_log;
    qInstallMessageHandler(keepLog);
    auto services = app::Services::create(
        {.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path(), .changesPerMinute = 1000},
        app::Approvals::Queued);
    QVERIFY_RESULT(services);
    m_services = *std::move(services);
    const auto port = m_services->listen();
    QVERIFY_RESULT(port);
    QVERIFY_RESULT(test::await(m_services->findBootstrapToken()));
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    clients::QueueingGate *queue = m_services->clients().queue();
    const auto answer = [this, queue](quint64 id) {
        m_questions.push_back(queue->waiting().back().request);
        if (m_says)
            queue->answer(id, {.verdict = *m_says});
    };
    connect(queue, &clients::QueueingGate::added, this, answer, Qt::QueuedConnection);
}

void ClientControlTest::init()
{
    clients::ClientRegistry &registry = m_services->clients().registry();
    (void)registry.revoke(u"laptop"_s);
    const auto key = registry.create(u"laptop"_s, {});
    QVERIFY_RESULT(key);
    m_key = *key;
    m_says = Verdict::Approved;
    m_questions.clear();
}

void ClientControlTest::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
    QCoro::waitFor(m_services->stop(std::chrono::milliseconds(1000)));
    m_services.reset();
}

test::JsonReply ClientControlTest::post(const QString &method, const QJsonObject &params)
{
    const QJsonObject body{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, method}, {u"params"_s, params}};
    test::JsonReply reply = m_client.post(m_mcp, body, {{"X-API-Key", m_key.reveal()}});
    m_sent += QJsonDocument(reply.json).toJson();
    return reply;
}

QJsonObject ClientControlTest::call(const QString &tool, const QJsonObject &arguments)
{
    return post(u"tools/call"_s, {{u"name"_s, tool}, {u"arguments"_s, arguments}}).json["result"_L1].toObject();
}

base::Secret ClientControlTest::secretOf(const QString &tokenId)
{
    const QString key = tokens::HeldSecrets::keyOf(tokenId);
    const auto held = test::await(m_services->secretStore().read(key));
    return held && *held ? **held : base::Secret();
}

void ClientControlTest::verifyHidden(const QByteArray &secret) const
{
    QVERIFY(secret.size() > 30);
    QVERIFY(!m_sent.contains(secret));
    QVERIFY(m_log.contains("laptop")); // it is the log
    QVERIFY(!m_log.contains(secret));
    int files = 0;
    for (QDirIterator it(m_data.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++files;
        QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
    const auto entries = m_services->audit().before(std::numeric_limits<qint64>::max(), 1000);
    QVERIFY_RESULT(entries);
    QVERIFY(!entries->empty());
}

void ClientControlTest::anApprovedTokensSecretStaysHere()
{
    const QJsonObject made = structured(u"create_token"_s, {{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_read"_s}});
    const QString id = made["id"_L1].toString();
    QVERIFY2(!id.isEmpty(), m_sent.right(2000).constData());
    QVERIFY(!made.contains("secret"_L1));
    QCOMPARE(made["keychainItem"_L1].toString(), u"token/"_s + id);
    QCOMPARE(m_questions.size(), 1U);
    const clients::ApprovalRequest &asked = m_questions.front();
    QCOMPARE(asked.client, u"laptop"_s);
    QCOMPARE(asked.tool, u"create_token"_s);
    QCOMPARE(asked.secret, clients::ApprovalRequest::Secret::Given);
    QVERIFY(asked.effect.sentences.front().lead == u"ci"_s);
    QVERIFY(asked.effect.details["body"_L1]["policies"_L1].isArray());
    QVERIFY(asked.effect.facts);
    QCOMPARE(asked.effect.facts->permissions.front(), u"DNS Read"_s);

    const base::Secret secret = secretOf(id);
    const auto verified = test::await(m_services->tokens().verify(secret, {}));
    QVERIFY_RESULT(verified);
    verifyHidden(secret.reveal());
    const auto held = m_services->heldStore()->all();
    QVERIFY_RESULT(held);
    QCOMPARE(held->front().tokenId, id);
    QCOMPARE(held->front().client, u"laptop"_s);
    const auto entries = m_services->audit().before(std::numeric_limits<qint64>::max(), 5);
    QVERIFY(std::any_of(entries->begin(), entries->end(), [](const audit::NumberedEntry &one) {
        return one.entry.operation == u"approval of create_token"_s && one.entry.client == u"laptop"_s;
    }));
}

void ClientControlTest::theSameForRollAndRotate()
{
    const QString id =
        structured(u"create_token"_s, {{u"name"_s, u"r"_s}, {u"template"_s, u"dns_read"_s}})["id"_L1].toString();
    const base::Secret first = secretOf(id);
    const QJsonObject rolled = structured(u"roll_token"_s, {{u"tokenId"_s, id}});
    QCOMPARE(rolled["id"_L1].toString(), id);
    QVERIFY(!rolled.contains("secret"_L1));
    const base::Secret second = secretOf(id);
    QVERIFY(!second.equals(first));
    verifyHidden(second.reveal());
    const QJsonObject rotated = structured(u"rotate_token"_s, {{u"tokenId"_s, id}});
    const QString fresh = rotated["newToken"_L1]["id"_L1].toString();
    QVERIFY(!fresh.isEmpty());
    QVERIFY(!rotated["newToken"_L1].toObject().contains("secret"_L1));
    verifyHidden(secretOf(fresh).reveal());
    QCOMPARE(m_questions.size(), 3U);
}

void ClientControlTest::approvedInlineIsAnsweredAndHeld()
{
    m_says = Verdict::ApprovedInline;
    const QJsonObject made = structured(u"create_token"_s, {{u"name"_s, u"in"_s}, {u"template"_s, u"dns_read"_s}});
    const QByteArray secret = made["secret"_L1].toString().toUtf8();
    QVERIFY(!secret.isEmpty());
    QCOMPARE(secretOf(made["id"_L1].toString()).reveal(), secret);
}

void ClientControlTest::theAnswerCountsNotThePolicy()
{
    ClientPolicy policy;
    policy.secrets = clients::SecretDelivery::Inline;
    QVERIFY_RESULT(m_services->clients().registry().setPolicy(u"laptop"_s, policy));
    m_says = Verdict::Approved; // the person saw where it was to go, and chose the keychain
    const QJsonObject made = structured(u"create_token"_s, {{u"name"_s, u"k"_s}, {u"template"_s, u"dns_read"_s}});
    QCOMPARE(m_questions.front().delivery, clients::SecretDelivery::Inline);
    QVERIFY(!made["id"_L1].toString().isEmpty());
    QVERIFY(!made.contains("secret"_L1));
}

void ClientControlTest::deniedMakesNothing()
{
    m_says = Verdict::Denied;
    const qsizetype before = m_services->inventory().tokens().size();
    const QJsonObject result = call(u"create_token"_s, {{u"name"_s, u"no"_s}, {u"template"_s, u"dns_read"_s}});
    QVERIFY(result["isError"_L1].toBool());
    QCOMPARE(static_cast<qsizetype>(m_services->inventory().tokens().size()), before);
    const auto entries = m_services->audit().before(std::numeric_limits<qint64>::max(), 1);
    QCOMPARE(entries->front().entry.operation, u"approval of create_token"_s);
    QVERIFY(!entries->front().entry.error.isEmpty());
}

void ClientControlTest::aPausedKeyIsRefusedInWords()
{
    clients::ClientRegistry &registry = m_services->clients().registry();
    QCOMPARE(post(u"tools/list"_s, {}).status, 200);
    QVERIFY_RESULT(registry.setStanding(u"laptop"_s, KeyStanding::Paused));
    const test::JsonReply refused = post(u"tools/list"_s, {});
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.json["error"_L1]["message"_L1].toString().contains(u"\"laptop\" is paused"_s));
    QVERIFY_RESULT(registry.setStanding(u"laptop"_s, KeyStanding::Open));
    registry.setAllPaused(KeyStanding::Paused);
    QCOMPARE(post(u"tools/list"_s, {}).status, 403);
    registry.setAllPaused(KeyStanding::Open);
    QCOMPARE(post(u"tools/list"_s, {}).status, 200);
}

void ClientControlTest::aRevokedKeyIsUnknown()
{
    QVERIFY_RESULT(m_services->clients().registry().revoke(u"laptop"_s));
    QCOMPARE(post(u"tools/list"_s, {}).status, 401);
}

void ClientControlTest::listsDependOnTheKey()
{
    ClientPolicy policy;
    policy.set(CallClass::Revoke, Permission::Deny);
    QVERIFY(QJsonDocument(post(u"tools/list"_s, {}).json).toJson().contains("revoke_token"));
    QVERIFY_RESULT(m_services->clients().registry().setPolicy(u"laptop"_s, policy));
    const QByteArray list = QJsonDocument(post(u"tools/list"_s, {}).json).toJson();
    QVERIFY(!list.contains("\"revoke_token\""));
    QVERIFY(list.contains("\"get_approval\""));
    QVERIFY(call(u"revoke_token"_s, {{u"tokenId"_s, QString(32, u'a')}})["isError"_L1].toBool());
    QVERIFY(m_questions.empty());
}

void ClientControlTest::openStreamsAreToldAndEnded()
{
    const QJsonObject meta{{u"io.modelcontextprotocol/protocolVersion"_s, u"2026-07-28"_s},
                           {u"io.modelcontextprotocol/clientCapabilities"_s, QJsonObject()}};
    const QJsonObject wanted{{u"toolsListChanged"_s, true}};
    const QJsonObject body{{u"jsonrpc"_s, u"2.0"_s},
                           {u"id"_s, 1},
                           {u"method"_s, u"subscriptions/listen"_s},
                           {u"params"_s, QJsonObject{{u"_meta"_s, meta}, {u"notifications"_s, wanted}}}};
    QNetworkRequest request(m_mcp);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Accept", "application/json, text/event-stream");
    request.setRawHeader("MCP-Protocol-Version", "2026-07-28");
    request.setRawHeader("Mcp-Method", "subscriptions/listen");
    request.setRawHeader("X-API-Key", m_key.reveal());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> stream(network.post(request, QJsonDocument(body).toJson()));
    QByteArray heard;
    connect(stream.get(), &QNetworkReply::readyRead, this, [&] { heard += stream->readAll(); });
    QTRY_VERIFY(heard.contains("acknowledged"));
    QVERIFY(!heard.contains("list_changed"));
    clients::ClientRegistry &registry = m_services->clients().registry();
    QVERIFY_RESULT(registry.setPolicy(u"laptop"_s, ClientPolicy::unlimited()));
    QTRY_VERIFY(heard.contains("notifications/tools/list_changed"));
    QVERIFY(!stream->isFinished());
    QVERIFY_RESULT(registry.setStanding(u"laptop"_s, KeyStanding::Paused));
    QTRY_VERIFY(stream->isFinished());
}

void ClientControlTest::seesWhatAClientSaysOfItself()
{
    const QJsonObject info{{u"name"_s, u"some-client"_s}, {u"version"_s, u"2.1"_s}};
    (void)post(u"initialize"_s,
               {{u"protocolVersion"_s, u"2025-06-18"_s}, {u"capabilities"_s, QJsonObject()}, {u"clientInfo"_s, info}});
    const clients::Client *client = m_services->clients().registry().find(u"laptop"_s);
    QCOMPARE(client->seen.client, u"some-client 2.1"_s);
    QCOMPARE(client->seen.revision, u"2025-06-18"_s);
    QVERIFY(client->seenAt.has_value());
}

void ClientControlTest::theOperatorsKeyWorksAsBefore()
{
    m_key = *m_services->generatedKey();
    m_says.reset();
    const QJsonObject made = structured(u"create_token"_s, {{u"name"_s, u"op"_s}, {u"template"_s, u"dns_read"_s}});
    QVERIFY(!made["secret"_L1].toString().isEmpty());
    QVERIFY(m_questions.empty());
}

QTEST_GUILESS_MAIN(ClientControlTest)
#include "tst_clientcontrol.moc"
