// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sidepane.h"

#include "ui/common/bind.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace tokensmith::ui {

namespace {

constexpr int kUsual = 335; ///< with its edge 336
constexpr int kLeast = 300;
constexpr int kMost = 480;
constexpr int kLeastMain = 360;

} // namespace

SidePane::SidePane(const Theme &theme, QWidget *main, QWidget *pane, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_pane(pane)
    , m_edge(makeDivider(Qt::Vertical, this))
{
    main->setMinimumWidth(kLeastMain);
    m_pane->setMinimumWidth(kLeast);
    m_pane->setMaximumWidth(theme.width(kMost));
    m_edge->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(main);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
}

void SidePane::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    const bool open = isPaneOpen();
    if (mode == Mode::Beside) {
        m_splitter->addWidget(m_pane);
        m_splitter->setStretchFactor(1, 0);
        placeBeside();
    } else {
        m_pane->setParent(this);
        placeOver();
    }
    m_pane->setVisible(open);
    m_edge->setVisible(open && mode == Mode::Over);
}

void SidePane::openPane()
{
    m_pane->show();
    if (m_mode == Mode::Over) {
        placeOver();
        m_pane->raise();
        m_edge->show();
        m_edge->raise();
    }
}

void SidePane::closePane()
{
    m_pane->hide();
    m_edge->hide();
}

bool SidePane::isPaneOpen() const
{
    return !m_pane->isHidden();
}

void SidePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_mode == Mode::Over)
        placeOver();
    else if (!m_moved)
        placeBeside();
}

int SidePane::usualWidth() const
{
    // Large text makes the pane wider, but never the smaller part's equal.
    return std::clamp(m_theme.width(kUsual), kUsual, std::max(kUsual, width() * 2 / 5));
}

void SidePane::placeBeside()
{
    const int wide = usualWidth();
    m_splitter->setSizes({std::max(1, width() - wide - m_splitter->handleWidth()), wide});
}

void SidePane::placeOver()
{
    const int wide = std::min(usualWidth(), width());
    const bool atRight = layoutDirection() == Qt::LeftToRight;
    const int left = atRight ? width() - wide : 0;
    m_pane->setGeometry(left, 0, wide, height());
    m_edge->setGeometry(atRight ? left - 1 : wide, 0, 1, height());
}

} // namespace tokensmith::ui
