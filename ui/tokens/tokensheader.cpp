// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensheader.h"

#include "ui/common/buttons.h"
#include "ui/common/focusareas.h"
#include "ui/tokens/tokenssearch.h"

#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchWidth = 440;
constexpr int kLeastSearchWidth = 220;

} // namespace

TokensHeader::TokensHeader(const Theme &theme, TokenTableModel &model, QWidget *parent)
    : PageHeader(theme, tr("Tokens"), parent)
    , m_search(new TokensSearch(theme, model, this))
    , m_more(nullptr)
    , m_menu(new QMenu(this))
    , m_create(nullptr)
{
    m_search->setMinimumWidth(kLeastSearchWidth);
    m_search->setMaximumWidth(theme.width(kSearchWidth));
    add(m_search);
    markFocusArea(m_search);
    auto *refresh = makeIconButton(
        theme, {.objectName = u"tokensRefresh"_s, .name = tr("Refresh"), .icon = u"refresh"_s, .shortcut = Qt::Key_F5},
        this);
    connect(refresh, &QToolButton::clicked, this, &TokensHeader::refreshRequested);
    add(refresh);
    m_more = makeIconButton(theme, {.objectName = u"tokensMore"_s, .name = tr("More"), .icon = u"dots"_s}, this);
    connect(m_more, &QToolButton::clicked, m_menu,
            [this] { m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    add(m_more);
    m_menu->setObjectName(u"tokensMoreMenu"_s);
    m_menu->setAccessibleName(tr("More"));
    m_create = makeButton(
        theme, {.objectName = u"tokensNew"_s, .text = tr("New token"), .icon = u"plus"_s, .kind = ButtonKind::Primary},
        this);
    connect(m_create, &QPushButton::clicked, this, &TokensHeader::newTokenRequested);
    add(m_create);
    setNewTokenOff({});
}

void TokensHeader::setMenu(QMenu &columns, QAction &exportList)
{
    m_menu->addMenu(&columns);
    m_menu->addAction(&exportList);
    m_menu->addSeparator();
    m_menu->addAction(tr("Refresh"), this, &TokensHeader::refreshRequested);
}

void TokensHeader::setNewTokenOff(const QString &reason)
{
    m_create->setEnabled(reason.isEmpty());
    m_create->setToolTip(reason.isEmpty() ? tr("New token (Ctrl+N)") : reason);
    m_create->setAccessibleDescription(reason);
}

void TokensHeader::askForNewToken()
{
    if (m_create->isEnabled())
        Q_EMIT newTokenRequested();
}

} // namespace tokensmith::ui
