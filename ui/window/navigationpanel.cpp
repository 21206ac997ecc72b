// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigationpanel.h"

#include "ui/common/bind.h"
#include "ui/common/focusareas.h"
#include "ui/common/iconlabel.h"
#include "ui/common/label.h"
#include "ui/window/connectioncard.h"
#include "ui/window/navigationmodel.h"
#include "ui/window/serverblock.h"

#include <QHBoxLayout>
#include <QListView>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kFullWidth = 200;
constexpr int kIconsWidth = 56;
constexpr int kMark = 24;

int widthFor(Density density, const Theme &theme)
{
    switch (density) {
    case Density::Full:
        return theme.width(kFullWidth);
    case Density::IconsOnly:
        return theme.width(kIconsWidth);
    }
    Q_UNREACHABLE();
}

} // namespace

NavigationPanel::NavigationPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_theme(parts.theme)
    , m_pages(parts.pages)
    , m_delegate(parts.theme)
    , m_mark(new IconLabel(parts.theme, kMark))
    , m_name(new Label(parts.theme, {.style = TextStyle::SectionTitle}, tr("Tokensmith")))
    , m_connection(new ConnectionCard(parts.theme))
    , m_list(new QListView)
    , m_server(new ServerBlock(parts.theme, parts.server))
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Navigation"));
    useWindowGround(this);
    markFocusArea(this, m_list);
    setUpList();
    auto *column = new QVBoxLayout;
    column->setContentsMargins(space::kSmall, space::kMedium, space::kSmall, space::kSmall);
    column->setSpacing(0);
    column->addWidget(makeBrand());
    column->addWidget(m_connection);
    column->addSpacing(space::kMedium);
    column->addWidget(m_list, 1);
    column->addSpacing(space::kSmall);
    column->addWidget(m_server);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(makeDivider(Qt::Vertical));
    setDensity(Density::Full);
    connect(&m_theme, &Theme::changed, this, [this] { setFixedWidth(widthFor(m_density, m_theme)); });
}

QWidget *NavigationPanel::makeBrand()
{
    m_mark->setIcon(u"app"_s, Colour::AccentFill);
    auto *brand = new QWidget;
    auto *row = new QHBoxLayout(brand);
    row->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addWidget(m_mark);
    row->addWidget(m_name, 1);
    return brand;
}

void NavigationPanel::setUpList()
{
    m_list->setObjectName(u"navigationList"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setModel(&m_pages);
    m_list->setItemDelegate(&m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true); // for the hover ground
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT pageChosen(current.data(NavigationModel::IdRole).toString());
    });
}

void NavigationPanel::setDensity(Density density)
{
    m_density = density;
    m_name->setVisible(density == Density::Full);
    m_connection->setDensity(density);
    m_server->setDensity(density);
    setFixedWidth(widthFor(density, m_theme));
}

void NavigationPanel::select(const QString &pageId)
{
    const QSignalBlocker silent(this);
    m_list->setCurrentIndex(m_pages.indexOf(pageId));
}

} // namespace tokensmith::ui
