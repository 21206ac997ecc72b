// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/account.h"
#include "core/model/token.h"
#include "core/tokens/inventoryarchive.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

class Accounts;
class ConnectionService;
class TokenLister;

/** A list that could not be read: said, never taken for an empty one. */
struct UnreadList
{
    model::Owner owner;
    QString ownerName;
    base::Error error;
    QDateTime readAt = {}; ///< of the older rows in tokens() that stand in for it; invalid: there are none
};

/**
 * Every token of the user and of every account the bootstrap token can see, as of the last refresh.
 *
 * The window's one source. The first refresh begins with the lists kept on disk, as of the time they were read. While
 * a long refresh runs, tokens() gets the lists that it has read, a part at a time, and keeps the older ones of the
 * others; it stays as it was after a refresh that got nothing. A list that can't be read keeps its older
 * rows and is named in unread(). A refresh is background work: where Cloudflare's request budget runs low it stops, and
 * the next one begins with the oldest lists. Another bootstrap token empties the inventory, here and on disk, and a
 * refresh that was under way starts again.
 */
class Inventory final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty,   ///< never read
        Loading, ///< a refresh runs; tokens() may hold an older list
        Ready,   ///< read; unread() names what could not be
        Failed,  ///< the last refresh got nothing; tokens() may hold an older list
    };
    Q_ENUM(State)

    /** How far a refresh is, in pages. `total` grows as lists say how long they are. */
    struct Progress
    {
        int pagesDone = 0;
        int pagesTotal = 0;
    };

    /** What an inventory reads from; all must outlive it. */
    struct Sources
    {
        TokenLister &lister;
        Accounts &accounts;
        ConnectionService &connection;
        const base::Clock &clock;
        store::InventoryStore *store = nullptr; ///< null: nothing is kept on disk
    };

    explicit Inventory(Sources sources, QObject *parent = nullptr);
    ~Inventory() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::vector<model::Token> &tokens() const { return m_lists.tokens(); }
    [[nodiscard]] const std::vector<UnreadList> &unread() const { return m_unread; }
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; } ///< of a Failed refresh
    [[nodiscard]] const QDateTime &updatedAt() const { return m_updatedAt; }          ///< invalid: never
    [[nodiscard]] QDateTime readAt(const model::Owner &owner) const
    {
        return m_lists.readAt(owner);
    } ///< when its list was read; invalid: never
    [[nodiscard]] Progress progress() const { return m_progress; }

    /** The account's or user's name for a token's owner, or a short form of the id. */
    [[nodiscard]] QString ownerName(const model::Owner &owner) const;

    /** Starts a refresh unless one runs. */
    void refresh();

    /** Stops a running refresh: the lists it has read are taken, the older ones of the others stay. */
    void stop();

    /** Puts a token just made or changed into the list, here and on disk. A refresh under way keeps it. */
    void add(const model::Token &token);

    /** Takes a token that was just revoked out of the list, here and on disk. A refresh under way does not bring it
     * back. */
    void remove(const QString &tokenId);

Q_SIGNALS:
    void stateChanged();    ///< state(), error() or unread() changed
    void tokensChanged();   ///< tokens() changed
    void progressChanged(); ///< progress() changed

private:
    struct Reading;

    QCoro::Task<> run(base::CancelToken cancel); ///< runs by itself; its outcome is state()
    [[nodiscard]] QCoro::Task<> restore(base::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Reading> readEverything(base::CancelToken cancel);
    [[nodiscard]] QCoro::Task<> readLists(Reading *reading, cloudflare::CallOptions options);
    [[nodiscard]] bool isWorthShowing(const Reading &reading) const;
    void takeOver(Reading *reading);
    void settleForPart(Reading reading);
    void adopt(Reading reading);
    [[nodiscard]] std::vector<UnreadList> unreadIn(const Reading &reading) const;
    void takeOut(const QString &tokenId);
    void keep(const model::Owner &owner);
    QCoro::Task<> keepLists(base::CancelToken cancel); ///< runs by itself
    void setState(State state);
    void forget();

    Sources m_sources;
    base::CancelSource m_cancel;
    State m_state = State::Empty;
    OwnerLists m_lists;
    std::vector<model::Token> m_madeMeanwhile; ///< made or changed since the running refresh began
    QStringList m_goneMeanwhile;               ///< revoked since then
    int m_connectionNumber = 0;                ///< counts bootstrap tokens
    InventoryArchive m_archive;
    std::vector<model::Owner> m_unkept; ///< whose lists changed since they went to the disk
    bool m_isKeeping = false;
    base::CancelSource m_keeping;
    QString m_identity; ///< ConnectionService::identity() of what is here
    std::vector<UnreadList> m_unread;
    std::optional<base::Error> m_error;
    QDateTime m_updatedAt;
    Progress m_progress;
};

} // namespace tokensmith::tokens
