// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/common/bind.h"
#include "ui/common/label.h"

#include <QVBoxLayout>

namespace tokensmith::ui {

Card::Card(const Theme &theme, const QString &objectName, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout)
{
    setObjectName(objectName);
    setProperty("frame", QLatin1StringView("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (!title.isEmpty()) {
        m_head = new QHBoxLayout;
        m_head->setContentsMargins(space::kInset, 0, space::kMedium, 0);
        m_head->setSpacing(space::kSmall);
        m_head->addStrut(theme.height(44));
        m_head->addWidget(new Label(theme, {.style = TextStyle::Title}, title, this));
        column->addLayout(m_head);
        column->addWidget(makeDivider(Qt::Horizontal, this));
        setAccessibleName(title);
    }
    m_body->setContentsMargins(space::kInset, space::kInset, space::kInset, space::kInset);
    m_body->setSpacing(space::kSmall);
    column->addLayout(m_body);
}

} // namespace tokensmith::ui
