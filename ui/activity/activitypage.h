// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/activity/activitysource.h"

#include <QWidget>

#include <functional>

class QStackedWidget;
class QTimer;

namespace tokensmith::ui {

class ActivityDetailsPane;
class ActivityFilters;
class ActivityHeader;
class ActivityModel;
class ActivityTable;
class EmptyState;
class InlineMessage;
class Label;
struct MessageContent;
class ProgressLine;
class SidePane;
class Theme;

/** What the page needs; all must outlive it. */
struct ActivityPageServices
{
    const Theme &theme;
    const base::Clock &clock;
    ActivitySource &source;
};

/**
 * The Activity page: what clients and people did, newest first, and whether the chained log is whole. Reads nothing
 * before it is shown. Keys: Ctrl+F searches, Ctrl+E exports, F5 checks the chain, Enter opens the details, Esc clears
 * the search or closes them. In a window narrower than 1160 px the details cover the list's right side.
 */
class ActivityPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(const ActivityPageServices &services, QWidget *parent = nullptr);
    ~ActivityPage() override;

    /** Says above the list how something ended, with a button named activityResultAct. */
    void showResult(const MessageContent &result, const QString &button, std::function<void()> act);

Q_SIGNALS:
    void exportRequested();
    void tokenRequested(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeFooter(QWidget *parent);
    void connectEverything();
    void addKeys();
    void applyFilter();
    void showChain();
    void showStatus();
    void showNothing();
    [[nodiscard]] bool isNew() const; ///< nothing was ever written
    void showCounts();
    void showChosen();
    void applyMode();
    void escape();

    ActivityPageServices m_services;
    ActivityModel *m_model;
    ActivityHeader *m_header;
    QTimer *m_searchDelay;
    bool m_begun = false; ///< the first page was asked for
    bool m_isFiltering = false;
    bool m_isEmpty = false; ///< the empty state stands in the list's place
    InlineMessage *m_chainMessage = nullptr;
    InlineMessage *m_result = nullptr;
    QWidget *m_chainRoom = nullptr;  ///< the message with room around it
    QWidget *m_resultRoom = nullptr; ///< likewise
    ActivityFilters *m_filters = nullptr;
    ProgressLine *m_progress = nullptr;
    QStackedWidget *m_body = nullptr;
    ActivityTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_all = nullptr;   ///< the button that shows everything, in the empty state
    QWidget *m_retry = nullptr; ///< likewise
    Label *m_count = nullptr;
    ActivityDetailsPane *m_details = nullptr;
    SidePane *m_split = nullptr;
};

} // namespace tokensmith::ui
