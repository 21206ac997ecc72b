// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/createcontroller.h"
#include "tests/support/await.h"
#include "tests/support/picture.h"
#include "tests/support/verifyresult.h"
#include "ui/common/permissionlist.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"
#include "ui/common/wizardframe.h"
#include "ui/create/createwizard.h"
#include "ui/create/zonelist.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
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

/** A wizard over real services and the simulated Cloudflare, new for each test. */
class CreateFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
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
    [[nodiscard]] QModelIndex permission(const QString &name) const;

    QFont m_font = QApplication::font();
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::CreateController> m_controller;
    std::unique_ptr<ui::ThemeController> m_theme;
    std::unique_ptr<ui::SecretClipboard> m_clipboard;
    std::unique_ptr<ui::CreateWizard> m_wizard;
};

inline void CreateFixture::init()
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

inline void CreateFixture::cleanup()
{
    m_wizard.reset();
    QApplication::setFont(m_font);
    if (m_theme)
        m_theme->setScheme(ui::Scheme::Light);
}

inline void CreateFixture::listTokens()
{
    m_services->inventory().refresh();
    QTRY_VERIFY(!m_controller->tokens().empty());
}

inline void CreateFixture::begin()
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

inline void CreateFixture::keepPicture(const QString &name)
{
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(test::keepPicture(*m_wizard, u"create/%1"_s.arg(name)));
}

inline QModelIndex CreateFixture::permission(const QString &name) const
{
    const QAbstractItemModel *model = find<ui::PermissionList>(u"createPermissions"_s)->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
}

inline void CreateFixture::chooseDns()
{
    type(u"createSearch"_s, u"dns"_s);
    const QModelIndex dns = permission(u"DNS"_s);
    QVERIFY(dns.isValid());
    auto *list = find<ui::PermissionList>(u"createPermissions"_s);
    QVERIFY(list->model()->setData(dns, int(ui::PermissionLevel::Edit), ui::PermissionLevelRole));
}

inline void CreateFixture::chooseZones()
{
    QTest::mouseClick(find<QToolButton>(u"createSomeZones"_s), Qt::LeftButton);
    auto *zones = find<ui::ZoneList>(u"createZones"_s);
    QTRY_VERIFY(zones->isVisible() && zones->model()->rowCount() >= 2);
    QTRY_VERIFY(zones->visualRect(zones->model()->index(1, 0)).isValid());
    for (int row = 0; row < 2; ++row)
        QTest::mouseClick(zones->viewport(), Qt::LeftButton, {},
                          zones->visualRect(zones->model()->index(row, 0)).center());
}

inline void CreateFixture::makeOne()
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
