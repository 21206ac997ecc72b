// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pageheader.h"

#include "ui/common/bind.h"
#include "ui/common/label.h"

#include <QHBoxLayout>

namespace tokensmith::ui {

PageHeader::PageHeader(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
{
    auto *label = new Label(theme, {.style = TextStyle::PageTitle}, title, this);
    m_row->setContentsMargins(space::kPage, 0, space::kInset, 0);
    m_row->setSpacing(space::kMedium);
    m_row->addWidget(label, 0, Qt::AlignVCenter);
    m_row->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_row, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    const auto size = [this, &theme] { setFixedHeight(theme.height(60, TextStyle::PageTitle)); };
    size();
    connect(&theme, &Theme::changed, this, size);
}

void PageHeader::addBeside(QWidget *widget)
{
    m_row->insertWidget(m_beside++, widget, 0, Qt::AlignVCenter);
}

void PageHeader::add(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

} // namespace tokensmith::ui
