// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/entry.h"
#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/auditstore.h"

#include <QIODevice>
#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace tokensmith::audit {

/** What checking the chain found. */
struct ChainReport
{
    enum class State {
        Intact,
        Broken, ///< `problem` says what and where
    };
    enum class Fault {
        None,
        Changed,  ///< the entry is not what was written
        Moved,    ///< the entry that belongs here stands further down
        Missing,  ///< there is none of this number
        CutOff,   ///< it and those after it are gone
        Added,    ///< it was not written by us
        OtherEnd, ///< the noted end is another one
    };
    State state = State::Intact;
    Fault fault = Fault::None;
    qint64 checked = 0;   ///< entries that fit
    qint64 firstBad = 0;  ///< number of the first entry that does not; 0: none
    QString problem = {}; ///< a sentence
};

/** An entry with its place in the log. */
struct NumberedEntry
{
    qint64 number = 0;
    Entry entry = {};
};

/** How an entry is tied to the one before it. */
struct ChainLink
{
    enum class Fit { Matches, Differs };
    QByteArray hash = {};   ///< as it is stored
    QByteArray before = {}; ///< of the entry before; 32 zero bytes for the first
    Fit fit = Fit::Matches;
};

/** How far a long task is: entries done and, as known at its start, all of them. */
using Steps = std::function<void(qint64 done, qint64 all)>;

/**
 * The append-only log. Writing never fails for the caller: what the disk refuses is reported loudly, held in memory and
 * written with the next entry, so that a token just made is not lost for want of a log line.
 */
class AuditLog final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        store::AuditStore *store = nullptr; ///< null: there is no database, and each entry is reported as unwritten
        const base::Clock &clock;
        std::function<void(const QByteArray &line)> mirror = {}; ///< gets every entry, too; empty: nobody
    };

    explicit AuditLog(Parts parts, QObject *parent = nullptr);

    /** Adds an entry; sets its time where it has none. */
    void add(Entry entry);

    /** Entries the disk has not taken yet, and why not. */
    [[nodiscard]] qsizetype waitingCount() const { return static_cast<qsizetype>(m_waiting.size()); }
    [[nodiscard]] const std::optional<base::Error> &failure() const { return m_failure; }

    /** Newest first: up to `limit` entries before number `before`. */
    [[nodiscard]] base::Result<std::vector<NumberedEntry>> before(qint64 number, int limit) const;
    [[nodiscard]] base::Result<qint64> count() const;

    /** Checks every entry, a few hundred at a turn of the event loop. Errors: why the log can't be read. */
    [[nodiscard]] base::Async<ChainReport> verifyChain(base::CancelToken cancel = {}, Steps steps = {}) const;

    /** That of one entry. Errors: NotFound where it or the one before it is gone. */
    [[nodiscard]] base::Result<ChainLink> linkOf(qint64 number) const;

    /** Writes all entries as JSON lines; returns how many. `device` is open and outlives the task. */
    [[nodiscard]] base::Async<qint64> exportTo(QIODevice *device, base::CancelToken cancel = {},
                                               Steps steps = {}) const;

    static constexpr qsizetype kMostWaiting = 1000;
    static constexpr int kSlice = 500;

Q_SIGNALS:
    void added();
    void failed(const QString &sentence); ///< an entry could not be written; it is held

private:
    [[nodiscard]] base::Result<base::Done> writeWaiting();
    void report(const base::Error &error);

    const Parts m_parts;
    std::deque<QByteArray> m_waiting;
    std::optional<base::Error> m_failure;
};

} // namespace tokensmith::audit
