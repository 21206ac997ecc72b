// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do is edited in a dialog over the edit dialog, and comes back as policies.
#include "tests/support/fakeclock.h"
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/change/choosingactions.h"
#include "tests/ui/change/mergingactions.h"
#include "ui/change/accessdialog.h"
#include "ui/change/editdialog.h"
#include "ui/common/diffview.h"
#include "ui/common/message.h"
#include "ui/common/permissionlist.h"
#include "ui/common/themecontroller.h"
#include "ui/create/zonelist.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using test::idOf;
using ui::PermissionLevel;

namespace {

QString zoneKey(char digit)
{
    return u"com.cloudflare.api.account.zone."_s + idOf(digit);
}

/** A user's token that edits DNS in the two zones of the second account; it can't read zones. */
model::Token dnsToken()
{
    return {.id = u"0123456789abcdef0123456789abcdef"_s,
            .name = u"deploy"_s,
            .status = model::TokenStatus::Active,
            .policies = {{.resources = {{.key = zoneKey('d')}, {.key = zoneKey('e')}},
                          .permissionGroups = {{.id = idOf('2'), .name = u"DNS Write"_s}}}},
            .condition = {.in = {u"203.0.113.24/32"_s}, .others = {{u"new_limit"_s, true}}}};
}

QStringList groupsOf(const tokens::UpdateRequest &request)
{
    QStringList ids;
    for (const model::Policy &policy : request.policies.value_or(std::vector<model::Policy>())) {
        for (const model::PermissionGroupRef &group : policy.permissionGroups)
            ids += group.id;
    }
    return ids;
}

} // namespace

class AccessDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatTheTokenHas();
    void unchangedChangesNothing();
    void addsAPermission();
    void takesAZoneAway();
    void saysWhatItAddsBesides();
    void cancelLeavesAllAsItWas();
    void canBeTakenBack();
    void refusalsStayInTheDialog();
    void triesAgain();
    void whatCantBeChosenIsOnlyRead_data();
    void whatCantBeChosenIsOnlyRead();
    void zonesOfTwoAccountsAreOnlyRead();
    void everythingHasANameAndRoom();

private:
    void open(const model::Token &token);
    void openAccess();
    void choose(const QString &permission, PermissionLevel level);
    void press(const QString &name);
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_edit->findChild<T *>(name);
    }
    [[nodiscard]] QPointer<ui::AccessDialog> access() const { return m_edit->findChild<ui::AccessDialog *>(); }
    [[nodiscard]] QString diff() const { return m_edit->findChild<ui::DiffView *>()->toPlainText(); }
    [[nodiscard]] tokens::UpdateRequest saved();

    ui::ThemeController m_theme{*qApp};
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(9, 41), Qt::UTC)};
    std::unique_ptr<test::MergingActions> m_actions;
    std::unique_ptr<test::ChoosingActions> m_choices;
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::EditDialog> m_edit;
};

void AccessDialogTest::init()
{
    m_choices = std::make_unique<test::ChoosingActions>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 800);
    m_window->show();
}

void AccessDialogTest::cleanup()
{
    m_window.reset();
    m_actions.reset();
}

void AccessDialogTest::open(const model::Token &token)
{
    m_actions = std::make_unique<test::MergingActions>(token, m_clock.now());
    m_edit =
        new ui::EditDialog({.theme = m_theme.theme(), .clock = m_clock, .actions = *m_actions, .choices = *m_choices},
                           token, m_window.get());
    m_edit->open();
    QVERIFY(QTest::qWaitForWindowActive(m_edit));
}

void AccessDialogTest::openAccess()
{
    press(u"editAccess"_s);
    QVERIFY(access());
    QTRY_VERIFY(find<QPushButton>(u"accessApply"_s)->isEnabled());
}

void AccessDialogTest::choose(const QString &permission, PermissionLevel level)
{
    auto *list = find<ui::PermissionList>(u"createPermissions"_s);
    const QModelIndex found =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, permission, 1, Qt::MatchExactly).value(0);
    QVERIFY2(found.isValid(), qPrintable(permission));
    QVERIFY(list->model()->setData(found, int(level), ui::PermissionLevelRole));
}

void AccessDialogTest::press(const QString &name)
{
    auto *button = find<QPushButton>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

tokens::UpdateRequest AccessDialogTest::saved()
{
    press(u"editSave"_s);
    return m_actions->updates.empty() ? tokens::UpdateRequest() : m_actions->updates.back();
}

void AccessDialogTest::showsWhatTheTokenHas()
{
    open(dnsToken());
    QVERIFY(!find<QPushButton>(u"editDashboard"_s)->isVisible());
    openAccess();
    QCOMPARE(m_choices->asked, (QStringList{idOf('a'), idOf('b')})); // where its zones are is not said by the token
    QCOMPARE(find<QComboBox>(u"createAccount"_s)->currentText(), u"Brew"_s);
    QCOMPARE(find<QToolButton>(u"createShowChosen"_s)->text(), u"Chosen 1"_s); // no Zone Read beside
    auto *zones = find<ui::ZoneList>(u"createZones"_s);
    QCOMPARE(zones->model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        QCOMPARE(zones->model()->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"createSearch"_s);
}

void AccessDialogTest::unchangedChangesNothing()
{
    open(dnsToken());
    openAccess();
    QSignalSpy applied(access(), &ui::AccessDialog::applied);
    press(u"accessApply"_s);
    QCOMPARE(applied.count(), 1);
    QTRY_VERIFY(!access());
    QVERIFY(!find<QPushButton>(u"editSave"_s)->isEnabled());
    QVERIFY(!find<QPushButton>(u"editAccessKeep"_s)->isVisible());
}

void AccessDialogTest::addsAPermission()
{
    open(dnsToken());
    openAccess();
    choose(u"Workers Scripts"_s, PermissionLevel::Edit);
    press(u"accessApply"_s);
    QTRY_VERIFY(!access());
    QTRY_VERIFY2(diff().contains(u"+ May: Workers Scripts Edit"_s), qPrintable(diff()));
    QVERIFY(diff().contains(u"+ Where: the account Brew"_s));
    QVERIFY(!diff().contains(u"- May: DNS"_s));
    const tokens::UpdateRequest request = saved();
    QCOMPARE(groupsOf(request), (QStringList{idOf('5'), idOf('2')}));
    QVERIFY(!request.name && !request.ipAllow && !request.expiresIn && !request.enabled);
}

void AccessDialogTest::takesAZoneAway()
{
    open(dnsToken());
    openAccess();
    auto *zones = find<ui::ZoneList>(u"createZones"_s)->model();
    const QModelIndex two = zones->match(zones->index(0, 0), Qt::DisplayRole, u"two.example"_s).value(0);
    QVERIFY(zones->setData(two, Qt::Unchecked, Qt::CheckStateRole));
    press(u"accessApply"_s);
    QTRY_VERIFY(!access());
    QTRY_VERIFY2(diff().contains(u"- Where: the zone two.example"_s), qPrintable(diff()));
    const tokens::UpdateRequest request = saved();
    QCOMPARE(request.policies->size(), 1U);
    QCOMPARE(request.policies->front().resources, (std::vector<model::Resource>{{.key = zoneKey('e')}}));
}

void AccessDialogTest::saysWhatItAddsBesides()
{
    model::Token token = dnsToken();
    token.policies.front().permissionGroups = {{.id = idOf('4'), .name = u"Cache Purge"_s}};
    open(token);
    openAccess();
    auto *message = find<ui::InlineMessage>(u"accessMessage"_s);
    QVERIFY(!message->isVisible());
    choose(u"DNS"_s, PermissionLevel::Read);
    QVERIFY(message->isVisible());
    press(u"accessLeaveOut"_s);
    QTRY_VERIFY(!message->isVisible());
    press(u"accessApply"_s);
    QTRY_VERIFY(!access());
    QCOMPARE(groupsOf(saved()), (QStringList{idOf('4'), idOf('1')}));
}

void AccessDialogTest::cancelLeavesAllAsItWas()
{
    open(dnsToken());
    const QString before = diff();
    openAccess();
    choose(u"Cache Purge"_s, PermissionLevel::Edit);
    QTest::keyClick(access(), Qt::Key_Escape);
    QTRY_VERIFY(!access());
    QVERIFY(m_edit && m_edit->isVisible());
    QCOMPARE(diff(), before);
    QVERIFY(!find<QPushButton>(u"editSave"_s)->isEnabled());
}

void AccessDialogTest::canBeTakenBack()
{
    open(dnsToken());
    const QString before = diff();
    openAccess();
    choose(u"Cache Purge"_s, PermissionLevel::Edit);
    press(u"accessApply"_s);
    QTRY_VERIFY(!access());
    openAccess(); // goes on from what was chosen
    QCOMPARE(find<QToolButton>(u"createShowChosen"_s)->text(), u"Chosen 2"_s);
    press(u"accessCancel"_s);
    QTRY_VERIFY(!access());
    press(u"editAccessKeep"_s);
    QCOMPARE(diff(), before);
    QVERIFY(!find<QPushButton>(u"editSave"_s)->isEnabled());
}

void AccessDialogTest::refusalsStayInTheDialog()
{
    open(dnsToken());
    openAccess();
    choose(u"DNS"_s, PermissionLevel::None);
    press(u"accessApply"_s);
    auto *message = find<ui::InlineMessage>(u"accessMessage"_s);
    QVERIFY(message->isVisible() && message->accessibleName().contains(u"at least one permission"_s));
    choose(u"Cache Purge"_s, PermissionLevel::Edit);
    QVERIFY(!message->isVisible());
    m_choices->error = base::Error{.code = base::Error::Code::Unavailable, .message = u"No way there."_s};
    press(u"accessApply"_s);
    QVERIFY(access() && message->isVisible() && message->accessibleName().contains(u"No way there."_s));
    m_choices->error.reset();
    press(u"accessApply"_s);
    QTRY_VERIFY(!access());
    QCOMPARE(groupsOf(saved()), QStringList{idOf('4')});
    Q_EMIT m_actions->updateFailed({.code = base::Error::Code::PermissionDenied, .message = u"Not this."_s});
    QVERIFY(find<ui::InlineMessage>(u"editMessage"_s)->isVisible());
    QCOMPARE(groupsOf(saved()), QStringList{idOf('4')}); // nothing chosen is lost
}

void AccessDialogTest::triesAgain()
{
    m_choices->error = base::Error{.code = base::Error::Code::Unavailable, .message = u"No way there."_s};
    open(dnsToken());
    press(u"editAccess"_s);
    QTRY_VERIFY(find<QPushButton>(u"accessRetry"_s) && find<QPushButton>(u"accessRetry"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"accessApply"_s)->isEnabled());
    m_choices->error.reset();
    press(u"accessRetry"_s);
    QTRY_VERIFY(find<QPushButton>(u"accessApply"_s)->isEnabled());
    QVERIFY(!find<ui::InlineMessage>(u"accessMessage"_s)->isVisible());
}

void AccessDialogTest::whatCantBeChosenIsOnlyRead_data()
{
    QTest::addColumn<model::Policy>("besides");
    const model::PermissionGroupRef purge{.id = idOf('4'), .name = u"Cache Purge"_s};
    QTest::newRow("denial") << model::Policy{
        .effect = model::Policy::Effect::Deny, .resources = {{.key = zoneKey('d')}}, .permissionGroups = {purge}};
    QTest::newRow("unreadable") << model::Policy{.effect = model::Policy::Effect::Unknown,
                                                 .asSent = QJsonValue(QJsonObject{{u"effect"_s, u"maybe"_s}})};
    QTest::newRow("two accounts") << model::Policy{
        .resources = {{.key = u"com.cloudflare.api.account."_s + idOf('a')},
                      {.key = u"com.cloudflare.api.account."_s + idOf('b')}},
        .permissionGroups = {{.id = idOf('5'), .name = u"Workers Scripts Write"_s}}};
}

void AccessDialogTest::whatCantBeChosenIsOnlyRead()
{
    QFETCH(const model::Policy, besides);
    model::Token token = dnsToken();
    token.policies.push_back(besides);
    open(token);
    QVERIFY(!find<QPushButton>(u"editAccess"_s)->isVisible());
    QVERIFY(find<QLabel>(u"editAccessWords"_s)->text().contains(u"dashboard"_s));
    QSignalSpy wanted(m_edit, &ui::EditDialog::dashboardWanted);
    press(u"editDashboard"_s);
    QCOMPARE(wanted.count(), 1);
}

void AccessDialogTest::zonesOfTwoAccountsAreOnlyRead()
{
    model::Token token = dnsToken();
    token.policies.front().resources.push_back({.key = zoneKey('c')});
    open(token);
    press(u"editAccess"_s);
    QTRY_VERIFY(find<ui::InlineMessage>(u"accessMessage"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"accessApply"_s)->isVisible());
    QVERIFY(!find<ui::PermissionList>(u"createPermissions"_s)->isVisible());
    const auto words = find<QWidget>(u"accessWords"_s)->findChildren<QLabel *>();
    QVERIFY(words.size() == 2 && words.first()->text().contains(u"one.example"_s));
    press(u"accessCancel"_s);
    QTRY_VERIFY(!access());
    QVERIFY(!find<QPushButton>(u"editAccess"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"editDashboard"_s)->isVisible());

    m_edit->reject();
    token = dnsToken(); // and one that holds both levels of a permission, of which only one can be chosen
    token.policies.front().permissionGroups.push_back({.id = idOf('1'), .name = u"DNS Read"_s});
    open(token);
    press(u"editAccess"_s);
    QTRY_VERIFY(find<ui::InlineMessage>(u"accessMessage"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"accessApply"_s)->isVisible());
}

void AccessDialogTest::everythingHasANameAndRoom()
{
    open(dnsToken());
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        m_theme.setScheme(scheme);
        openAccess();
        QCOMPARE(test::namelessWidgets(*access()), QStringList());
        QCOMPARE(test::cutTexts(*access()), QStringList());
        QVERIFY(test::keepPicture(*access(),
                                  scheme == ui::Scheme::Light ? u"change/access-light"_s : u"change/access-dark"_s));
        press(u"accessCancel"_s);
        QTRY_VERIFY(!access());
    }
    m_theme.setScheme(ui::Scheme::Light);
    openAccess();
    choose(u"Workers Scripts"_s, PermissionLevel::Edit);
    press(u"accessApply"_s);
    QTRY_VERIFY(diff().contains(u"Workers"_s));
    QCOMPARE(test::cutTexts(*m_edit), QStringList());
    QVERIFY(test::keepPicture(*m_edit, u"change/edit-access"_s));

    m_edit->reject();
    model::Token token = dnsToken();
    token.policies.front().resources.push_back({.key = zoneKey('c')});
    open(token);
    press(u"editAccess"_s);
    QTRY_VERIFY(find<ui::InlineMessage>(u"accessMessage"_s)->isVisible());
    const QPushButton *close = find<QPushButton>(u"accessCancel"_s);
    QTRY_VERIFY(close->geometry().right() > close->parentWidget()->width() - 40); // laid out again
    QCOMPARE(test::cutTexts(*access()), QStringList());
    QCOMPARE(test::namelessWidgets(*access()), QStringList());
    QVERIFY(test::keepPicture(*access(), u"change/access-read"_s));
    press(u"accessCancel"_s);
    QTRY_VERIFY(!access());
    QTRY_COMPARE(test::cutTexts(*m_edit), QStringList());
    QVERIFY(test::keepPicture(*m_edit, u"change/edit-read"_s));
}

QTEST_MAIN(AccessDialogTest)
#include "tst_accessdialog.moc"
