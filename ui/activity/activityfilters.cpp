// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityfilters.h"

#include "ui/common/chip.h"
#include "ui/common/combobox.h"
#include "ui/common/flowlayout.h"
#include "ui/common/focusareas.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using audit::ActivityKind;

ActivityFilters::ActivityFilters(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QWidget(this))
    , m_period(new ComboBox(theme, u"activityPeriod"_s, this))
{
    setObjectName(u"activityFilters"_s);
    auto *flow = new FlowLayout(m_row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    addChip(u"activityAll"_s, tr("All"), {});
    addChip(u"activityChip-changes"_s, tr("Changes"), ActivityKind::Change);
    addChip(u"activityChip-approvals"_s, tr("Approvals"), ActivityKind::Approval);
    addChip(u"activityChip-refused"_s, tr("Refused"), ActivityKind::Refusal);
    addChip(u"activityChip-failed"_s, tr("Failed"), ActivityKind::Failure);
    addChip(u"activityChip-reads"_s, tr("Reads"), ActivityKind::Read);
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("Today"), 1);
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_period->addItem(tr("All time"), 0);
    m_period->setCurrentIndex(1);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ActivityFilters::changed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kPage, space::kMedium, space::kPage, space::kMedium);
    row->setSpacing(space::kMedium);
    row->addWidget(m_row, 1);
    row->addWidget(m_period, 0, Qt::AlignTop);
    markFocusArea(this);
    showChosen();
}

void ActivityFilters::addChip(const QString &objectName, const QString &label, std::optional<ActivityKind> kind)
{
    auto *chip = new Chip(m_theme, objectName, label, m_row);
    chip->installEventFilter(this);
    connect(chip, &QToolButton::clicked, this, [this, kind] { choose(kind == m_kind ? std::nullopt : kind); });
    m_row->layout()->addWidget(chip);
    m_chips.push_back({.chip = chip, .kind = kind});
}

int ActivityFilters::days() const
{
    return m_period->currentData().toInt();
}

void ActivityFilters::setCounts(const ActivityCounts &counts)
{
    for (const Entry &entry : m_chips) {
        entry.chip->setCount(entry.kind ? counts.of(*entry.kind) : counts.all());
    }
    m_row->updateGeometry();
}

void ActivityFilters::showEverything()
{
    m_kind.reset();
    showChosen();
    m_period->setCurrentIndex(m_period->count() - 1);
    Q_EMIT changed();
}

void ActivityFilters::choose(std::optional<ActivityKind> kind)
{
    m_kind = kind;
    showChosen();
    Q_EMIT changed();
}

void ActivityFilters::showChosen()
{
    for (const Entry &entry : m_chips)
        entry.chip->setChecked(entry.kind == m_kind);
}

bool ActivityFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::eventFilter(watched, event);
    const auto at =
        std::find_if(m_chips.begin(), m_chips.end(), [watched](const Entry &one) { return one.chip == watched; });
    const bool forward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
    const auto next = (at - m_chips.begin()) + (forward ? 1 : -1);
    if (next >= 0 && next < static_cast<std::ptrdiff_t>(m_chips.size()))
        m_chips[static_cast<std::size_t>(next)].chip->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace tokensmith::ui
