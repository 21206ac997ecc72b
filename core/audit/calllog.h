// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/callstore.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace tokensmith::audit {

using store::CallRow;

/**
 * Every tool call of late beside the audit log: reads too, with how long they took and what a person said. Bounded: the
 * newest 10 000 of the last 30 days. A call does not wait for it: rows are written together a moment later. One that
 * the disk refuses is logged and lost, since what changed anything is in the audit log as well.
 */
class CallLog final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::unique_ptr<store::CallStore> store = {}; ///< null: nothing is kept
        const base::Clock &clock;                     ///< outlives it
    };

    explicit CallLog(Parts parts, QObject *parent = nullptr);
    ~CallLog() override; ///< writes what waits

    /** Takes a call that has ended; sets its time where it has none. Texts are cut to one line. */
    void add(CallRow row);

    /** Writes what waits; before the program ends, and before reading. */
    void flush();

    /** Newest first: up to `limit` calls with an id below `before`. */
    [[nodiscard]] base::Result<std::vector<CallRow>> before(qint64 before, int limit,
                                                            const store::CallFilter &filter = {}) const;

    /** The highest id on disk; 0: none. */
    [[nodiscard]] base::Result<qint64> newestId() const;

    static constexpr int kMost = 10'000;
    static constexpr int kDays = 30;
    static constexpr std::chrono::milliseconds kWriteAfter{200};
    static constexpr int kPruneEvery = 500;           ///< calls, so there may be that many more for a while
    static constexpr qsizetype kMostArguments = 8192; ///< characters; longer ones are left out

Q_SIGNALS:
    void added(); ///< some are on disk

private:
    void prune();

    const Parts m_parts;
    std::vector<CallRow> m_waiting;
    QTimer m_write;
    int m_sincePruned = 0;
};

} // namespace tokensmith::audit
