// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/tokens/tokensource.h"

#include <QWidget>

#include <functional>

class QStackedWidget;
class QTimer;

namespace tokensmith::ui {

class BulkBar;
struct MessageContent;
class SidePane;
class Theme;
class TokenActions;
class TokenDetailsPane;
class TokensEmptyState;
class TokensFilters;
class TokensFooter;
class TokensHeader;
class TokensNoticeBar;
class TokensResult;
class TokensSearch;
class TokensTable;
class TokenTableModel;

/** What the page needs; all must outlive it. */
struct TokensPageServices
{
    const Theme &theme;
    const base::Clock &clock;
    TokenSource &source;
    QString stateFile = {}; ///< where the table's columns are kept; empty: nowhere
};

/**
 * The Tokens page: header, table, details, footer. Shows what the source has and asks it to refresh (F5) or stop.
 *
 * Keys: Ctrl+F searches, Esc clears the search or closes the details, Enter opens them, those of TokenActions; F6 finds
 * search, chips, timeline, table and details as areas (ui/common/focusareas.h). While nothing is cached, skeleton rows
 * stand in after 300 ms. While Cloudflare can't be reached, changes are off. In a window narrower than 1160 px the
 * details cover the table's right side.
 */
class TokensPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokensPage(const TokensPageServices &services, QWidget *parent = nullptr);
    ~TokensPage() override;

    /** What can be done with the selected tokens; its signals ask for it. */
    [[nodiscard]] TokenActions &actions() const { return *m_actions; }

    /** Knows what is selected and shown. */
    [[nodiscard]] const TokensTable &table() const { return *m_table; }

    [[nodiscard]] int shownCount() const;

    /** Selects a token and brings it into sight; a search or filter that hides it goes. Does nothing if there is none.
     */
    void selectToken(const QString &id);
    /** Chooses this token and shows its details; one that the search hides is brought back. Not there: says so. */
    void showToken(const QString &id);

    /** Says above the list how a change ended. */
    void showResult(const MessageContent &result);

    /** As showResult(), with a button named tokensResultAct that does something about it. */
    void showResult(const MessageContent &result, const QString &button, std::function<void()> act);

Q_SIGNALS:
    void newTokenRequested(); ///< button or Ctrl+N

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildBody(); ///< notice, table and footer at the left, details at the right
    void connectEverything();
    void addKeys();

    void connectActions();
    void showActions();
    void takeTokens();
    void refresh();
    void showStatus();
    void showProgress(const TokenListStatus &status);
    void showBody(const TokenListStatus &status);
    void showFooter(const TokenListStatus &status);
    void showSelection();
    void tick();
    void escape();
    void showNothingFound();
    void clearFilters();
    void searchBetter(const QString &search);

    TokensPageServices m_services;
    TokenTableModel *m_model;
    TokenActions *m_actions;
    TokensHeader *m_header = nullptr;
    TokensSearch *m_search = nullptr;
    TokensFilters *m_filters = nullptr;
    TokensNoticeBar *m_notice = nullptr;
    TokensResult *m_result = nullptr;
    QStackedWidget *m_body = nullptr;
    TokensTable *m_table = nullptr;
    TokensEmptyState *m_empty = nullptr;
    TokensFooter *m_footer = nullptr;
    BulkBar *m_bulk = nullptr; ///< in place of the footer while several are selected
    TokenDetailsPane *m_details = nullptr;
    SidePane *m_split = nullptr;
    QTimer *m_skeletonDelay;
    QTimer *m_ticking;
};

} // namespace tokensmith::ui
