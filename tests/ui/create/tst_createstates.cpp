// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard while it waits and when something fails, with pictures. Nothing that was entered may get lost.
#include "tests/support/fakeclock.h"
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/create/fakecreateactions.h"
#include "ui/common/permissionlist.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"
#include "ui/common/wizardframe.h"
#include "ui/create/createwizard.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class CreateStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysThatZonesFailedAndAsksAgain();
    void saysThatThereAreNoZones();
    void waitsForTheReview();
    void triesAgainToFindPermissions();
    void keepsEverythingWhenRefused();
    void bringsALateRefusalToItsField();
    void doesNotLetAnUnsafeSecretGo();
    void saysWhatFailedAtTheEnd();
    void asksBeforeLeaving();

private:
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }
    void goNext() { QTest::mouseClick(find<QPushButton>(u"createNext"_s), Qt::LeftButton); }
    [[nodiscard]] int page() const { return m_wizard->findChild<ui::WizardFrame *>()->currentPage(); }
    void goToAccess();
    void goToReview();
    void showReview();
    void goToSecret();
    void keepPicture(const QString &name);

    ui::ThemeController m_theme{*qApp, ui::Scheme::Light};
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<test::FakeCreateActions> m_actions;
    std::unique_ptr<ui::SecretClipboard> m_clipboard;
    std::unique_ptr<ui::CreateWizard> m_wizard;
};

namespace {

const QString kAccount(32, u'a');

base::Error failure(const QString &message, const QString &field = {})
{
    return {.code = base::Error::Code::PermissionDenied,
            .message = message,
            .field = field,
            .httpStatus = 403,
            .cloudflareCode = 1001,
            .cfRay = u"8f1c2a"_s};
}

} // namespace

void CreateStatesTest::init()
{
    m_wizard.reset();
    m_clock = std::make_unique<test::FakeClock>(QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));
    m_actions = std::make_unique<test::FakeCreateActions>();
    m_clipboard = std::make_unique<ui::SecretClipboard>(*QGuiApplication::clipboard());
    m_wizard = std::make_unique<ui::CreateWizard>(ui::CreateWizard::Parts{
        .theme = m_theme.theme(), .clock = *m_clock, .actions = *m_actions, .clipboard = *m_clipboard});
    m_wizard->resize(1280, 800);
    m_wizard->show();
    QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
    const model::Owner owner = model::Owner::account(kAccount);
    Q_EMIT m_actions->placesLoaded({.owners = {owner}, .accounts = {{.id = kAccount, .name = u"Harbour Labs"_s}}});
    Q_EMIT m_actions->groupsLoaded(
        {.owner = owner,
         .groups = {{.id = u"z1"_s, .name = u"DNS Read"_s, .scopes = {model::scope::zone}},
                    {.id = u"z2"_s, .name = u"DNS Write"_s, .scopes = {model::scope::zone}},
                    {.id = u"z3"_s, .name = u"Zone Read"_s, .scopes = {model::scope::zone}}}});
}

void CreateStatesTest::keepPicture(const QString &name)
{
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(test::keepPicture(*m_wizard, u"create/state-%1"_s.arg(name)));
    QCOMPARE(test::namelessWidgets(*m_wizard).join(u'\n'), QString());
    QCOMPARE(test::cutTexts(*m_wizard).join(u'\n'), QString());
}

void CreateStatesTest::goToAccess()
{
    QTest::keyClicks(find<QLineEdit>(u"createName"_s), u"ci-dns"_s);
    goNext();
    QCOMPARE(page(), 1);
    auto *list = find<ui::PermissionList>(u"createPermissions"_s);
    QVERIFY(
        list->model()->setData(list->model()->index(1, 0), int(ui::PermissionLevel::Edit), ui::PermissionLevelRole));
}

void CreateStatesTest::goToReview()
{
    goToAccess();
    goNext();
    goNext();
    QCOMPARE(page(), 3);
}

void CreateStatesTest::showReview()
{
    Q_EMIT m_actions->previewed(
        {.owner = model::Owner::account(kAccount),
         .spec = {.name = u"ci-dns"_s,
                  .policies = {{.resources = {{.key = model::scope::zone + u'.' + QString(32, u'b')}},
                                .permissionGroups = {{.id = u"z2"_s}}}},
                  .expiresOn = m_clock->now().addDays(90)}});
}

void CreateStatesTest::goToSecret()
{
    goToReview();
    showReview();
    goNext();
    QCOMPARE(m_actions->creations, 1);
    model::Token token{.owner = model::Owner::account(kAccount), .id = QString(32, u'c'), .name = u"ci-dns"_s};
    Q_EMIT m_actions->created({.created = {.token = token, .secret = base::Secret("cfat_0123456789abcdefghij")}});
    QCOMPARE(page(), 4);
}

void CreateStatesTest::saysThatZonesFailedAndAsksAgain()
{
    goToAccess();
    QTest::mouseClick(find<QToolButton>(u"createSomeZones"_s), Qt::LeftButton);
    keepPicture(u"zones-loading"_s);
    Q_EMIT m_actions->zonesFailed(failure(u"The bootstrap token may not list zones. Give it Zone Read."_s));
    auto *retry = find<QPushButton>(u"createZonesRetry"_s);
    QTRY_VERIFY(retry->isVisible());
    keepPicture(u"zones-failed"_s);
    const int before = m_actions->zoneCalls;
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(m_actions->zoneCalls, before + 1);
    QVERIFY(!retry->isVisible());
}

void CreateStatesTest::saysThatThereAreNoZones()
{
    goToAccess();
    QTest::mouseClick(find<QToolButton>(u"createSomeZones"_s), Qt::LeftButton);
    Q_EMIT m_actions->zonesLoaded(kAccount, {});
    keepPicture(u"zones-none"_s);
    goNext();
    QCOMPARE(page(), 1); // none is chosen
    keepPicture(u"zones-missing"_s);
}

void CreateStatesTest::waitsForTheReview()
{
    goToReview();
    QVERIFY(!find<QPushButton>(u"createNext"_s)->isEnabled());
    keepPicture(u"review-waiting"_s);
    Q_EMIT m_actions->previewFailed({.code = base::Error::Code::Unavailable, .message = u"Can't reach Cloudflare."_s});
    keepPicture(u"review-failed"_s);
    QVERIFY(find<QLabel>(u"createReviewMessageText"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"createNext"_s)->isEnabled());
    m_actions->lastRequest = {};
    QTest::mouseClick(find<QPushButton>(u"createReviewRetry"_s), Qt::LeftButton);
    QTRY_COMPARE(m_actions->lastRequest.name, u"ci-dns"_s);
    showReview();
    QVERIFY(find<QPushButton>(u"createNext"_s)->isEnabled());
}

void CreateStatesTest::triesAgainToFindPermissions()
{
    Q_EMIT m_actions->groupsFailed({.code = base::Error::Code::Unavailable, .message = u"Can't reach Cloudflare."_s});
    keepPicture(u"groups-failed"_s);
    const int before = m_actions->groupCalls;
    QTest::mouseClick(find<QPushButton>(u"createRetry"_s), Qt::LeftButton);
    QTRY_COMPARE(m_actions->groupCalls, before + 1);
    QVERIFY(!find<QLabel>(u"createMessageText"_s)->isVisible());
}

void CreateStatesTest::keepsEverythingWhenRefused()
{
    goToReview();
    showReview();
    goNext();
    Q_EMIT m_actions->createFailed(failure(u"Cloudflare won't let this token grant \"DNS Edit\"."_s, u"permissions"_s));
    QCOMPARE(page(), 1);
    QVERIFY(find<QLabel>(u"createMessageText"_s)->text().contains(u"won't let"_s));
    QVERIFY(find<QPushButton>(u"createMessageDetailsButton"_s)->isVisible());
    keepPicture(u"refused"_s);
    QCOMPARE(find<QLineEdit>(u"createName"_s)->text(), u"ci-dns"_s);
    goNext();
    goNext();
    QCOMPARE(m_actions->lastRequest.permissions.size(), 2);
}

void CreateStatesTest::bringsALateRefusalToItsField()
{
    goToReview();
    showReview();
    goNext();
    Q_EMIT m_actions->createFailed({.code = base::Error::Code::InvalidArgument, .message = {}, .field = u"name"_s});
    QCOMPARE(page(), 0);
    QVERIFY(find<QLabel>(u"createNameError"_s)->isVisible());
    keepPicture(u"name-refused"_s);
}

void CreateStatesTest::doesNotLetAnUnsafeSecretGo()
{
    goToSecret();
    Q_EMIT m_actions->holdFailed({.code = base::Error::Code::KeychainLocked,
                                  .message = u"The keychain is locked. Unlock it, then try again."_s});
    QSignalSpy left(m_wizard.get(), &ui::CreateWizard::left);
    goNext();
    QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
    QTest::mouseClick(find<QPushButton>(u"createAnother"_s), Qt::LeftButton);
    QCOMPARE(left.count(), 0);
    keepPicture(u"secret-unsafe"_s);
    QTest::mouseClick(find<QPushButton>(u"createSecretCopy"_s), Qt::LeftButton);
    goNext();
    QCOMPARE(left.count(), 1);
}

void CreateStatesTest::saysWhatFailedAtTheEnd()
{
    goToSecret();
    keepPicture(u"secret-waiting"_s);
    Q_EMIT m_actions->held();
    Q_EMIT m_actions->verifyFailed({.code = base::Error::Code::Timeout, .message = u"Cloudflare did not answer."_s});
    QCOMPARE(find<QLabel>(u"createVerified"_s)->text(), u"Cloudflare did not answer."_s);
    QVERIFY(find<QPushButton>(u"createVerify"_s)->isEnabled());
    Q_EMIT m_actions->revokeFailed(failure(u"Cloudflare refused to revoke it."_s));
    keepPicture(u"secret-failed"_s);
    QVERIFY(find<QLabel>(u"createMessageText"_s)->isVisible());
}

void CreateStatesTest::asksBeforeLeaving()
{
    QSignalSpy left(m_wizard.get(), &ui::CreateWizard::left);
    goToAccess();
    QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
    QTRY_VERIFY(find<QDialog>(u"createLeaveDialog"_s));
    QCOMPARE(left.count(), 0);
    QTest::mouseClick(find<QPushButton>(u"createLeaveDialogVerb"_s), Qt::LeftButton);
    QCOMPARE(left.count(), 1);
}

QTEST_MAIN(CreateStatesTest)
#include "tst_createstates.moc"
