// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segmented.h"

#include "ui/common/bind.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

QString lookName(SegmentLook look)
{
    switch (look) {
    case SegmentLook::View:
        return u"view"_s;
    case SegmentLook::Neutral:
        return u"neutral"_s;
    case SegmentLook::Soft:
        return u"soft"_s;
    case SegmentLook::Fill:
        return u"fill"_s;
    }
    Q_UNREACHABLE();
}

QString placeName(qsizetype index, qsizetype count)
{
    if (count == 1)
        return u"only"_s;
    if (index == 0)
        return u"first"_s;
    return index == count - 1 ? u"last"_s : u"middle"_s;
}

} // namespace

SegmentedControl::SegmentedControl(const Theme &theme, const QString &accessibleName, const QList<Segment> &segments,
                                   QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    Q_ASSERT(!segments.isEmpty());
    setAccessibleName(accessibleName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (qsizetype i = 0; i < segments.size(); ++i)
        addSegment(theme, segments.at(i), placeName(i, segments.size()));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCurrentIndex(0);
    // Not idClicked: a screen reader checks a button without clicking it.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (!checked)
            return;
        updateTabStop();
        Q_EMIT currentChanged(index);
    });
}

void SegmentedControl::addSegment(const Theme &theme, const Segment &segment, const QString &place)
{
    auto *button = new QToolButton(this);
    button->setObjectName(segment.objectName);
    button->setText(segment.text);
    button->setCheckable(true);
    button->setProperty("segment", place);
    button->setProperty("look", lookName(segment.look));
    useFont(button, theme, TextStyle::Small);
    button->installEventFilter(this);
    m_group->addButton(button, int(m_group->buttons().size()));
    layout()->addWidget(button);
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    const QSignalBlocker silent(m_group);
    m_group->button(index)->setChecked(true);
    updateTabStop();
}

void SegmentedControl::setText(int index, const QString &text)
{
    auto *button = qobject_cast<QToolButton *>(m_group->button(index));
    if (button)
        button->setText(text);
}

bool SegmentedControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = dynamic_cast<QKeyEvent &>(*event).key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            step((key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SegmentedControl::step(int by)
{
    const int next = currentIndex() + by;
    if (next < 0 || next >= int(m_group->buttons().size()))
        return;
    m_group->button(next)->setChecked(true);
    m_group->button(next)->setFocus(Qt::TabFocusReason);
}

void SegmentedControl::updateTabStop()
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(m_group->checkedButton());
}

} // namespace tokensmith::ui
