// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/inventoryarchive.h"

#include "core/base/logging.h"

#include <QCoroTimer>
#include <QElapsedTimer>

#include <algorithm>
#include <span>

namespace tokensmith::tokens {

namespace {

constexpr qint64 kTurnMilliseconds = 8; // half a frame: what the event loop is kept waiting
constexpr size_t kSlice = 50;           // tokens between two looks at the clock

void warn(const char *what, const base::Error &error)
{
    qCWarning(base::logTokens).noquote() << what << error.message << error.detail;
}

/** Adds one list's tokens piece by piece; false: a piece can't be read, so the list is none. */
QCoro::Task<bool> loadPieces(const store::InventoryStore *store, store::StoredList stored,
                             std::vector<model::Token> *tokens, base::CancelToken cancel)
{
    QElapsedTimer turn;
    turn.start();
    for (int number = 0; number < stored.pieces; ++number) {
        base::Result<std::vector<model::Token>> piece = store->piece(stored, number);
        if (!piece) {
            warn("a stored token list is not used:", piece.error());
            co_return false;
        }
        std::move(piece->begin(), piece->end(), std::back_inserter(*tokens));
        if (turn.elapsed() < kTurnMilliseconds)
            continue;
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled())
            co_return false;
        turn.restart();
    }
    co_return true;
}

} // namespace

InventoryArchive::InventoryArchive(store::InventoryStore *store)
    : m_store(store)
{
}

QCoro::Task<std::vector<OwnerTokens>> InventoryArchive::load(QString identity, base::CancelToken cancel) const
{
    std::vector<OwnerTokens> all;
    if (!m_store)
        co_return all;
    const base::Result<std::vector<store::StoredList>> lists = m_store->lists(identity);
    if (!lists) {
        warn("the stored token lists are not used:", lists.error());
        co_return all;
    }
    for (const store::StoredList &stored : *lists) {
        OwnerTokens list{.owner = stored.owner, .ownerName = stored.ownerName, .readAt = stored.readAt};
        const bool whole = co_await loadPieces(m_store, stored, &list.tokens, cancel);
        if (whole)
            all.push_back(std::move(list));
    }
    if (cancel.isCancelled())
        all.clear();
    co_return all;
}

QCoro::Task<> InventoryArchive::save(QString identity, const OwnerTokens *list, base::CancelToken cancel)
{
    if (!m_store)
        co_return;
    store::TokenListEncoder encoder;
    QElapsedTimer turn;
    turn.start();
    const std::span<const model::Token> tokens(list->tokens);
    for (size_t from = 0; from < tokens.size(); from += kSlice) {
        encoder.add(tokens.subspan(from, std::min(kSlice, tokens.size() - from)));
        if (turn.elapsed() < kTurnMilliseconds)
            continue;
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled())
            co_return;
        turn.restart();
    }
    const store::StoredList stored{.owner = list->owner, .ownerName = list->ownerName, .readAt = list->readAt};
    const base::Result<store::InventoryStore::Saved> saved = m_store->replace(identity, stored, encoder.finish());
    if (!saved)
        warn("a token list is not kept:", saved.error());
}

void InventoryArchive::forgetOthers(const QString &identity)
{
    if (!m_store)
        return;
    const base::Result<base::Done> forgotten = m_store->forgetOthers(identity);
    if (!forgotten)
        warn("older token lists are not dropped:", forgotten.error());
}

void InventoryArchive::keepOnly(const QString &identity, const std::vector<model::Owner> &reach)
{
    if (!m_store)
        return;
    const base::Result<base::Done> dropped = m_store->keepOnly(identity, reach);
    if (!dropped)
        warn("older token lists are not dropped:", dropped.error());
}

} // namespace tokensmith::tokens
