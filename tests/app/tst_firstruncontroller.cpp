// SPDX-License-Identifier: GPL-3.0-or-later
// The first run over real services, a simulated Cloudflare on loopback, and a session bus without a keychain.
#include "app/desktop/firstruncontroller.h"
#include "core/sandbox/sandboxserver.h"
#include "tests/support/verifyresult.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::FirstRunController;
using base::Error;
using ui::BootstrapCheck;

class FirstRunControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatThereIsNoKeychain();
    void failsAtTheKeychainAfterAllElsePassed();
    void failsAtOnceWithAWrongToken();
    void findsTheAccountOfAnAccountToken();
    void aNewCheckReplacesTheOneThatRuns();
    void nothingComesAfterCancel();
    void nothingIsSavedWithoutACheck();

private:
    [[nodiscard]] BootstrapCheck failedAt(const QSignalSpy &failed) const
    {
        return failed.first().first().value<BootstrapCheck>();
    }
    [[nodiscard]] static base::Secret wrongToken() { return base::Secret("cfut_" + QByteArray(48, 'w')); }

    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<sandbox::SandboxServer> m_cloudflare;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<FirstRunController> m_controller;
};

void FirstRunControllerTest::init()
{
    qRegisterMetaType<BootstrapCheck>();
    m_controller.reset();
    m_services.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_cloudflare = std::make_unique<sandbox::SandboxServer>(sandbox::SandboxServer::Options{}, m_clock);
    QVERIFY(m_cloudflare->listen(0));
    auto services =
        app::Services::create({.port = 0, .dataDir = m_directory->path(), .apiBase = m_cloudflare->apiBase()});
    QVERIFY(services);
    m_services = std::move(*services);
    m_controller = std::make_unique<FirstRunController>(*m_services);
}

void FirstRunControllerTest::cleanup()
{
    m_controller.reset();
    QCoreApplication::processEvents(); // a stopped check unwinds, else its frames would never be freed
}

void FirstRunControllerTest::saysThatThereIsNoKeychain()
{
    QSignalSpy changed(m_controller.get(), &FirstRunController::keychainChanged);
    m_controller->askKeychain();
    QCOMPARE(m_controller->keychain().state, ui::KeychainStatus::State::Asking);
    QTRY_COMPARE(m_controller->keychain().state, ui::KeychainStatus::State::Unavailable);
    QVERIFY(!m_controller->keychain().message.isEmpty());
    QCOMPARE(changed.count(), 2);
}

void FirstRunControllerTest::failsAtTheKeychainAfterAllElsePassed()
{
    QSignalSpy passed(m_controller.get(), &FirstRunController::checkPassed);
    QSignalSpy failed(m_controller.get(), &FirstRunController::checkFailed);
    m_controller->check(m_cloudflare->bootstrapToken(), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(passed.count(), 3);
    QCOMPARE(failedAt(failed), BootstrapCheck::Keychain);
    QCOMPARE(failed.first().at(1).value<Error>().code, Error::Code::KeychainUnavailable);
    QVERIFY(!m_services->connection().current()); // looked at, not used
}

void FirstRunControllerTest::failsAtOnceWithAWrongToken()
{
    QSignalSpy failed(m_controller.get(), &FirstRunController::checkFailed);
    m_controller->check(wrongToken(), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failedAt(failed), BootstrapCheck::Active);
    QCOMPARE(failed.first().at(1).value<Error>().code, Error::Code::Unauthenticated);
}

void FirstRunControllerTest::findsTheAccountOfAnAccountToken()
{
    const QString account = m_cloudflare->world().accounts().front().id;
    QSignalSpy passed(m_controller.get(), &FirstRunController::checkPassed);
    QSignalSpy failed(m_controller.get(), &FirstRunController::checkFailed);
    m_controller->check(m_cloudflare->world().accountBootstrapToken(account), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failedAt(failed), BootstrapCheck::Keychain);
    QCOMPARE(passed.count(), 3);
}

void FirstRunControllerTest::aNewCheckReplacesTheOneThatRuns()
{
    QSignalSpy passed(m_controller.get(), &FirstRunController::checkPassed);
    QSignalSpy failed(m_controller.get(), &FirstRunController::checkFailed);
    m_controller->check(wrongToken(), {});
    m_controller->check(m_cloudflare->bootstrapToken(), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failedAt(failed), BootstrapCheck::Keychain);
    QCOMPARE(passed.count(), 3);
}

void FirstRunControllerTest::nothingComesAfterCancel()
{
    QSignalSpy passed(m_controller.get(), &FirstRunController::checkPassed);
    QSignalSpy failed(m_controller.get(), &FirstRunController::checkFailed);
    m_controller->check(wrongToken(), {});
    m_controller->cancel();
    m_controller->check(m_cloudflare->bootstrapToken(), {}); // its end comes after that of the first
    m_controller->cancel();
    m_controller->check(wrongToken(), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failedAt(failed), BootstrapCheck::Active);
    QCOMPARE(passed.count(), 0);
}

void FirstRunControllerTest::nothingIsSavedWithoutACheck()
{
    QSignalSpy saved(m_controller.get(), &FirstRunController::saved);
    QSignalSpy failed(m_controller.get(), &FirstRunController::saveFailed);
    m_controller->save();
    m_controller->check(m_cloudflare->bootstrapToken(), {});
    m_controller->cancel();
    m_controller->save();
    QSignalSpy keychain(m_controller.get(), &FirstRunController::keychainChanged);
    m_controller->askKeychain();
    QTRY_COMPARE(keychain.count(), 2);
    QCOMPARE(saved.count() + failed.count(), 0);
}

QTEST_GUILESS_MAIN(FirstRunControllerTest)
#include "tst_firstruncontroller.moc"
