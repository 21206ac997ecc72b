// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard over real services and the simulated Cloudflare: from a name to a token that works.
#include "app/desktop/createcontroller.h"
#include "tests/support/await.h"
#include "tests/support/verifyresult.h"
#include "ui/common/permissionlist.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"
#include "ui/common/wizardframe.h"
#include "ui/create/createwizard.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class CreateWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForAName();
    void makesATokenByHand();
    void bringsARefusalToItsField();

private:
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }
    void goNext() { QTest::mouseClick(find<QPushButton>(u"createNext"_s), Qt::LeftButton); }
    void type(const QString &field, const QString &text) { QTest::keyClicks(find<QLineEdit>(field), text); }
    [[nodiscard]] int page() const { return m_wizard->findChild<ui::WizardFrame *>()->currentPage(); }
    void chooseDns();
    void keepPicture(const QString &name);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::CreateController> m_controller;
    std::unique_ptr<ui::ThemeController> m_theme;
    std::unique_ptr<ui::SecretClipboard> m_clipboard;
    std::unique_ptr<ui::CreateWizard> m_wizard;
};

void CreateWizardTest::init()
{
    m_wizard.reset();
    m_controller.reset();
    m_services.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    auto services = app::Services::create(
        {.mode = app::Mode::Sandbox, .sandboxTokens = 5, .port = 0, .dataDir = m_directory->path()});
    QVERIFY_RESULT(services);
    m_services = std::move(*services);
    const base::Result<bool> found = test::await(m_services->findBootstrapToken());
    QVERIFY_RESULT(found);
    m_controller = std::make_unique<app::CreateController>(*m_services);
    if (!m_theme)
        m_theme = std::make_unique<ui::ThemeController>(*qApp, ui::Scheme::Light);
    m_clipboard = std::make_unique<ui::SecretClipboard>(*QGuiApplication::clipboard());
    QSignalSpy loaded(m_controller.get(), &app::CreateController::groupsLoaded);
    m_wizard = std::make_unique<ui::CreateWizard>(ui::CreateWizard::Parts{
        .theme = m_theme->theme(), .clock = m_services->clock(), .actions = *m_controller, .clipboard = *m_clipboard});
    m_wizard->resize(1280, 800);
    m_wizard->show();
    QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
    QTRY_COMPARE(loaded.count(), 1);
}

void CreateWizardTest::keepPicture(const QString &name)
{
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QDir().mkpath(u"artifacts"_s);
    QVERIFY(m_wizard->grab().save(u"artifacts/03-create-%1.png"_s.arg(name)));
}

void CreateWizardTest::chooseDns()
{
    type(u"createSearch"_s, u"dns"_s);
    auto *list = find<ui::PermissionList>(u"createPermissions"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() == u"DNS"_s)
            QVERIFY(list->model()->setData(index, int(ui::PermissionLevel::Edit), ui::PermissionLevelRole));
    }
}

void CreateWizardTest::asksForAName()
{
    goNext();
    QCOMPARE(page(), 0);
    QVERIFY(find<QLabel>(u"createNameError"_s)->isVisible());
    type(u"createName"_s, u"ci-dns"_s);
    goNext();
    QCOMPARE(page(), 1);
    goNext(); // nothing is chosen
    QCOMPARE(page(), 1);
}

void CreateWizardTest::makesATokenByHand()
{
    auto *list = find<ui::PermissionList>(u"createPermissions"_s);
    const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    keepPicture(u"start"_s);
    type(u"createName"_s, u"ci-dns"_s);
    goNext();
    chooseDns();
    keepPicture(u"access"_s);
    goNext();
    QCOMPARE(page(), 2);
    QTest::mouseClick(find<QPushButton>(u"createMyAddress"_s), Qt::LeftButton);
    QTRY_COMPARE(find<QLineEdit>(u"createAllow"_s)->text(), u"127.0.0.1"_s);
    keepPicture(u"limits"_s);
    goNext();
    QCOMPARE(page(), 3);
    QTRY_VERIFY(find<QPlainTextEdit>(u"createJson"_s)->toPlainText().contains(u"127.0.0.1/32"_s));
    keepPicture(u"review"_s);
    QSignalSpy made(m_wizard.get(), &ui::CreateWizard::made);
    QSignalSpy held(m_controller.get(), &app::CreateController::held);
    goNext();
    QTRY_COMPARE(made.count(), 1);
    QTRY_COMPARE(held.count(), 1);
    QTRY_VERIFY(find<QLabel>(u"createVerified"_s)->text().contains(u"Active"_s));
    QCOMPARE(page(), 4);
    keepPicture(u"secret"_s);
    QSignalSpy left(m_wizard.get(), &ui::CreateWizard::left);
    goNext();
    QCOMPARE(left.count(), 1);
}

void CreateWizardTest::bringsARefusalToItsField()
{
    type(u"createName"_s, u"ci-dns"_s);
    goNext();
    chooseDns();
    goNext();
    type(u"createAllow"_s, u"203.0.113.300"_s);
    goNext();
    QTRY_COMPARE(page(), 2);
    QVERIFY(find<QLabel>(u"createAllowError"_s)->isVisible());
    QCOMPARE(find<QLineEdit>(u"createAllow"_s)->text(), u"203.0.113.300"_s); // nothing typed is lost
}

QTEST_MAIN(CreateWizardTest)
#include "tst_createwizard.moc"
