// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "app/desktop/desktopapp.h"
#include "ui/common/translations.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCoroTask>
#include <QFile>
#include <QTemporaryDir>

namespace tokensmith::test {

/** How a person has it. */
struct Look
{
    QString language = QStringLiteral("en_GB");
    QSize size = {1280, 800};
    qreal text = 1.0; ///< times the usual size
    QByteArray settings = {};
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/** The whole program as a person has it; goes with the test function that made it. */
class WholeProgram
{
public:
    WholeProgram(QApplication &application, const Look &look)
        : m_translations(QLocale(look.language))
        , m_instance({.directory = m_data.path()})
    {
        auto services = app::Services::create({.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path()});
        if (!services)
            qFatal("%s", qPrintable(services.error().message));
        m_services = *std::move(services);
        QFile settings(m_services->paths().config + QStringLiteral("/settings.json"));
        if (!look.settings.isEmpty() && (!settings.open(QIODevice::WriteOnly) || settings.write(look.settings) < 0))
            qFatal("%s", qPrintable(settings.errorString()));
        settings.close();
        m_desktop = std::make_unique<app::DesktopApp>(
            app::DesktopApp::Parts{.application = application, .services = *m_services, .instance = m_instance});
        m_desktop->start();
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (auto *found = qobject_cast<ui::MainWindow *>(widget))
                m_window = found;
        }
        m_window->resize(look.size);
    }

    /** As quitting does: nothing is under way any more when all is taken down. */
    ~WholeProgram() { QCoro::waitFor(m_services->stop(std::chrono::seconds(1))); }
    Q_DISABLE_COPY_MOVE(WholeProgram)

    [[nodiscard]] ui::MainWindow &window() const { return *m_window; }
    [[nodiscard]] app::Services &services() const { return *m_services; }

    /** What stands over the window, or the window itself. */
    [[nodiscard]] QWidget &front() const
    {
        QWidget *modal = QApplication::activeModalWidget();
        return modal ? *modal : *m_window;
    }

private:
    QTemporaryDir m_data;
    ui::Translations m_translations;
    platform::SingleInstance m_instance;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::DesktopApp> m_desktop;
    ui::MainWindow *m_window = nullptr;
};

} // namespace tokensmith::test

Q_DECLARE_METATYPE(tokensmith::test::Look)
