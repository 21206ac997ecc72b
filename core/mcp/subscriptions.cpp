// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/subscriptions.h"

#include "core/mcp/subscription.h"

#include <QCoroSignal>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kNotAcceptable = 406;
constexpr int kTooMany = 429;
constexpr int kStopping = 503;

RpcError refused(int httpStatus, const QString &message)
{
    return {.code = RpcCode::Refused, .message = message, .httpStatus = httpStatus};
}

/** Keeps a subscription in the list for as long as it is open. */
class Listed
{
public:
    Listed(std::list<Subscription *> &list, Subscription *one)
        : m_list(list)
        , m_at(list.insert(list.end(), one))
    {
    }
    ~Listed() { m_list.erase(m_at); }
    Q_DISABLE_COPY_MOVE(Listed)

private:
    std::list<Subscription *> &m_list;
    const std::list<Subscription *>::iterator m_at;
};

} // namespace

Subscriptions::Subscriptions(Offer offer, const ChangeFeed *changes)
    : m_offer(std::move(offer))
{
    if (changes)
        connect(changes, &ChangeFeed::changed, this, &Subscriptions::tell);
}

Subscriptions::~Subscriptions() = default;

QCoro::Task<std::optional<MethodResult>> Subscriptions::listen(QJsonValue id, QJsonValue filter, Call call)
{
    tl::expected<SubscriptionFilter, RpcError> wanted = readFilter(filter, kMostUris);
    if (!wanted)
        co_return MethodResult(tl::unexpected(wanted.error()));
    const std::optional<RpcError> no = refuse(call);
    if (no)
        co_return MethodResult(tl::unexpected(*no));

    wanted->kinds.intersect(m_offer.kinds);
    Subscription::Terms terms{.id = id, .client = call.client.name, .filter = *wanted};
    const auto subscription = std::make_unique<Subscription>(std::move(terms), call.stream);
    const Listed listed(m_open, subscription.get());
    Subscription *open = subscription.get();
    call.cancel.onCancelled(open, [open] { open->end(Subscription::End::ByClient); });
    if (open->ended() == Subscription::End::NotYet)
        open->acknowledge();
    if (open->ended() == Subscription::End::NotYet)
        co_await qCoro(open, &Subscription::finished);
    if (open->ended() == Subscription::End::ByClient)
        co_return std::nullopt;
    co_return MethodResult(open->result());
}

void Subscriptions::closeAll()
{
    m_state = State::Closed;
    forEach([](Subscription *one) { one->end(Subscription::End::ByServer); });
}

void Subscriptions::closeOf(const QString &client)
{
    forEach([&client](Subscription *one) {
        if (one->client() == client)
            one->end(Subscription::End::ByServer);
    });
}

std::optional<RpcError> Subscriptions::refuse(const Call &call) const
{
    if (m_state == State::Closed)
        return refused(kStopping, u"The server is stopping"_s);
    if (!call.stream)
        return refused(kNotAcceptable, u"subscriptions/listen answers with a stream: \"Accept\" has to name "
                                       "text/event-stream as well as application/json"_s);
    const auto own = std::count_if(m_open.cbegin(), m_open.cend(),
                                   [&call](const Subscription *one) { return one->client() == call.client.name; });
    if (own >= kMostPerClient)
        return refused(kTooMany, u"This key already listens on %1 streams; close one first"_s.arg(own));
    if (count() >= kMost)
        return refused(kTooMany, u"%1 streams are open already; try again later"_s.arg(count()));
    return std::nullopt;
}

void Subscriptions::tell(const Change &change)
{
    forEach([&change](Subscription *one) { one->tell(change); });
}

void Subscriptions::forEach(const std::function<void(Subscription *)> &act)
{
    // Any of them, and others with it, may end while it is told.
    const std::list<Subscription *> open = m_open;
    for (Subscription *subscription : open) {
        if (std::find(m_open.cbegin(), m_open.cend(), subscription) != m_open.cend())
            act(subscription);
    }
}

} // namespace tokensmith::mcp
