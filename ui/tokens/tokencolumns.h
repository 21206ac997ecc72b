// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

class QMenu;
class QTimer;

namespace tokensmith::ui {

class Table;

/**
 * Which columns the tokens' table shows, how wide, in which place and by which one it is sorted: as a person left it,
 * from an INI file, else as designed. Every change is written at once. A file that says something impossible is not
 * looked at. Widths are kept in designed pixels, whatever the size of the text.
 *
 * Lives as long as the table, whose child it is. The theme must outlive it.
 */
class TokenColumns final : public QObject
{
    Q_OBJECT

public:
    /** `stateFile` may be empty: nothing is kept. */
    TokenColumns(const Theme &theme, Table &table, QString stateFile);

    /** Show or hide each, fit, reset; also opened by the header's context menu. */
    [[nodiscard]] QMenu &menu() { return *m_menu; }

    void fit();   ///< each as wide as what is in sight needs
    void reset(); ///< as designed

private:
    void restore();
    void save() const;
    void fillMenu();
    [[nodiscard]] int designed(int pixels) const;

    const Theme &m_theme;
    Table &m_table;
    const QString m_stateFile;
    QMenu *m_menu;
    QTimer *m_saving;
};

} // namespace tokensmith::ui
