// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace tokensmith::store {

class Database;

/** That a person was told, `step` days before, that this token ends then. An end that was moved is another one. */
struct ExpiryNotice
{
    QString tokenId;
    QDateTime expires; ///< UTC
    int step = 0;      ///< days

    [[nodiscard]] bool operator==(const ExpiryNotice &) const = default;
};

/** Which expiry notices were given, so that each is given once, whatever restarts. `database` outlives this. */
class NoticeStore
{
public:
    explicit NoticeStore(const Database &database);

    [[nodiscard]] base::Result<std::vector<ExpiryNotice>> all() const;

    /** All of them or none; one that is there already stays. */
    [[nodiscard]] base::Result<base::Done> add(const std::vector<ExpiryNotice> &notices);

    /** Drops those of ends before `time`: nobody is told of them again. */
    [[nodiscard]] base::Result<base::Done> forgetBefore(const QDateTime &time);

private:
    const Database &m_database;
};

} // namespace tokensmith::store
