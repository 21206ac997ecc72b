// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/audit/activityreader.h"
#include "core/base/cancellation.h"
#include "ui/activity/activitysource.h"

#include <QHash>
#include <QTimer>

#include <deque>

namespace tokensmith::app {

/**
 * The window's activity, over the audit log and the log of calls. Reads a slice at a turn of the event loop: one reader
 * for the rows, one for the counts. What happens meanwhile is read a moment later. `services` outlives it.
 */
class ActivityController final : public ui::ActivitySource
{
    Q_OBJECT

public:
    explicit ActivityController(Services &services, QObject *parent = nullptr);
    ~ActivityController() override; ///< stops the check of the chain and an export

    void setFilter(const ui::ActivityFilter &filter) override;
    void readMore() override;
    [[nodiscard]] bool isReading() const override { return m_reading.isActive(); }
    [[nodiscard]] bool isAtEnd() const override { return !m_pages || m_pages->isAtEnd(); }
    [[nodiscard]] std::optional<base::Error> failure() const override { return m_failure; }
    [[nodiscard]] ui::ActivityCounts counts() const override { return m_counts; }
    [[nodiscard]] ui::ChainState chain() const override { return m_chain; }
    void checkChain() override;
    [[nodiscard]] base::Result<audit::ChainLink> linkOf(qint64 number) const override;
    void startExport(ui::ActivityFormat format, const QString &path) override;
    void stopExport() override;

    static constexpr std::size_t kPage = 100;
    static constexpr int kMostArrived = 2000;   ///< then the list begins anew: a flood does not fill memory
    static constexpr std::size_t kRecent = 256; ///< whose later entries are still expected

private:
    [[nodiscard]] bool isWanted(const audit::Activity &activity) const; ///< by search and days
    [[nodiscard]] bool isListed(const audit::Activity &activity) const; ///< by the kind as well
    [[nodiscard]] std::unique_ptr<audit::ActivityReader> makeReader() const;
    void restart();
    void readSlice();
    void countSlice();
    void count(const audit::Activity &activity, int by);
    void remember(const audit::Activity &activity);
    void readNew();
    template <typename Part>
    void take(const Part &part, const QString &key);
    void fail(const base::Error &error);

    Services &m_services;
    ui::ActivityFilter m_filter;
    QDateTime m_since;      ///< of the filter; invalid: all
    qint64 m_lastEntry = 0; ///< the newest that has been read
    qint64 m_lastCall = 0;
    std::unique_ptr<audit::ActivityReader> m_pages; ///< null: not asked for yet
    std::unique_ptr<audit::ActivityReader> m_counter;
    int m_arrived = 0;          ///< rows that came by themselves since the list began
    std::size_t m_pageSize = 0; ///< of the page that is being read
    ui::ActivityCounts m_counts;
    std::deque<QString> m_recentOrder; ///< oldest first
    QHash<QString, audit::Activity> m_recent;
    std::optional<base::Error> m_failure;
    ui::ChainState m_chain;
    base::CancelSource m_checking;
    base::CancelSource m_exporting;
    QTimer m_reading;
    QTimer m_counting;
    QTimer m_news; ///< puts together what comes at once
};

} // namespace tokensmith::app
