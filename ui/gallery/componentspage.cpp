// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/componentspage.h"

#include "ui/common/bind.h"
#include "ui/gallery/sections.h"

#include <QGuiApplication>
#include <QHBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

ComponentsPage::ComponentsPage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_clipboard(*QGuiApplication::clipboard())
{
    setObjectName(u"componentsPage"_s);
    setAccessibleName(tr("Components"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(space::kLarge, space::kInset, space::kLarge, space::kInset);
    row->setSpacing(28);
    for (QWidget *column : {gallery::makeLeft(theme, m_clipboard, inside), gallery::makeRight(theme, inside)})
        row->addWidget(column, 1, Qt::AlignTop);
    setWidget(inside);
    useSurfaceGround(inside);
    useSurfaceGround(viewport());
}

} // namespace tokensmith::ui
