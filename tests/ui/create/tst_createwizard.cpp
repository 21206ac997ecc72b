// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard over real services and the simulated Cloudflare: from a name to a token that works.
#include "tests/ui/create/createfixture.h"
#include "ui/create/reviewpage.h"

#include <QAbstractItemModelTester>
#include <QDateEdit>
#include <QDialog>

class CreateWizardTest : public CreateFixture
{
    Q_OBJECT

private Q_SLOTS:
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
};

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

QTEST_MAIN(CreateWizardTest)
#include "tst_createwizard.moc"
