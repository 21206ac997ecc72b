// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <vector>

namespace tokensmith::store {

class Database;

/** One tool call that has ended. No secret is in it: whoever makes one leaves them out of the arguments. */
struct CallRow
{
    enum class Outcome {
        Done,
        Refused, ///< by us or by a person: the tool did not run
        Failed,  ///< the tool ran, or its arguments were wrong
    };

    /** What the person said whom the call was put before. */
    enum class Verdict {
        NotAsked,
        Approved,
        ApprovedInline,
        Denied,
        NoAnswer, ///< in time
        Closed,   ///< before an answer: locked, the key paused, the client gone
    };

    qint64 id = 0;        ///< given by the store, in the order of arrival
    QDateTime ended = {}; ///< UTC
    QString client = {};  ///< the key's name
    QString tool = {};    ///< its name, or what a client took for one
    QString callClass{};  ///< "read", "create", "change", "revoke"; empty: there is no such tool
    Outcome outcome = Outcome::Done;
    QString error = {};
    QString code = {}; ///< of the error: base::codeName()
    QString tokenId = {};
    QString tokenName = {};
    std::chrono::milliseconds took{};   ///< without the waiting
    std::chrono::milliseconds waited{}; ///< for a person
    Verdict verdict = Verdict::NotAsked;
    QString correlationId = {};
    QString cfRay = {};
    QString effect = {};    ///< what a person was told it would do, a line each
    QString arguments = {}; ///< JSON

    [[nodiscard]] bool operator==(const CallRow &) const = default;
};

/** Which calls are wanted; what is empty does not narrow. */
struct CallFilter
{
    QDateTime since = {};
    QString client = {};
    QString text = {}; ///< in tool, client, token, cf-ray or correlation id; any case
};

/** The calls of late: kept within bounds by prune(). `database` outlives this. Errors as Database's. */
class CallStore
{
public:
    explicit CallStore(const Database &database);

    /** All of them in one transaction; their ids are given here. */
    [[nodiscard]] base::Result<base::Done> add(const std::vector<CallRow> &rows);

    /** Up to `limit` rows with an id below `before`, newest first. */
    [[nodiscard]] base::Result<std::vector<CallRow>> before(qint64 before, int limit,
                                                            const CallFilter &filter = {}) const;

    /** The highest id given so far; 0: none. */
    [[nodiscard]] base::Result<qint64> newestId() const;

    /** Drops what ended before `since`, and all but the newest `most`. */
    [[nodiscard]] base::Result<base::Done> prune(const QDateTime &since, int most);

private:
    const Database &m_database;
};

} // namespace tokensmith::store
