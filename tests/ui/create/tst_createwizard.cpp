// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard over real services and the simulated Cloudflare: from a name to a token that works.
#include "app/desktop/createcontroller.h"
#include "tests/support/await.h"
#include "tests/support/verifyresult.h"
#include "tests/support/widgetwalk.h"
#include "ui/common/permissionlist.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"
#include "ui/common/translations.h"
#include "ui/common/wizardframe.h"
#include "ui/create/createwizard.h"
#include "ui/create/reviewpage.h"
#include "ui/create/zonelist.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

/** A language whose texts are 40 % longer than ours. */
class LongerTexts final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        QString longer = QString::fromUtf8(text);
        const qsizetype more = (longer.size() * 2 + 4) / 5;
        for (qsizetype at = 0; at < more; ++at)
            longer += at % 6 == 0 ? u' ' : u'e';
        return longer;
    }
};

} // namespace

class CreateWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForAName();
    void makesATokenByHand();
    void bringsARefusalToItsField();
    void addsZoneReadAndTakesItAway();
    void choosesZones();
    void copiesAToken();
    void sendsTokenManagersToTheDashboard();
    void endsOnADay();
    void removesFromTheKeychainOnlyWhenAsked();
    void revokesWhatItMade();
    void movesTheRequestWhereThereIsNoRoom();
    void everyPage_data();
    void everyPage();

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
    void listTokens(); ///< has the inventory read
    void begin();      ///< a new wizard over the services of init()
    void chooseZones();
    void makeOne();
    void checkPage(const QString &name);
    [[nodiscard]] QModelIndex permission(const QString &name) const;

    QFont m_font = QApplication::font();
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
    begin();
}

void CreateWizardTest::cleanup()
{
    m_wizard.reset();
    QApplication::setFont(m_font);
    if (m_theme)
        m_theme->setScheme(ui::Scheme::Light);
}

void CreateWizardTest::listTokens()
{
    m_services->inventory().refresh();
    QTRY_VERIFY(!m_controller->tokens().empty());
}

void CreateWizardTest::begin()
{
    m_wizard.reset();
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

QModelIndex CreateWizardTest::permission(const QString &name) const
{
    const QAbstractItemModel *model = find<ui::PermissionList>(u"createPermissions"_s)->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
}

void CreateWizardTest::chooseDns()
{
    type(u"createSearch"_s, u"dns"_s);
    const QModelIndex dns = permission(u"DNS"_s);
    QVERIFY(dns.isValid());
    auto *list = find<ui::PermissionList>(u"createPermissions"_s);
    QVERIFY(list->model()->setData(dns, int(ui::PermissionLevel::Edit), ui::PermissionLevelRole));
}

void CreateWizardTest::chooseZones()
{
    QTest::mouseClick(find<QToolButton>(u"createSomeZones"_s), Qt::LeftButton);
    auto *zones = find<ui::ZoneList>(u"createZones"_s);
    QTRY_VERIFY(zones->isVisible() && zones->model()->rowCount() >= 2);
    QTRY_VERIFY(zones->visualRect(zones->model()->index(1, 0)).isValid());
    for (int row = 0; row < 2; ++row)
        QTest::mouseClick(zones->viewport(), Qt::LeftButton, {},
                          zones->visualRect(zones->model()->index(row, 0)).center());
}

void CreateWizardTest::makeOne()
{
    type(u"createName"_s, u"ci-dns"_s);
    goNext();
    chooseDns();
    goNext();
    goNext();
    QTRY_VERIFY(find<QPushButton>(u"createNext"_s)->isEnabled());
    QSignalSpy held(m_controller.get(), &app::CreateController::held);
    goNext();
    QTRY_COMPARE(held.count(), 1);
    QTRY_VERIFY(find<QLabel>(u"createVerified"_s)->text().contains(u"Active"_s));
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
    type(u"createName"_s, u"ci-dns"_s);
    goNext();
    chooseDns();
    goNext();
    QCOMPARE(page(), 2);
    QTest::mouseClick(find<QPushButton>(u"createMyAddress"_s), Qt::LeftButton);
    QTRY_COMPARE(find<QLineEdit>(u"createAllow"_s)->text(), u"127.0.0.1"_s);
    goNext();
    QCOMPARE(page(), 3);
    QTRY_VERIFY(find<QPlainTextEdit>(u"createJson"_s)->toPlainText().contains(u"127.0.0.1/32"_s));
    QSignalSpy made(m_wizard.get(), &ui::CreateWizard::made);
    QSignalSpy held(m_controller.get(), &app::CreateController::held);
    goNext();
    QTRY_COMPARE(made.count(), 1);
    QTRY_COMPARE(held.count(), 1);
    QTRY_VERIFY(find<QLabel>(u"createVerified"_s)->text().contains(u"Active"_s));
    QCOMPARE(page(), 4);
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

void CreateWizardTest::addsZoneReadAndTakesItAway()
{
    type(u"createName"_s, u"dns"_s);
    goNext();
    chooseDns();
    const auto zoneLevel = [this] { return permission(u"Zone"_s).data(ui::PermissionLevelRole).toInt(); };
    QCOMPARE(zoneLevel(), int(ui::PermissionLevel::Read));
    QTest::mouseClick(find<QPushButton>(u"createRemoveAdded"_s), Qt::LeftButton);
    QTRY_COMPARE(zoneLevel(), int(ui::PermissionLevel::None));
    QTRY_VERIFY(!find<QPushButton>(u"createRemoveAdded"_s));
    QAbstractItemModel *model = find<ui::PermissionList>(u"createPermissions"_s)->model();
    QVERIFY(model->setData(permission(u"DNS"_s), int(ui::PermissionLevel::Read), ui::PermissionLevelRole));
    QCOMPARE(zoneLevel(), int(ui::PermissionLevel::None)); // it was declined
}

void CreateWizardTest::choosesZones()
{
    type(u"createName"_s, u"dns"_s);
    goNext();
    chooseDns();
    auto *zones = find<ui::ZoneList>(u"createZones"_s);
    const QAbstractItemModelTester tester(zones->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chooseZones();
    QCOMPARE(find<QToolButton>(u"createSomeZones"_s)->text(), u"Chosen zones 2"_s);
    const QString first = zones->model()->index(0, 0).data().toString();
    type(u"createFindZone"_s, first);
    QCOMPARE(zones->model()->index(0, 0).data().toString(), first);
    find<QLineEdit>(u"createFindZone"_s)->clear();
    QTest::keyClick(zones, Qt::Key_Home);
    QTest::keyClick(zones, Qt::Key_Space);
    QCOMPARE(find<QToolButton>(u"createSomeZones"_s)->text(), u"Chosen zones 1"_s);
    goNext();
    goNext();
    QTRY_VERIFY(find<QPlainTextEdit>(u"createJson"_s)->toPlainText().contains(u"account.zone."_s));
}

void CreateWizardTest::copiesAToken()
{
    listTokens();
    begin();
    const model::Token token = m_controller->tokens().front();
    m_wizard->copyFrom(token.id);
    type(u"createName"_s, u"a copy"_s);
    goNext();
    QCOMPARE(page(), 1);
    QVERIFY(find<QToolButton>(u"createShowChosen"_s)->text() != u"Chosen 0"_s);
}

void CreateWizardTest::sendsTokenManagersToTheDashboard()
{
    type(u"createName"_s, u"manager"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromTemplate"_s), Qt::LeftButton);
    auto *templates = find<QListView>(u"createTemplate"_s);
    const QAbstractItemModel *model = templates->model();
    const auto found = model->match(model->index(0, 0), Qt::DisplayRole, u"API Tokens Manage"_s);
    QVERIFY(!found.isEmpty());
    templates->setCurrentIndex(found.first());
    goNext();
    QCOMPARE(page(), 0);
    QTRY_VERIFY(find<QPushButton>(u"createTemplateDashboard"_s)->isVisible());
    QTest::mouseClick(find<QToolButton>(u"createFromCustom"_s), Qt::LeftButton);
    goNext();
    type(u"createSearch"_s, u"api tokens"_s);
    QVERIFY(find<QPushButton>(u"createOpenDashboard"_s)->isVisible());
    QVERIFY(!permission(u"API Tokens"_s).data(ui::PermissionLevelsRole).value<QList<int>>().contains(2));
}

void CreateWizardTest::endsOnADay()
{
    type(u"createName"_s, u"short"_s);
    goNext();
    chooseDns();
    goNext();
    auto *expiry = find<QComboBox>(u"createExpiry"_s);
    auto *day = find<QDateEdit>(u"createDay"_s);
    QVERIFY(!day->isVisible());
    expiry->setCurrentIndex(expiry->count() - 2);
    QVERIFY(day->isVisible());
    day->setDate(QDate::currentDate().addDays(200));
    goNext();
    const QString end = QDate::currentDate().addDays(200).toString(Qt::ISODate);
    QTRY_VERIFY(find<QPlainTextEdit>(u"createJson"_s)->toPlainText().contains(end + u"T00:00:00Z"_s));
}

void CreateWizardTest::removesFromTheKeychainOnlyWhenAsked()
{
    makeOne();
    QSignalSpy removed(m_controller.get(), &app::CreateController::heldRemoved);
    const auto press = [this](const QString &answer) {
        QTest::mouseClick(find<QPushButton>(u"createHold"_s), Qt::LeftButton);
        auto *button = find<QPushButton>(u"createRemoveHeld"_s + answer);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!find<QDialog>(u"createRemoveHeld"_s));
    };
    press(u"Cancel"_s);
    QCOMPARE(removed.count(), 0);
    press(u"Verb"_s);
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(find<QLabel>(u"createKeychainWords"_s)->text().startsWith(u"Not held"_s));
}

void CreateWizardTest::revokesWhatItMade()
{
    makeOne();
    QSignalSpy left(m_wizard.get(), &ui::CreateWizard::left);
    QTest::mouseClick(find<QPushButton>(u"createRevoke"_s), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>(u"createRevokeDialogVerb"_s), Qt::LeftButton);
    QTRY_COMPARE(left.count(), 1);
}

void CreateWizardTest::movesTheRequestWhereThereIsNoRoom()
{
    type(u"createName"_s, u"narrow"_s);
    goNext();
    chooseDns();
    goNext();
    goNext();
    auto *json = find<QPlainTextEdit>(u"createJson"_s);
    QVERIFY(json->isVisible());
    m_wizard->resize(820, 600);
    QVERIFY(json->isVisible());
    QVERIFY(m_wizard->findChild<ui::ReviewPage *>()->isAncestorOf(json));
    m_wizard->resize(1280, 800);
    QVERIFY(json->isVisible());
    QVERIFY(!m_wizard->findChild<ui::ReviewPage *>()->isAncestorOf(json));
}

void CreateWizardTest::checkPage(const QString &name)
{
    QCoreApplication::processEvents();
    keepPicture(name + u'-' + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(test::namelessWidgets(*m_wizard).join(u'\n'), QString());
    QCOMPARE(test::cutTexts(*m_wizard).join(u'\n'), QString());
}

void CreateWizardTest::everyPage_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textPercent");
    QTest::addColumn<QString>("language");
    QTest::newRow("light") << ui::Scheme::Light << QSize(1280, 800) << 100 << u"en"_s;
    QTest::newRow("dark") << ui::Scheme::Dark << QSize(1280, 800) << 100 << u"en"_s;
    QTest::newRow("small") << ui::Scheme::Light << QSize(1024, 640) << 100 << u"en"_s;
    QTest::newRow("double") << ui::Scheme::Light << QSize(1280, 800) << 200 << u"en"_s;
    QTest::newRow("german") << ui::Scheme::Light << QSize(1024, 640) << 100 << u"de"_s;
    QTest::newRow("longer") << ui::Scheme::Light << QSize(1024, 640) << 100 << u"longer"_s;
    QTest::newRow("german-double") << ui::Scheme::Dark << QSize(1280, 800) << 200 << u"de"_s;
}

void CreateWizardTest::everyPage()
{
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(int, textPercent);
    QFETCH(QString, language);
    const ui::Translations translations{QLocale(language)};
    LongerTexts longer;
    if (language == u"longer"_s)
        QCoreApplication::installTranslator(&longer);
    m_theme->setScheme(scheme);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * textPercent / 100.0);
    QApplication::setFont(font);
    listTokens();
    begin();
    m_wizard->resize(size);
    checkPage(u"start"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromCopy"_s), Qt::LeftButton);
    checkPage(u"start-copy"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromTemplate"_s), Qt::LeftButton);
    checkPage(u"start-template"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromCustom"_s), Qt::LeftButton);
    type(u"createName"_s, u"ci-dns-records"_s);
    goNext();
    chooseDns();
    chooseZones();
    checkPage(u"access"_s);
    goNext();
    QTest::mouseClick(find<QPushButton>(u"createMyAddress"_s), Qt::LeftButton);
    checkPage(u"limits"_s);
    auto *expiry = find<QComboBox>(u"createExpiry"_s);
    expiry->setCurrentIndex(expiry->count() - 2);
    find<QComboBox>(u"createStart"_s)->setCurrentIndex(1);
    checkPage(u"limits-days"_s);
    expiry->setCurrentIndex(3);
    find<QComboBox>(u"createStart"_s)->setCurrentIndex(0);
    goNext();
    QTRY_VERIFY(find<QPlainTextEdit>(u"createJson"_s)->toPlainText().contains(u"127.0.0.1/32"_s));
    checkPage(u"review"_s);
    QSignalSpy held(m_controller.get(), &app::CreateController::held);
    goNext();
    QTRY_COMPARE(held.count(), 1);
    QTest::mouseClick(find<QPushButton>(u"createSecretCopy"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QPushButton>(u"createVerify"_s)->isEnabled());
    checkPage(u"secret"_s);
}

QTEST_MAIN(CreateWizardTest)
#include "tst_createwizard.moc"
