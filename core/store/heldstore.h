// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <vector>

namespace tokensmith::store {

class Database;

/** That the keychain holds the secret of a token: which, since when and for whom. The secret is in the keychain only.
 */
struct HeldSecret
{
    QString tokenId;
    QString tokenName;
    QString client; ///< the key that asked for it; empty: the person at the window
    QDateTime heldAt;

    [[nodiscard]] bool operator==(const HeldSecret &) const = default;
};

/** What the keychain can't be asked: which secrets of ours it holds. `database` outlives this. Errors as Database's. */
class HeldStore final : public QObject
{
    Q_OBJECT

public:
    explicit HeldStore(const Database &database, QObject *parent = nullptr);

    /** Newest first. */
    [[nodiscard]] base::Result<std::vector<HeldSecret>> all() const;

    /** Replaces what was said of that token before. */
    [[nodiscard]] base::Result<base::Done> put(const HeldSecret &held);

    /** After Done there is nothing of that token. */
    [[nodiscard]] base::Result<base::Done> remove(const QString &tokenId);

Q_SIGNALS:
    void changed(); ///< by this program

private:
    const Database &m_database;
};

} // namespace tokensmith::store
