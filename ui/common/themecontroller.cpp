// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/themecontroller.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QStyleFactory>
#include <QWidget>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

ThemeController::ThemeController(QApplication &application, Scheme scheme)
    : m_application(application)
    , m_theme(scheme, QApplication::font())
{
    QApplication::setStyle(new Style(m_theme)); // owned by the application
    apply(scheme);
    application.installEventFilter(this);
}

ThemeController::~ThemeController()
{
    // The style asks the theme, which is about to go.
    m_application.removeEventFilter(this);
    m_application.setStyleSheet({});
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
}

void ThemeController::setScheme(Scheme scheme)
{
    if (scheme != m_theme.scheme())
        apply(scheme);
}

void ThemeController::setRowHeight(int designed)
{
    const int before = m_theme.rowHeight();
    m_theme.setRowHeight(designed);
    if (m_theme.rowHeight() != before)
        Q_EMIT m_theme.changed();
}

bool ThemeController::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_application && event->type() == QEvent::ApplicationFontChange)
        apply(m_theme.scheme());
    return QObject::eventFilter(watched, event);
}

void ThemeController::apply(Scheme scheme)
{
    // A widget that gets its first style sheet after it was given new colours is put back to the old ones by Qt.
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets)
        widget->ensurePolished();
    m_theme.apply(scheme, QApplication::font());
    QApplication::setPalette(m_theme.palette());
    m_application.setStyleSheet(m_theme.styleSheet());
    Q_EMIT m_theme.changed();
}

} // namespace tokensmith::ui
