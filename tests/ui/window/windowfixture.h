// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeservercontrol.h"
#include "ui/common/focusareas.h"
#include "ui/common/themecontroller.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QShortcut>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;
using tokensmith::base::Error;
using tokensmith::test::FakeServerControl;

/** A main window over a server that only pretends, made anew for each test function. */
class WindowFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void show();

    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<FakeServerControl> m_server;
    std::unique_ptr<MainWindow> m_window;
};

inline void WindowFixture::initTestCase()
{
    m_theme = std::make_unique<ThemeController>(*qApp);
}

inline void WindowFixture::init()
{
    m_theme->setScheme(Scheme::Light);
    m_directory = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeServerControl>();
    m_window = makeWindow();
}

inline void WindowFixture::cleanup()
{
    m_window.reset();
}

inline std::unique_ptr<MainWindow> WindowFixture::makeWindow()
{
    auto window = std::make_unique<MainWindow>(MainWindow::Options{
        .theme = m_theme->theme(), .server = *m_server, .stateFile = m_directory->filePath(u"window.ini"_s)});
    window->addPage({.id = u"tokens"_s, .label = u"Tokens"_s, .icon = u"token"_s, .shortcut = u"Ctrl+1"_s},
                    new QWidget);
    window->addPage({.id = u"activity"_s, .label = u"Activity"_s, .icon = u"activity"_s, .shortcut = u"Ctrl+3"_s},
                    new QWidget);
    return window;
}

inline void WindowFixture::show()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}
