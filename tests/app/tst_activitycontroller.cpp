// SPDX-License-Identifier: GPL-3.0-or-later
// The window's activity over real services: calls through the real endpoint, changes at the window, the real database.
#include "app/desktop/activitycontroller.h"
#include "tests/support/await.h"
#include "tests/support/jsonclient.h"
#include "tests/support/verifyresult.h"
#include "ui/activity/activitymodel.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::ActivityController;
using audit::Activity;
using audit::ActivityKind;
using audit::CallRow;
using audit::Ending;
using namespace std::chrono_literals;
using Verdict = clients::ApprovalAnswer::Verdict;

class ActivityControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aReadIsListed();
    void anApprovedCallIsOneEntry();
    void aDeniedCallSaysSo();
    void refusalsAreListed();
    void noSecretIsKept();
    void whatHappensIsListedAtOnce();
    void theWindowsOwnChangesAreThere();
    void filtersAndCounts();
    void aFloodDoesNotFillTheList();
    void checksTheChain();
    void findsTampering_data();
    void findsTampering();
    void exports_data();
    void exports();
    void aStoppedExportLeavesNoFile();
    void manyEntriesDoNotStall();

private:
    [[nodiscard]] QJsonObject call(const QString &tool, const QJsonObject &arguments = {});
    [[nodiscard]] base::Result<tokens::CreateOutcome> createAtTheWindow(const QString &name);
    [[nodiscard]] const Activity *newest() const;
    void list(const ui::ActivityFilter &filter = {});
    void runRaw(const QStringList &statements) const;

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<ActivityController> m_controller;
    std::unique_ptr<ui::ActivityModel> m_model;
    test::JsonClient m_client;
    QUrl m_mcp;
    base::Secret m_key;
    Verdict m_says = Verdict::Approved;
};

void ActivityControllerTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    auto services = app::Services::create(
        {.mode = app::Mode::Sandbox, .sandboxTokens = 5, .port = 0, .dataDir = m_data->path(), .changesPerMinute = 3},
        app::Approvals::Queued);
    QVERIFY_RESULT(services);
    m_services = *std::move(services);
    const auto port = m_services->listen();
    QVERIFY_RESULT(port);
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    QVERIFY_RESULT(test::await(m_services->findBootstrapToken()));
    const auto key = m_services->clients().registry().create(u"laptop"_s, {});
    QVERIFY_RESULT(key);
    m_key = *key;
    m_says = Verdict::Approved;
    clients::QueueingGate *queue = m_services->clients().queue();
    connect(queue, &clients::QueueingGate::added, queue, [this, queue](quint64 id) {
        QTimer::singleShot(40, queue, [this, queue, id] { queue->answer(id, {.verdict = m_says}); });
    });
    m_controller = std::make_unique<ActivityController>(*m_services);
    m_model = std::make_unique<ui::ActivityModel>(*m_controller, m_services->clock());
}

void ActivityControllerTest::cleanup()
{
    QCoro::waitFor(m_services->stop(std::chrono::milliseconds(1000)));
    m_model.reset();
    m_controller.reset();
    m_services.reset();
}

QJsonObject ActivityControllerTest::call(const QString &tool, const QJsonObject &arguments)
{
    return m_client.call(m_mcp, m_key.reveal(), tool, arguments);
}

base::Result<tokens::CreateOutcome> ActivityControllerTest::createAtTheWindow(const QString &name)
{
    const tokens::CreateRequest request{.kind = model::Owner::Kind::User,
                                        .name = name,
                                        .permissions = {u"DNS Read"_s},
                                        .resourceScope = tokens::ResourceScope::AllAccounts};
    return test::await(m_services->tokens().create(request, {}));
}

void ActivityControllerTest::list(const ui::ActivityFilter &filter)
{
    m_controller->setFilter(filter);
    QTRY_VERIFY(!m_controller->isReading() && m_controller->counts().isComplete);
}

const Activity *ActivityControllerTest::newest() const
{
    return m_model->activityAt(1);
}

void ActivityControllerTest::runRaw(const QStringList &statements) const
{
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(m_services->paths().data + "/tokensmith.db"_L1);
        QVERIFY(raw.open());
        for (const QString &statement : statements) {
            QSqlQuery query(raw);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
}

void ActivityControllerTest::aReadIsListed()
{
    (void)call(u"list_tokens"_s, {{u"nameContains"_s, u"x"_s}});
    list();
    QVERIFY(newest() && newest()->call && newest()->entries.empty());
    QCOMPARE(audit::operationOf(*newest()), u"list_tokens"_s);
    QCOMPARE(audit::clientOf(*newest()), u"laptop"_s);
    QCOMPARE(newest()->call->callClass, u"read"_s);
    QVERIFY(newest()->call->took >= 0ms && newest()->call->took < 60s);
    QVERIFY(!newest()->call->correlationId.isEmpty());
}

void ActivityControllerTest::anApprovedCallIsOneEntry()
{
    const QJsonObject made = call(u"create_token"_s, {{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_read"_s}});
    const QString id = made["structuredContent"_L1]["id"_L1].toString();
    QVERIFY(!id.isEmpty());
    list();
    QCOMPARE(m_model->rowCount(), 2); // with the day: approval, change and call are one
    QCOMPARE(newest()->entries.size(), 2U);
    QCOMPARE(audit::endingOf(*newest()), Ending::Approved);
    QCOMPARE(audit::tokenIdOf(*newest()), id);
    QCOMPARE(audit::tokenNameOf(*newest()), u"ci"_s);
    QCOMPARE(newest()->call->verdict, CallRow::Verdict::Approved);
    QVERIFY2(newest()->call->waited >= std::chrono::milliseconds(35),
             qPrintable(QString::number(newest()->call->waited.count())));
    QVERIFY(newest()->call->took > std::chrono::milliseconds(0));
    QVERIFY(newest()->call->effect.contains(u"ci"_s));
    QVERIFY(newest()->call->arguments.contains(u"dns_read"_s));
    const auto link = m_controller->linkOf(newest()->entries.front().number);
    QVERIFY_RESULT(link);
    QCOMPARE(link->fit, audit::ChainLink::Fit::Matches);
}

void ActivityControllerTest::aDeniedCallSaysSo()
{
    m_says = Verdict::Denied;
    (void)call(u"create_token"_s, {{u"name"_s, u"no"_s}, {u"template"_s, u"dns_read"_s}});
    list();
    QCOMPARE(audit::endingOf(*newest()), Ending::Denied);
    QCOMPARE(audit::tokenNameOf(*newest()), u"no"_s);
    QVERIFY(!audit::errorOf(*newest()).isEmpty());
    QCOMPARE(m_controller->counts().of(ActivityKind::Approval), 1);
}

void ActivityControllerTest::refusalsAreListed()
{
    clients::ClientPolicy policy;
    policy.set(clients::CallClass::Revoke, clients::Permission::Deny);
    QVERIFY_RESULT(m_services->clients().registry().setPolicy(u"laptop"_s, policy));
    (void)call(u"revoke_token"_s, {{u"tokenId"_s, QString(32, u'a')}});
    (void)call(u"get_token"_s, {{u"tokenId"_s, QString(32, u'a')}});
    (void)call(u"no_such_tool"_s);
    list();
    QCOMPARE(m_controller->counts().of(ActivityKind::Refusal), 1);
    QCOMPARE(m_controller->counts().of(ActivityKind::Failure), 2);
    list({.kind = ActivityKind::Refusal});
    QCOMPARE(audit::tokenIdOf(*newest()), QString(32, u'a'));
    QCOMPARE(newest()->entries.size(), 1U);
}

/** The value of a token to verify, one in the wrong place, and those that were made: nowhere in any file. */
void ActivityControllerTest::noSecretIsKept()
{
    const QByteArray secret = "cfut_0123456789abcdefghijklmnopqrstuvwxyzABCD";
    const QString text = QString::fromLatin1(secret);
    (void)call(u"verify_token"_s, {{u"token"_s, text}});
    (void)call(u"verify_token"_s, {{u"tokn"_s, text}});
    (void)call(u"list_tokens"_s, {{text, 1}});
    (void)call(u"get_token"_s, {{u"tokenId"_s, text}});
    (void)call(u"create_token"_s, {{u"token"_s, text}});
    (void)call(text);
    const QByteArray plain = "a-secret-of-no-form";
    (void)call(u"verify_token"_s, {{u"token"_s, QString::fromLatin1(plain)}});
    m_says = Verdict::ApprovedInline;
    const QJsonObject made = call(u"create_token"_s, {{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_read"_s}});
    const QByteArray fresh = made["structuredContent"_L1]["secret"_L1].toString().toUtf8();
    QVERIFY(fresh.size() > 30);
    list();
    QCOMPARE(m_controller->counts().all(), 8);
    QByteArray everything;
    for (QDirIterator it(m_data->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        everything += file.readAll();
    }
    QVERIFY(everything.contains("verify_token")); // the log is among them
    for (const QByteArray &one : {secret, plain, fresh, m_key.reveal()})
        QVERIFY2(!everything.contains(one), one.constData());
}

void ActivityControllerTest::whatHappensIsListedAtOnce()
{
    list();
    QCOMPARE(m_model->rowCount(), 0);
    (void)call(u"create_token"_s, {{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_read"_s}});
    QTRY_VERIFY(newest() && newest()->call);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(newest()->entries.size(), 2U);
    QCOMPARE(audit::endingOf(*newest()), Ending::Approved);
    QCOMPARE(m_controller->counts().all(), 1);
    list({.kind = ActivityKind::Read});
    QCOMPARE(m_model->rowCount(), 0);
    (void)call(u"create_token"_s, {{u"name"_s, u"ci2"_s}, {u"template"_s, u"dns_read"_s}});
    (void)call(u"list_templates"_s);
    QTRY_COMPARE(m_model->rowCount(), 2); // not the change
    QTRY_COMPARE(m_controller->counts().all(), 3);
    QCOMPARE(audit::operationOf(*newest()), u"list_templates"_s);
}

void ActivityControllerTest::theWindowsOwnChangesAreThere()
{
    list();
    QVERIFY_RESULT(createAtTheWindow(u"mine"_s));
    QTRY_VERIFY(newest());
    QVERIFY(audit::clientOf(*newest()).isEmpty());
    QCOMPARE(audit::tokenNameOf(*newest()), u"mine"_s);
    QCOMPARE(audit::kindOf(*newest()), ActivityKind::Change);
}

void ActivityControllerTest::filtersAndCounts()
{
    for (int i = 0; i < 5; ++i)
        m_services->audit().add(
            {.operation = u"create_token"_s, .tokenName = u"n%1"_s.arg(i), .cfRay = u"ray%1"_s.arg(i)});
    m_services->audit().add({.time = m_services->clock().now().addDays(-20), .operation = u"revoke_token"_s});
    list();
    QCOMPARE(m_controller->counts().all(), 5);
    list({.days = 0});
    QCOMPARE(m_controller->counts().all(), 6);
    list({.search = u"RAY3"_s});
    QCOMPARE(m_controller->counts().all(), 1);
    QCOMPARE(audit::tokenNameOf(*newest()), u"n3"_s);
    list({.search = u"nothing"_s});
    QCOMPARE(m_model->rowCount(), 0);
}

void ActivityControllerTest::aFloodDoesNotFillTheList()
{
    list();
    for (int n = 1; n <= 5000; ++n) {
        m_services->calls().add(
            {.tool = u"list_tokens"_s, .callClass = u"read"_s, .correlationId = QString::number(n)});
        if (n % 500 == 0)
            QTRY_COMPARE(m_controller->counts().all(), n);
    }
    QVERIFY2(m_model->rowCount() < 3000, qPrintable(QString::number(m_model->rowCount())));
}

void ActivityControllerTest::checksTheChain()
{
    for (int i = 0; i < 1200; ++i)
        m_services->audit().add({.operation = u"create_token"_s});
    QSignalSpy changes(m_controller.get(), &ActivityController::chainChanged);
    m_controller->checkChain();
    QCOMPARE(m_controller->chain().all, 1200);
    QTRY_COMPARE(m_controller->chain().state, ui::ChainState::State::Checked);
    QVERIFY(changes.count() >= 4); // with how far it was
    QCOMPARE(m_controller->chain().report.state, audit::ChainReport::State::Intact);
    QCOMPARE(m_controller->chain().report.checked, 1200);
}

void ActivityControllerTest::findsTampering_data()
{
    using Fault = audit::ChainReport::Fault;
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<audit::ChainReport::Fault>("fault");
    QTest::newRow("changed")
        << QStringList{u"UPDATE audit_entry SET entry = replace(entry, 'n7', 'n8') WHERE sequence = 7"_s}
        << Fault::Changed;
    QTest::newRow("removed") << QStringList{u"DELETE FROM audit_entry WHERE sequence = 7"_s} << Fault::Missing;
    QTest::newRow("reordered") << QStringList{u"UPDATE audit_entry SET sequence = 99 WHERE sequence = 7"_s,
                                              u"UPDATE audit_entry SET sequence = 7 WHERE sequence = 9"_s,
                                              u"UPDATE audit_entry SET sequence = 9 WHERE sequence = 99"_s}
                               << Fault::Moved;
}

void ActivityControllerTest::findsTampering()
{
    QFETCH(QStringList, statements);
    for (int i = 1; i <= 12; ++i)
        m_services->audit().add({.operation = u"create_token"_s, .tokenName = u"n%1"_s.arg(i)});
    runRaw(QStringList{u"DROP TRIGGER audit_entry_fixed"_s, u"DROP TRIGGER audit_entry_kept"_s} + statements);
    m_controller->checkChain();
    QTRY_COMPARE(m_controller->chain().state, ui::ChainState::State::Checked);
    QCOMPARE(m_controller->chain().report.state, audit::ChainReport::State::Broken);
    QCOMPARE(m_controller->chain().report.firstBad, 7);
    QTEST(m_controller->chain().report.fault, "fault");
}

void ActivityControllerTest::exports_data()
{
    QTest::addColumn<ui::ActivityFormat>("format");
    QTest::addColumn<int>("lines");
    QTest::newRow("json") << ui::ActivityFormat::JsonLines << 700;
    QTest::newRow("csv") << ui::ActivityFormat::Csv << 702; // a head, and the call
}

void ActivityControllerTest::exports()
{
    QFETCH(ui::ActivityFormat, format);
    for (int i = 0; i < 700; ++i)
        m_services->audit().add({.operation = u"create_token"_s, .tokenName = u"=n"_s});
    (void)call(u"list_templates"_s);
    const QString path = m_data->filePath(u"out"_s);
    QSignalSpy ended(m_controller.get(), &ActivityController::exportEnded);
    QSignalSpy advanced(m_controller.get(), &ActivityController::exportAdvanced);
    m_controller->startExport(format, path);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!advanced.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTEST(static_cast<int>(file.readAll().count('\n')), "lines");
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
}

void ActivityControllerTest::aStoppedExportLeavesNoFile()
{
    for (int i = 0; i < 1200; ++i)
        m_services->audit().add({.operation = u"create_token"_s});
    const QString path = m_data->filePath(u"out"_s);
    QSignalSpy ended(m_controller.get(), &ActivityController::exportEnded);
    m_controller->startExport(ui::ActivityFormat::JsonLines, path);
    m_controller->stopExport();
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(ended.first().first().value<ui::ActivityExported>().error);
    QVERIFY(!QFile::exists(path));
    m_controller->startExport(ui::ActivityFormat::Csv, m_data->filePath(u"no/such/folder"_s));
    QTRY_COMPARE(ended.count(), 2);
    QVERIFY(ended.last().first().value<ui::ActivityExported>().error);
}

void ActivityControllerTest::manyEntriesDoNotStall()
{
    const QString time = m_services->clock().now().toUTC().toString(Qt::ISODateWithMs);
    runRaw({u"DROP TRIGGER audit_entry_next"_s, u"DROP TRIGGER audit_head_grows"_s,
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO audit_entry"
            " SELECT i, json_object('type', 'audit', 'level', 'info', 'success', json('true'), 'operation',"
            " 'create_token', 'tokenName', 'n' || i, 'timestamp', '%1'), zeroblob(32) FROM n"_s.arg(time),
            u"UPDATE audit_head SET count = 100000"_s});
    std::vector<qint64> turns;
    QElapsedTimer since;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { turns.push_back(since.restart()); });
    since.start();
    beat.start(0);
    QElapsedTimer whole;
    whole.start();
    m_controller->setFilter({});
    QTRY_VERIFY(m_model->rowCount() > 100);
    const qint64 first = whole.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->counts().isComplete, 60'000);
    QCOMPARE(m_controller->counts().all(), 100'000);
    QVERIFY(m_model->rowCount() < 1500); // the rest when it is looked at
    const qint64 slowest = *std::max_element(turns.begin(), turns.end());
    qInfo("first page %lld ms, all counted %lld ms, longest turn %lld ms", first, whole.elapsed(), slowest);
    QVERIFY2(slowest < 250, qPrintable(QString::number(slowest)));
}

QTEST_GUILESS_MAIN(ActivityControllerTest)
#include "tst_activitycontroller.moc"
