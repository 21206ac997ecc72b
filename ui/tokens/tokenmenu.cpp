// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenmenu.h"

#include "ui/tokens/tokenactions.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

TokenMenu::TokenMenu(TokenActions &actions, QAbstractItemView *list)
    : QObject(list)
    , m_actions(actions)
    , m_list(list)
{
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
}

bool TokenMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        if (asked->reason() == QContextMenuEvent::Keyboard)
            openAtCurrentRow();
        else if (m_list->indexAt(m_list->viewport()->mapFromGlobal(asked->globalPos())).isValid())
            openAt(asked->globalPos());
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_list) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool shifted = key->key() == Qt::Key_F10 && key->modifiers() == Qt::ShiftModifier;
        if (shifted || key->key() == Qt::Key_Menu) {
            openAtCurrentRow();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void TokenMenu::openAtCurrentRow()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    QItemSelectionModel *selection = m_list->selectionModel();
    if (!selection->isSelected(current))
        selection->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_list->scrollTo(current);
    const QModelIndex first = current.siblingAtColumn(0);
    const QRect row = m_list->visualRect(first);
    openAt(m_list->viewport()->mapToGlobal(row.bottomLeft() + QPoint(row.height(), 0)));
}

void TokenMenu::openAt(const QPoint &place)
{
    if (m_menu) // a desktop may send both the key and the request
        return;
    m_menu = m_actions.makeMenu(m_list);
    m_menu->setObjectName(u"tokensMenu"_s);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->popup(place);
}

} // namespace tokensmith::ui
