// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

class QApplication;

namespace tokensmith::ui {

/**
 * Owns the Theme and puts it onto the application: style, palette, style sheet; again whenever the scheme or the
 * system's font changes.
 *
 * Made once in `app/`, after the QApplication and before any widget, and destroyed after the last widget. Everybody
 * else gets `theme()` by reference.
 */
class ThemeController : public QObject
{
    Q_OBJECT

public:
    explicit ThemeController(QApplication &application, Scheme scheme = Scheme::Light);
    ~ThemeController() override;

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] Scheme scheme() const { return m_theme.scheme(); }
    void setScheme(Scheme scheme);

    /** Of tables: 36 at first, 28 where a person wants it compact. */
    void setRowHeight(int designed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply(Scheme scheme);

    QApplication &m_application;
    Theme m_theme;
};

} // namespace tokensmith::ui
