// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/tokens/tokensource.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTimer;

namespace tokensmith::ui {

class EmptyState;
class InlineMessage;
struct MessageContent;
class SidePane;
class Theme;
class TokenDetailsPane;
class TokensFilters;
class TokensFooter;
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
 * Keys: Ctrl+F searches, Esc clears the search or closes the details, Enter opens them, Ctrl+C copies ids; F6 finds
 * search, chips, timeline, table and details as areas (ui/common/focusareas.h). While nothing is cached, skeleton rows
 * stand in after 300 ms. In a window narrower than 1160 px the details cover the table's right side.
 */
class TokensPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokensPage(const TokensPageServices &services, QWidget *parent = nullptr);
    ~TokensPage() override;

    /** Says above the list how a change ended. */
    void showResult(const MessageContent &result);

Q_SIGNALS:
    void newTokenRequested();                                                  ///< button or Ctrl+N
    void toggleRequested(const std::vector<tokensmith::model::Token> &tokens); ///< Ctrl+D: disable or enable
    void rollRequested(const tokensmith::model::Token &token);                 ///< Ctrl+Shift+R
    void revokeRequested(const std::vector<tokensmith::model::Token> &tokens); ///< Del

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader(class PageHeader &header);
    void buildBody(); ///< notice, table and footer at the left, details at the right
    void connectEverything();
    void addKeys();

    void addChangeKeys();
    [[nodiscard]] std::vector<model::Token> selectedTokens() const;
    void takeTokens();
    void showStatus();
    void showProgress(const TokenListStatus &status);
    void showNotice(const TokenListStatus &status);
    void showBody(const TokenListStatus &status);
    void showFooter(const TokenListStatus &status);
    void showSelection();
    void tick();
    void escape();
    void showNothingFound();
    void clearFilters();
    void searchBetter();

    TokensPageServices m_services;
    TokenTableModel *m_model;
    TokensSearch *m_search = nullptr;
    TokensFilters *m_filters = nullptr;
    InlineMessage *m_notice = nullptr;
    InlineMessage *m_result = nullptr;
    QWidget *m_noticeRoom = nullptr;
    QStackedWidget *m_body = nullptr;
    TokensTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_better = nullptr;   ///< "Search for perm:dns"
    QPushButton *m_clearAll = nullptr; ///< drops search, chips and weeks
    TokensFooter *m_footer = nullptr;
    TokenDetailsPane *m_details = nullptr;
    SidePane *m_split = nullptr;
    QTimer *m_skeletonDelay;
    QTimer *m_ticking;
};

} // namespace tokensmith::ui
