// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QButtonGroup;

namespace tokensmith::ui {

/** How a chosen segment looks: a view switch, or one of the three levels of a permission. */
enum class SegmentLook { View, Neutral, Soft, Fill };

struct Segment
{
    QString objectName;
    QString text;
    SegmentLook look = SegmentLook::View;
};

/** Joined buttons of which exactly one is chosen. One Tab stop; left and right arrows move. */
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    SegmentedControl(const Theme &theme, const QString &accessibleName, const QList<Segment> &segments,
                     QWidget *parent = nullptr);

    [[nodiscard]] int currentIndex() const;

    /** Does not emit currentChanged(). */
    void setCurrentIndex(int index);

    void setText(int index, const QString &text);

Q_SIGNALS:
    /** The person chose another segment. */
    void currentChanged(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSegment(const Theme &theme, const Segment &segment, const QString &place);
    void step(int by);
    void updateTabStop();

    QButtonGroup *m_group;
};

} // namespace tokensmith::ui
