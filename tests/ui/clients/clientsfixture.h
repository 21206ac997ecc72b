// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakeservercontrol.h"
#include "tests/ui/clients/designclients.h"
#include "ui/clients/clientspage.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <memory>

namespace tokensmith::test {

/** The Clients page as the design's picture shows it, in its own window. */
class ClientsFixture
{
public:
    ClientsFixture()
    {
        fillLikeTheDesign(actions, clock.now());
        page = std::make_unique<ui::ClientsPage>(ui::ClientsPage::Parts{
            .theme = m_themes.theme(), .clock = clock, .actions = actions, .server = server, .clipboard = clipboard});
        page->resize(1080, 800);
        page->show();
        activate();
    }

    /** The platform without a screen gives the focus back to nobody. */
    void activate()
    {
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }

    template <typename T>
    T *find(const QString &name)
    {
        T *found = page->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void click(const QString &name) { find<QAbstractButton>(name)->click(); }
    [[nodiscard]] bool isShown(const QString &name) { return find<QWidget>(name)->isVisibleTo(page.get()); }

private:
    ui::ThemeController m_themes{*qApp, ui::Scheme::Light};

public:
    FakeClock clock{QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
    FakeServerControl server;
    FakeClientsActions actions;
    ui::SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::unique_ptr<ui::ClientsPage> page;
};

} // namespace tokensmith::test
