// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"
#include "core/model/token.h"
#include "core/store/tokenlistencoder.h"

#include <QDateTime>

#include <vector>

namespace tokensmith::store {

class Database;

/** A token list as it was when it was last read from Cloudflare; its tokens are read piece by piece. */
struct StoredList
{
    model::Owner owner = {};
    QString ownerName = {}; ///< an account's name at that time; may be empty
    QDateTime readAt = {};  ///< UTC
    qint64 id = 0;
    int pieces = 0;
};

/**
 * The token lists of every owner, kept per identity: a one-way name of the bootstrap token that read them, so that
 * nobody is shown what another credential saw. `database` outlives this. Errors: as Database; a damaged list is a
 * ProtocolError and no other list suffers.
 */
class InventoryStore
{
public:
    explicit InventoryStore(const Database &database);

    /** What is known under that identity, without the tokens. */
    [[nodiscard]] base::Result<std::vector<StoredList>> lists(const QString &identity) const;

    /** One piece of a list, by its number from 0. */
    [[nodiscard]] base::Result<std::vector<model::Token>> piece(const StoredList &list, int number) const;

    enum class Saved {
        Written,   ///< the list was new or different
        Unchanged, ///< only the time of reading was
    };

    /** Puts the whole list in the place of the one before, in one transaction. `list.id` and `pieces` are not used. */
    [[nodiscard]] base::Result<Saved> replace(const QString &identity, const StoredList &list,
                                              const EncodedTokens &tokens);

    /** Drops what other identities saw. */
    [[nodiscard]] base::Result<base::Done> forgetOthers(const QString &identity);

    /** Drops lists of owners that are not among `reach` any more. */
    [[nodiscard]] base::Result<base::Done> keepOnly(const QString &identity, const std::vector<model::Owner> &reach);

private:
    const Database &m_database;
};

} // namespace tokensmith::store
