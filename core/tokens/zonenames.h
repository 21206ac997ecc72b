// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/token.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
class Inventory;
class Zones;

/**
 * Names for the zones that the inventory's tokens name, for a window to show.
 *
 * After begin() it looks for zones without a name whenever the inventory has been read, and lists the zones of the
 * accounts they may lie in: as background work, a page at a time, each account once an hour at most and no further than
 * kMostPages pages in all; an account none of whose zones are missing is not asked. What can't be read (no Zone Read,
 * Cloudflare is away, the request budget runs low) stays without a name, which is no error. Another bootstrap token
 * empties it.
 */
class ZoneNames final : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it. */
    struct Sources
    {
        cloudflare::ApiClient &api;
        Accounts &accounts;
        ConnectionService &connection;
        Inventory &inventory;
        Zones &zones; ///< what its lists name is not asked for again
        const base::Clock &clock;
    };

    explicit ZoneNames(const Sources &sources, QObject *parent = nullptr);
    ~ZoneNames() override;

    /** From now on names are read; a second call does nothing. */
    void begin();

    /** Stops reading until the inventory is read again. isReading() may take a moment to become false. */
    void stop();
    [[nodiscard]] bool isReading() const { return *m_reading > 0; }

    /** Empty: not known. Asks nobody. Text from outside. */
    [[nodiscard]] QString nameOf(const QString &zoneId) const;

    static constexpr int kMostPages = 200; ///< of 50 zones, after one reading of the inventory

Q_SIGNALS:
    void namesChanged();

private:
    /** What is left of kMostPages, and whether a name was found. */
    struct Round
    {
        int pagesLeft = kMostPages;
        bool foundAny = false;
    };

    /** How the reading of an account's list ended. */
    enum class End {
        Done,   ///< nothing more is wanted of it
        GiveUp, ///< others would fail as well, or nobody wants to know any more
    };

    void onInventory();
    void forget();
    QCoro::Task<> read(base::CancelToken cancel, std::shared_ptr<int> reading); ///< runs by itself
    [[nodiscard]] QCoro::Task<> gather(base::CancelToken cancel);
    [[nodiscard]] QCoro::Task<End> readAccount(QString accountId, Round *round, base::CancelToken cancel);
    void want(const model::Token &token);
    void wantZone(const QString &key, const QString &accountId);
    [[nodiscard]] bool take(const std::vector<model::Zone> &zones);
    [[nodiscard]] QStringList accountsToAsk() const;
    [[nodiscard]] bool isWanted(const QString &accountId) const;

    Sources m_sources;
    base::CancelSource m_cancel;
    std::shared_ptr<int> m_reading = std::make_shared<int>(0); ///< readings under way, stopped ones as well
    bool m_hasBegun = false;
    bool m_isRunning = false; ///< a reading that was not stopped
    bool m_isStale = false;   ///< the inventory changed since what runs began
    QString m_identity;       ///< ConnectionService::identity() of what is here
    QHash<QString, QString> m_names;
    QHash<QString, QSet<QString>> m_wanted; ///< zones without a name by the account they lie in; "": in any
    QHash<QString, QDateTime> m_askedAt;    ///< by account: its list was read, or may not be
};

} // namespace tokensmith::tokens
