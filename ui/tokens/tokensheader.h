// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pageheader.h"

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace tokensmith::ui {

class TokensSearch;
class TokenTableModel;

/** The top line of the Tokens page: search, refresh (F5), what else can be done with the list, New token. */
class TokensHeader final : public PageHeader
{
    Q_OBJECT

public:
    /** Theme and model must outlive it. */
    TokensHeader(const Theme &theme, TokenTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] TokensSearch &search() { return *m_search; }

    /** What the "More" button offers beside Refresh; both must outlive the header's use. */
    void setMenu(QMenu &columns, QAction &exportList);

    /** Why no token can be made now, as a sentence; empty: it can. */
    void setNewTokenOff(const QString &reason);

    /** As pressing New token: nothing happens while that is off. */
    void askForNewToken();

Q_SIGNALS:
    void refreshRequested();
    void newTokenRequested();

private:
    TokensSearch *m_search;
    QToolButton *m_more;
    QMenu *m_menu;
    QPushButton *m_create;
};

} // namespace tokensmith::ui
