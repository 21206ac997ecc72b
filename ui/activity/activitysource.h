// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/activity.h"

#include <QObject>

namespace tokensmith::ui {

/** Which activities are listed. */
struct ActivityFilter
{
    std::optional<audit::ActivityKind> kind = {}; ///< absent: all
    QString search = {};
    int days = 7; ///< today and those before; 0: all

    [[nodiscard]] bool operator==(const ActivityFilter &) const = default;
};

/** How many there are of each kind, for the search and the days chosen. */
struct ActivityCounts
{
    std::array<int, audit::kActivityKinds.size()> kinds = {};
    bool isComplete = false; ///< everything has been looked at

    [[nodiscard]] int of(audit::ActivityKind kind) const { return kinds.at(static_cast<std::size_t>(kind)); }
    [[nodiscard]] int all() const;
};

/** How the check of the chain stands. */
struct ChainState
{
    enum class State {
        Unknown,
        Checking,
        Checked, ///< `report` says with what result
        Failed,  ///< the log can't be read: `error`
    };
    State state = State::Unknown;
    qint64 done = 0; ///< entries
    qint64 all = 0;
    audit::ChainReport report = {};
    std::optional<base::Error> error = {};
};

/** How an export ended. */
struct ActivityExported
{
    qint64 written = 0;                    ///< entries or lines
    std::optional<base::Error> error = {}; ///< then there is no file
};

/** As which file the activities can be had. */
enum class ActivityFormat {
    JsonLines, ///< the entries of the chain, as they are stored
    Csv,       ///< entries and calls, one line for each activity
};

/**
 * What the Activity page reads and asks for; outlives it. Rows come in pages, newest first, and what happens meanwhile
 * by itself. One thread; nothing is announced before the function that asked for it has returned, but restarted().
 */
class ActivitySource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Begins anew: restarted(), then the first page. */
    virtual void setFilter(const ActivityFilter &filter) = 0;

    /** Asks for the next page; does nothing while one is being read or at the end. */
    virtual void readMore() = 0;
    [[nodiscard]] virtual bool isReading() const = 0;
    [[nodiscard]] virtual bool isAtEnd() const = 0;
    /** Why there are no more rows. */
    [[nodiscard]] virtual std::optional<base::Error> failure() const = 0;

    [[nodiscard]] virtual ActivityCounts counts() const = 0;

    [[nodiscard]] virtual ChainState chain() const = 0;
    virtual void checkChain() = 0; ///< does nothing while it is being checked
    [[nodiscard]] virtual base::Result<audit::ChainLink> linkOf(qint64 number) const = 0;

    /** Writes everything into a file for its owner's eyes alone, whole or not at all. One at a time. */
    virtual void startExport(ActivityFormat format, const QString &path) = 0;
    virtual void stopExport() = 0;

Q_SIGNALS:
    void restarted();
    void pageRead(const std::vector<tokensmith::audit::Activity> &activities);
    void arrived(const tokensmith::audit::Activity &activity); ///< is the newest now
    void changed(const tokensmith::audit::Activity &activity); ///< the one of that key, if it is listed
    void left(const QString &key);                             ///< does not fit the filter any more
    void statusChanged();                                      ///< reading, its end, its failure
    void countsChanged();
    void chainChanged();
    void exportAdvanced(qint64 done, qint64 all);
    void exportEnded(const tokensmith::ui::ActivityExported &exported);
};

} // namespace tokensmith::ui
