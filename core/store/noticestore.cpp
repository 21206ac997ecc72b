// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/noticestore.h"

#include "core/model/json.h"
#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

namespace tokensmith::store {

using namespace Qt::StringLiterals;

NoticeStore::NoticeStore(const Database &database)
    : m_database(database)
{
}

base::Result<std::vector<ExpiryNotice>> NoticeStore::all() const
{
    base::Result<QSqlQuery> rows = run(m_database, u"SELECT token, expires, step FROM expiry_notice"_s);
    if (!rows)
        return base::fail(std::move(rows.error()));
    std::vector<ExpiryNotice> notices;
    while (rows->next()) {
        const std::optional<QDateTime> expires = model::timeFromJson(rows->value(1).toString());
        if (!expires)
            return base::fail(damaged(m_database.path(), u"expiry_notice"_s));
        notices.push_back({.tokenId = rows->value(0).toString(), .expires = *expires, .step = rows->value(2).toInt()});
    }
    if (rows->lastError().isValid())
        return base::fail(errorFrom(rows->lastError(), m_database.path()));
    return notices;
}

base::Result<base::Done> NoticeStore::add(const std::vector<ExpiryNotice> &notices)
{
    base::Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return base::fail(std::move(transaction.error()));
    for (const ExpiryNotice &notice : notices) {
        const base::Result<QSqlQuery> added =
            run(m_database, u"INSERT OR IGNORE INTO expiry_notice (token, expires, step) VALUES (?, ?, ?)"_s,
                {notice.tokenId, model::timeToText(notice.expires), notice.step});
        if (!added)
            return base::fail(added.error());
    }
    return transaction->commit();
}

base::Result<base::Done> NoticeStore::forgetBefore(const QDateTime &time)
{
    const base::Result<QSqlQuery> forgotten =
        run(m_database, u"DELETE FROM expiry_notice WHERE expires < ?"_s, {model::timeToText(time)});
    if (!forgotten)
        return base::fail(forgotten.error());
    return base::Done{};
}

} // namespace tokensmith::store
