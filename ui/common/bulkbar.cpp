// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/bulkbar.h"

#include "ui/common/bind.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

BulkBar::BulkBar(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_count(new Label(theme, {.style = TextStyle::SmallStrong}, {}, this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(tr("Selected rows"));
    useWindowGround(this);
    m_count->setObjectName(objectName + "Count"_L1);
    auto *clear = makeIconButton(theme,
                                 {.objectName = objectName + "Clear"_L1,
                                  .name = tr("Select nothing"),
                                  .icon = u"x"_s,
                                  .kind = ButtonKind::Quiet,
                                  .size = ControlSize::Small},
                                 this);
    connect(clear, &QToolButton::clicked, this, &BulkBar::clearRequested);
    m_row->setContentsMargins(space::kPage, space::kTiny, space::kMedium, space::kTiny);
    m_row->setSpacing(space::kTiny);
    m_row->addWidget(m_count);
    m_row->addSpacing(space::kSmall);
    m_row->addStretch(1);
    m_row->addWidget(clear);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BulkBar::setCount(int count)
{
    m_count->setText(tr("%n selected", nullptr, count));
}

QPushButton *BulkBar::addAction(const ButtonOptions &options)
{
    ButtonOptions small = options;
    small.size = ControlSize::Small;
    auto *button = makeButton(m_theme, small, this);
    m_row->insertWidget(m_row->count() - 2, button); // before the stretch and the cross
    return button;
}

} // namespace tokensmith::ui
