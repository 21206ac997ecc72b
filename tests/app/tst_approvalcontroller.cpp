// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that ask, from the endpoint to the approval window and back, over real services and the simulated Cloudflare.
#include "app/common/services.h"
#include "app/desktop/approvalcontroller.h"
#include "core/tokens/heldsecrets.h"
#include "tests/support/await.h"
#include "tests/support/jsonclient.h"
#include "tests/support/verifyresult.h"
#include "ui/approval/approvalwindow.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokensmith;
using app::ApprovalController;
using clients::ApprovalRequest;
using Verdict = clients::ApprovalAnswer::Verdict;

class ApprovalControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void approvedInTheWindow();
    void deniedInTheWindow();
    void saysWhatAnUpdateChanges();
    void lockedIsAnsweredAtOnce();
    void lockingTakesTheWindowAway();
    void aPausedKeyTakesItsRequestsAlong();
    void patienceFollowsTheSettings();
    void notifiesOnceForAQueue();
    void notifiesOnlyWhereWanted();
    void withoutAQueueNothingWaits();

private:
    [[nodiscard]] QJsonObject call(const QString &tool, const QJsonObject &arguments);
    [[nodiscard]] QJsonObject create()
    {
        return call(u"create_token"_s, {{u"name"_s, u"ci"_s}, {u"template"_s, u"dns_read"_s}});
    }
    void ask() { m_asked.push_back(queue().ask({.client = u"laptop"_s, .tool = u"create_token"_s}, {})); }
    [[nodiscard]] clients::QueueingGate &queue() { return *m_services->clients().queue(); }
    void pressWhenItCanBe(const QString &button, Qt::Key key);

    QTemporaryDir m_data;
    std::unique_ptr<app::Services> m_services;
    ui::ThemeController m_theme{*qApp};
    std::unique_ptr<settings::SettingsStore> m_settings;
    platform::Notifications m_notifications{QDBusConnection(u"none"_s)};
    std::unique_ptr<ApprovalController> m_controller;
    std::unique_ptr<ui::ApprovalWindow> m_window;
    std::vector<QCoro::Task<clients::ApprovalAnswer>> m_asked;
    test::JsonClient m_client;
    QUrl m_mcp;
    QByteArray m_key;
    QTimer m_person; ///< looks at the window from time to time
};

void ApprovalControllerTest::initTestCase()
{
    auto services = app::Services::create(
        {.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path(), .changesPerMinute = 1000},
        app::Approvals::Queued);
    QVERIFY_RESULT(services);
    m_services = *std::move(services);
    const auto port = m_services->listen();
    QVERIFY_RESULT(port);
    QVERIFY_RESULT(test::await(m_services->findBootstrapToken()));
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    m_settings = std::make_unique<settings::SettingsStore>(m_data.filePath(u"settings.json"_s));
    m_controller = std::make_unique<ApprovalController>(
        ApprovalController::Parts{.services = *m_services, .settings = *m_settings, .notifications = m_notifications});
    m_window = std::make_unique<ui::ApprovalWindow>(m_theme.theme(), *m_controller);
}

void ApprovalControllerTest::init()
{
    clients::ClientRegistry &registry = m_services->clients().registry();
    (void)registry.revoke(u"laptop"_s);
    const auto key = registry.create(u"laptop"_s, {});
    QVERIFY_RESULT(key);
    m_key = key->reveal();
    m_person.stop();
    m_person.disconnect();
    queue().closeAll({});
    m_asked.clear();
    QVERIFY_RESULT(m_settings->change({}));
    QVERIFY(!m_window->isVisible());
}

void ApprovalControllerTest::cleanupTestCase()
{
    m_window.reset();
    m_controller.reset();
    QCoro::waitFor(m_services->stop(1s));
    m_services.reset();
}

QJsonObject ApprovalControllerTest::call(const QString &tool, const QJsonObject &arguments)
{
    return m_client.call(m_mcp, m_key, tool, arguments);
}

void ApprovalControllerTest::pressWhenItCanBe(const QString &button, Qt::Key key)
{
    connect(&m_person, &QTimer::timeout, this, [this, button, key] {
        QScrollBar *bar = m_window->findChild<QScrollArea *>(u"approvalScroll"_s)->verticalScrollBar();
        bar->setValue(bar->maximum()); // reads it
        if (m_window->isVisible() && m_window->findChild<QPushButton *>(button)->isEnabled())
            QTest::keyClick(m_window.get(), key, Qt::AltModifier);
    });
    m_person.start(10);
}

void ApprovalControllerTest::approvedInTheWindow()
{
    pressWhenItCanBe(u"approvalApprove"_s, Qt::Key_A);
    const QJsonObject result = create();
    QVERIFY2(!result["isError"_L1].toBool(), QJsonDocument(result).toJson().constData());
    const QString id = result["structuredContent"_L1]["id"_L1].toString();
    const auto held = test::await(m_services->secretStore().read(tokens::HeldSecrets::keyOf(id)));
    QVERIFY_RESULT(held);
    QVERIFY(held->has_value());
    QVERIFY(!QJsonDocument(result).toJson().contains((*held)->reveal()));
    QVERIFY_RESULT(test::await(m_services->tokens().verify(**held, {})));
    QVERIFY(!m_window->isVisible());
}

void ApprovalControllerTest::deniedInTheWindow()
{
    pressWhenItCanBe(u"approvalDeny"_s, Qt::Key_D);
    const QJsonObject result = create();
    QVERIFY(result["isError"_L1].toBool());
    QVERIFY(result["content"_L1][0]["text"_L1].toString().contains(u"said no"_s));
}

void ApprovalControllerTest::saysWhatAnUpdateChanges()
{
    pressWhenItCanBe(u"approvalApprove"_s, Qt::Key_A);
    const QString id = create()["structuredContent"_L1]["id"_L1].toString();
    std::vector<ApprovalRequest> seen;
    connect(&queue(), &clients::QueueingGate::added, &m_person,
            [&] { seen.push_back(queue().waiting().back().request); });
    const QJsonObject result = call(u"update_token"_s, {{u"tokenId"_s, id}, {u"name"_s, u"renamed"_s}});
    disconnect(&queue(), nullptr, &m_person, nullptr);
    QVERIFY2(!result["isError"_L1].toBool(), QJsonDocument(result).toJson().constData());
    QCOMPARE(seen.size(), 1U);
    QCOMPARE(seen.front().secret, ApprovalRequest::Secret::None);
    QCOMPARE(seen.front().effect.differences.size(), 1U);
    QCOMPARE(seen.front().effect.differences.front().after, QStringList{u"renamed"_s});
    QCOMPARE(seen.front().effect.facts->tokenId, id);
}

void ApprovalControllerTest::lockedIsAnsweredAtOnce()
{
    m_services->lock().lock();
    const QJsonObject result = create();
    QVERIFY(result["isError"_L1].toBool());
    QVERIFY(QJsonDocument(result).toJson().contains("locked"));
    QVERIFY(!m_window->isVisible());
    QCOMPARE(m_controller->count(), 0);
    QVERIFY_RESULT(test::await(m_services->findBootstrapToken()));
    m_services->lock().unlock();
}

void ApprovalControllerTest::lockingTakesTheWindowAway()
{
    ask();
    QTRY_VERIFY(m_window->isVisible());
    QCOMPARE(m_controller->count(), 1);
    m_services->lock().lock();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(test::await(std::move(m_asked.back())).verdict, Verdict::Closed);
    m_asked.clear();
    QVERIFY_RESULT(test::await(m_services->findBootstrapToken()));
    m_services->lock().unlock();
}

void ApprovalControllerTest::aPausedKeyTakesItsRequestsAlong()
{
    ask();
    QTRY_VERIFY(m_window->isVisible());
    QVERIFY_RESULT(m_services->clients().registry().setStanding(u"laptop"_s, clients::KeyStanding::Paused));
    QVERIFY(!m_window->isVisible());
}

void ApprovalControllerTest::patienceFollowsTheSettings()
{
    QVERIFY_RESULT(m_settings->change({.denyApprovalAfter = 30s}));
    ask();
    const clients::WaitingApproval waiting = m_controller->waiting().front();
    QCOMPARE(waiting.since.secsTo(waiting.until), 30);
}

void ApprovalControllerTest::notifiesOnceForAQueue()
{
    QSignalSpy told(&m_notifications, &platform::Notifications::failed); // nobody there to show it
    ask();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.front().front().toString(), ApprovalController::kTopic);
    ask();
    QCOMPARE(told.size(), 1);
    QCOMPARE(m_controller->count(), 2);
    queue().closeAll({});
    ask();
    QCOMPARE(told.size(), 2);
}

void ApprovalControllerTest::notifiesOnlyWhereWanted()
{
    QVERIFY_RESULT(m_settings->change({.notifyApprovals = false}));
    QSignalSpy told(&m_notifications, &platform::Notifications::failed);
    ask();
    QTRY_VERIFY(m_window->isVisible());
    QCOMPARE(told.size(), 0);
}

void ApprovalControllerTest::withoutAQueueNothingWaits()
{
    const QTemporaryDir data;
    const auto services = app::Services::create({.mode = app::Mode::Sandbox, .port = 0, .dataDir = data.path()});
    QVERIFY_RESULT(services);
    ApprovalController controller({.services = **services, .settings = *m_settings, .notifications = m_notifications});
    QVERIFY(controller.waiting().empty());
    controller.answer(1, {.verdict = Verdict::Approved}, clients::QueueingGate::Remember::No);
    QCOMPARE(controller.count(), 0);
}

QTEST_MAIN(ApprovalControllerTest)
#include "tst_approvalcontroller.moc"
