// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QListView>

namespace tokensmith::ui {

/** Names with a box before each, in two columns where there is room; a click anywhere on a name or Space ticks it. */
class ZoneList final : public QListView
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    ZoneList(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
};

} // namespace tokensmith::ui
