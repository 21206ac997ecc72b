// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do is edited as a person does it, over real services and the simulated Cloudflare.
#include "app/desktop/changecontroller.h"
#include "app/desktop/createcontroller.h"
#include "tests/support/sandboxservices.h"
#include "tests/support/verifyresult.h"
#include "ui/change/editdialog.h"
#include "ui/common/permissionlist.h"
#include "ui/common/themecontroller.h"
#include "ui/create/zonelist.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class EditAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void keepsWhatIsNotTouched_data();
    void keepsWhatIsNotTouched();
    void addsAPermissionAndTakesAZoneAway();
    void editsAnAccountsToken();

private:
    [[nodiscard]] model::Token make(const tokens::CreateRequest &request);
    [[nodiscard]] QString account() const { return m_accounts.at(0).id; }
    [[nodiscard]] QStringList zonesOf(const QString &accountId);
    void openAccess(const model::Token &token);
    void choose(const QString &permission, ui::PermissionLevel level);
    void apply();
    void save();
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    std::unique_ptr<test::SandboxServices> m_services;
    std::unique_ptr<app::ChangeController> m_change;
    std::unique_ptr<app::CreateController> m_choices;
    std::vector<model::Account> m_accounts;
    ui::ThemeController m_theme{*qApp};
    std::unique_ptr<QWidget> m_window;
};

void EditAccessTest::init()
{
    m_change.reset();
    m_choices.reset();
    m_services = std::make_unique<test::SandboxServices>();
    m_change = std::make_unique<app::ChangeController>(**m_services);
    m_choices = std::make_unique<app::CreateController>(**m_services);
    const auto connected = test::await((*m_services)->connection().ensure({}));
    QVERIFY_RESULT(connected);
    const auto accounts = test::await((*m_services)->accounts().list({}));
    QVERIFY_RESULT(accounts);
    m_accounts = *accounts;
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 800);
    m_window->show();
}

model::Token EditAccessTest::make(const tokens::CreateRequest &request)
{
    const auto made = test::await((*m_services)->tokens().create(request, {}));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return made->created.token;
}

QStringList EditAccessTest::zonesOf(const QString &accountId)
{
    const auto zones = test::await((*m_services)->zones().ofAccount(accountId, tokens::Zones::kFresh, {}));
    QStringList ids;
    for (const model::Zone &zone : zones.value_or(std::vector<model::Zone>()))
        ids += zone.id;
    return ids;
}

void EditAccessTest::openAccess(const model::Token &token)
{
    auto *edit = new ui::EditDialog(
        {.theme = m_theme.theme(), .clock = (*m_services)->clock(), .actions = *m_change, .choices = *m_choices}, token,
        m_window.get()); // deletes itself when closed
    edit->open();
    QVERIFY(QTest::qWaitForWindowActive(edit));
    QTest::mouseClick(find<QPushButton>(u"editAccess"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QPushButton>(u"accessApply"_s)->isEnabled());
}

void EditAccessTest::choose(const QString &permission, ui::PermissionLevel level)
{
    QAbstractItemModel *model = find<ui::PermissionList>(u"createPermissions"_s)->model();
    const QModelIndex found =
        model->match(model->index(0, 0), Qt::DisplayRole, permission, 1, Qt::MatchExactly).value(0);
    QVERIFY2(found.isValid(), qPrintable(permission));
    QVERIFY(model->setData(found, int(level), ui::PermissionLevelRole));
}

void EditAccessTest::apply()
{
    QTest::mouseClick(find<QPushButton>(u"accessApply"_s), Qt::LeftButton);
    QTRY_VERIFY(!find<QDialog>(u"accessDialog"_s));
}

void EditAccessTest::save()
{
    QPointer<QDialog> edit = find<QDialog>(u"editDialog"_s);
    QVERIFY(find<QPushButton>(u"editSave"_s)->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"editSave"_s), Qt::LeftButton);
    QTRY_VERIFY(!edit);
}

void EditAccessTest::keepsWhatIsNotTouched_data()
{
    QTest::addColumn<QStringList>("permissions");
    QTest::addColumn<int>("zones");
    QTest::newRow("dns-without-zone") << QStringList{u"DNS Write (zone)"_s} << 2;
    QTest::newRow("all-zones") << QStringList{u"DNS Write (zone)"_s, u"Zone Read (zone)"_s} << 0;
    QTest::newRow("account-and-zone") << QStringList{u"Workers Scripts Write (account)"_s, u"Cache Purge (zone)"_s}
                                      << 1;
}

void EditAccessTest::keepsWhatIsNotTouched()
{
    QFETCH(const QStringList, permissions);
    QFETCH(const int, zones);
    const model::Token token = make({.kind = model::Owner::Kind::User,
                                     .accountId = account(),
                                     .name = u"deploy"_s,
                                     .permissions = permissions,
                                     .resourceScope = tokens::ResourceScope::SpecificAccount,
                                     .zoneIds = zonesOf(account()).mid(0, zones)});
    openAccess(token);
    apply();
    QVERIFY(!find<QPushButton>(u"editSave"_s)->isEnabled());
}

void EditAccessTest::addsAPermissionAndTakesAZoneAway()
{
    const QStringList zones = zonesOf(account()).mid(0, 2);
    QCOMPARE(zones.size(), 2);
    const model::Token token = make({.kind = model::Owner::Kind::User,
                                     .accountId = account(),
                                     .name = u"deploy"_s,
                                     .permissions = {u"DNS Write (zone)"_s},
                                     .resourceScope = tokens::ResourceScope::SpecificAccount,
                                     .zoneIds = zones,
                                     .ipAllow = {u"203.0.113.0/24"_s}});
    openAccess(token);
    QCOMPARE(find<QComboBox>(u"createAccount"_s)->currentData().toString(), account());
    choose(u"Cache Purge"_s, ui::PermissionLevel::Edit);
    QAbstractItemModel *model = find<ui::ZoneList>(u"createZones"_s)->model();
    QVERIFY(model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    apply();
    save();
    const auto now = test::await((*m_services)->tokens().get(token.owner, token.id));
    QVERIFY_RESULT(now);
    QCOMPARE(now->policies.size(), 1U);
    QStringList names;
    for (const model::PermissionGroupRef &group : now->policies.front().permissionGroups)
        names += group.name;
    names.sort();
    QCOMPARE(names, (QStringList{u"Cache Purge"_s, u"DNS Write"_s})); // and no Zone Read
    QCOMPARE(now->policies.front().resources.size(), 1U);
    QCOMPARE(now->condition.in, token.condition.in);
    QCOMPARE(now->name, token.name);
}

void EditAccessTest::editsAnAccountsToken()
{
    const QString owner = m_accounts.back().id;
    const model::Token token = make({.kind = model::Owner::Kind::Account,
                                     .accountId = owner,
                                     .name = u"deploy"_s,
                                     .permissions = {u"DNS Write (zone)"_s},
                                     .zoneIds = zonesOf(owner).mid(0, 1)});
    openAccess(token);
    choose(u"DNS"_s, ui::PermissionLevel::Read);
    apply();
    save();
    const auto now = test::await((*m_services)->tokens().get(token.owner, token.id));
    QVERIFY_RESULT(now);
    QCOMPARE(now->policies.size(), 1U);
    QCOMPARE(now->policies.front().permissionGroups.size(), 1U);
    QCOMPARE(now->policies.front().permissionGroups.front().name, u"DNS Read"_s);
    QCOMPARE(now->policies.front().resources, token.policies.front().resources);
}

QTEST_MAIN(EditAccessTest)
#include "tst_editaccess.moc"
