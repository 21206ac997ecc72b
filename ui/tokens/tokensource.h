// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/owner.h"
#include "core/model/token.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::ui {

/** How the list of tokens stands. */
struct TokenListStatus
{
    enum class State {
        Empty,   ///< never read
        Loading, ///< being read; tokens() may hold an older list
        Ready,
        Failed, ///< could not be read; tokens() may hold an older list
    };

    /** A list of some owner that could not be read: missing from tokens(), or there as it was earlier. */
    struct Missing
    {
        QString ownerName;
        base::Error error;
        QDateTime readAt = {}; ///< of the older rows that stand in for it; invalid: there are none
    };

    State state = State::Empty;
    int pagesDone = 0;
    int pagesTotal = 0;                    ///< 0: not known yet
    QDateTime updatedAt = {};              ///< of tokens(); invalid: never read
    std::optional<base::Error> error = {}; ///< why the last reading failed; stays while one that found no network is
                                           ///< tried again
    std::vector<Missing> missing = {};
    QDateTime nextTryAt = {}; ///< when it is read again unasked; invalid: it is not, or just now
};

/** True from a reading that did not reach Cloudflare until one does: an older list may be shown, changes can't be made.
 */
[[nodiscard]] bool isOffline(const TokenListStatus &status);

/**
 * What the Tokens page reads and asks for. The page is handed one by reference; it must outlive the page. One thread.
 */
class TokenSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual TokenListStatus status() const = 0;
    [[nodiscard]] virtual const std::vector<model::Token> &tokens() const = 0;

    /** A name for a person or an account, or a short form of its id. Text from outside. */
    [[nodiscard]] virtual QString ownerName(const model::Owner &owner) const = 0;

    /** A zone's name; empty: not known, the id has to stand in. Text from outside. */
    [[nodiscard]] virtual QString zoneName(const QString &zoneId) const = 0;

    virtual void refresh() = 0; ///< does nothing while loading; need not wait for nextTryAt
    virtual void stop() = 0;    ///< does nothing unless loading

Q_SIGNALS:
    void statusChanged();
    void namesChanged();  ///< zoneName() answers otherwise
    void tokensChanged(); ///< at once, before anything else is done: tokens() is borrowed by the table's model
};

} // namespace tokensmith::ui
