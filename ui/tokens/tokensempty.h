// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/emptystate.h"
#include "ui/tokens/tokensource.h"

namespace tokensmith::ui {

/** What stands where the table would be while there are no tokens and nothing is being read. Pure. */
[[nodiscard]] EmptyContent emptyContent(const TokenListStatus &status);

/** The same when a search leaves nothing over; `better`: what may have been meant, or empty. */
[[nodiscard]] EmptyContent noMatchContent(const QString &search, const QString &better = {});

/** The same when chips or weeks do, with a search or without. */
[[nodiscard]] EmptyContent noMatchUnderFilters(const QString &search);

/** Why the table is empty although there are tokens. */
struct NothingFound
{
    QString search;        ///< what was searched for; may be empty
    QString better = {};   ///< what may have been meant, or empty
    bool filtered = false; ///< chips or weeks are chosen too
};

/** These words in place of the table, with the buttons that lead on. */
class TokensEmptyState final : public EmptyState
{
    Q_OBJECT

public:
    explicit TokensEmptyState(const Theme &theme, QWidget *parent = nullptr);

    void showStatus(const TokenListStatus &status);
    void showNothingFound(const NothingFound &found);

    /** Why no token can be made now; empty: one can. */
    void setNewTokenOff(const QString &reason);

Q_SIGNALS:
    void newTokenRequested();
    void searchRequested(const QString &search); ///< the better one
    void allRequested();                         ///< search, chips and weeks shall go

private:
    QPushButton *m_create;
    QPushButton *m_better;
    QPushButton *m_all;
    QString m_search;
};

} // namespace tokensmith::ui
