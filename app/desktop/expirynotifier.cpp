// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/expirynotifier.h"

#include "core/base/logging.h"
#include "core/base/text.h"
#include "ui/common/times.h"

#include <algorithm>
#include <utility>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSlice = 8ms;  ///< of a search, between two turns of the event loop
constexpr size_t kSingly = 3; ///< more than that at once are one message
constexpr int kKeptDays = 60; ///< how long it is remembered what was said of a token that is over
constexpr int kSoonDays = 30;
const QString kTogether = QStringLiteral("expiry");

QString topicOf(const QString &tokenId)
{
    return u"token:"_s + tokenId;
}

} // namespace

ExpiryNotifier::ExpiryNotifier(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(3s);
    m_hourly.setInterval(1h);
    m_turn.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ExpiryNotifier::begin);
    connect(&m_hourly, &QTimer::timeout, this, &ExpiryNotifier::begin);
    connect(&m_turn, &QTimer::timeout, this, &ExpiryNotifier::look);
    connect(&m_parts.services.inventory(), &tokens::Inventory::tokensChanged, this, [this] {
        forget(); // the list is another
        m_soon.start();
    });
    connect(&m_parts.notifications, &platform::Notifications::shown, this, &ExpiryNotifier::onShown);
    connect(&m_parts.notifications, &platform::Notifications::failed, this,
            [this](const QString &topic) { m_asked.remove(topic); });
    connect(&m_parts.services.lock(), &tokens::Lock::changed, this, [this] {
        forget();
        m_soon.start();
    });
    m_hourly.start();
}

int ExpiryNotifier::expiringSoon() const
{
    const qint64 now = m_parts.services.clock().now().toMSecsSinceEpoch();
    const qint64 last = m_parts.services.clock().now().addDays(kSoonDays).toMSecsSinceEpoch();
    const std::vector<model::Token> &all = m_parts.services.inventory().tokens();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const model::Token &token) {
        const qint64 expires = token.expiresOn ? token.expiresOn->toMSecsSinceEpoch() : now;
        return expires > now && expires <= last;
    }));
}

void ExpiryNotifier::forget()
{
    m_turn.stop();
    m_search.reset();
}

void ExpiryNotifier::begin()
{
    forget();
    store::NoticeStore *store = m_parts.services.noticeStore();
    if (!store || m_parts.services.lock().isLocked())
        return;
    auto given = store->all();
    if (!given) {
        qCWarning(base::logApp).noquote() << given.error().message;
        return;
    }
    given->insert(given->end(), m_told.begin(), m_told.end());
    for (const std::vector<store::ExpiryNotice> &asked : std::as_const(m_asked))
        given->insert(given->end(), asked.begin(), asked.end());
    m_search.emplace(tokens::NoticeTerms{.steps = m_parts.settings.current().expirySteps,
                                         .given = *std::move(given),
                                         .now = m_parts.services.clock().now()});
    m_turn.start();
}

void ExpiryNotifier::look()
{
    if (!m_search->work(m_parts.services.inventory().tokens(), kSlice))
        return;
    const tokens::DueNotices found = m_search->take();
    forget();
    if (found.due.empty())
        return;
    const bool singly = found.due.size() <= kSingly;
    for (const store::ExpiryNotice &notice : found.given)
        m_asked[singly ? topicOf(notice.tokenId) : kTogether].push_back(notice);
    tell(found.due);
}

void ExpiryNotifier::onShown(const QString &topic)
{
    const std::vector<store::ExpiryNotice> notices = m_asked.take(topic);
    store::NoticeStore *store = m_parts.services.noticeStore();
    if (notices.empty() || !store)
        return;
    // Remembered here as well: a message too few is better than one at every look of a full disk.
    m_told.insert(m_told.end(), notices.begin(), notices.end());
    const base::Result<base::Done> kept = store->add(notices);
    if (!kept)
        qCWarning(base::logApp).noquote() << kept.error().message;
    (void)store->forgetBefore(m_parts.services.clock().now().addDays(-kKeptDays));
}

void ExpiryNotifier::tell(const std::vector<tokens::DueNotice> &due)
{
    if (due.size() <= kSingly) {
        for (const tokens::DueNotice &one : due)
            tellOne(one);
        return;
    }
    const QDateTime now = m_parts.services.clock().now();
    const tokens::DueNotice &first = due.front();
    const QString name = base::plainLine(first.tokenName, 80);
    const QString words = first.expires <= now
                              ? tr("The first is %1, which has expired.").arg(name)
                              : tr("The first is %1, %2.").arg(name, ui::expiryWords(first.expires, now));
    m_parts.notifications.show(
        {.topic = kTogether,
         .title = tr("%n tokens expire soon or have expired", nullptr, static_cast<int>(due.size())),
         .body = words,
         .action = tr("Show")});
}

void ExpiryNotifier::tellOne(const tokens::DueNotice &due)
{
    const QDateTime now = m_parts.services.clock().now();
    const QString name = base::plainLine(due.tokenName, 80);
    m_parts.notifications.show(
        {.topic = topicOf(due.tokenId),
         .title = due.expires <= now
                      ? tr("%1 has expired").arg(name)
                      : tr("%1 expires %2", "token, in 7 days").arg(name, ui::expiryWords(due.expires, now)),
         .action = tr("Show")});
}

} // namespace tokensmith::app
