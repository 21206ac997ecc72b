// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QAbstractItemView;
class QMenu;

namespace tokensmith::ui {

class TokenActions;

/**
 * The context menu of a list of tokens, named tokensMenu: on a right click, on the Menu key and on Shift+F10, then
 * beside the current row. Belongs to the list; `actions` outlives it.
 */
class TokenMenu final : public QObject
{
    Q_OBJECT

public:
    TokenMenu(TokenActions &actions, QAbstractItemView *list);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openAt(const QPoint &place);
    void openAtCurrentRow();

    TokenActions &m_actions;
    QAbstractItemView *m_list;
    QPointer<QMenu> m_menu; ///< deletes itself when it is closed
};

} // namespace tokensmith::ui
