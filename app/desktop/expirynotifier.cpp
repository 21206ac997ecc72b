// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/expirynotifier.h"

#include "core/base/logging.h"
#include "core/base/text.h"
#include "ui/common/times.h"

#include <algorithm>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kSingly = 3; ///< more than that at once are one message
constexpr int kKeptDays = 60; ///< how long it is remembered what was said of a token that is over
constexpr int kSoonDays = 30;

} // namespace

ExpiryNotifier::ExpiryNotifier(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(3s);
    m_hourly.setInterval(1h);
    connect(&m_soon, &QTimer::timeout, this, &ExpiryNotifier::look);
    connect(&m_hourly, &QTimer::timeout, this, &ExpiryNotifier::look);
    connect(&m_parts.services.inventory(), &tokens::Inventory::tokensChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_parts.services.lock(), &tokens::Lock::changed, &m_soon, qOverload<>(&QTimer::start));
    m_hourly.start();
}

int ExpiryNotifier::expiringSoon() const
{
    const QDateTime now = m_parts.services.clock().now();
    const std::vector<model::Token> &all = m_parts.services.inventory().tokens();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const model::Token &token) {
        return token.expiresOn && *token.expiresOn > now && now.daysTo(*token.expiresOn) <= kSoonDays;
    }));
}

void ExpiryNotifier::look()
{
    store::NoticeStore *store = m_parts.services.noticeStore();
    if (!store || m_parts.services.lock().isLocked())
        return;
    const QDateTime now = m_parts.services.clock().now();
    const auto given = store->all();
    if (!given) {
        qCWarning(base::logApp).noquote() << given.error().message;
        return;
    }
    const tokens::DueNotices found = tokens::dueNotices({.tokens = m_parts.services.inventory().tokens(),
                                                         .steps = m_parts.settings.current().expirySteps,
                                                         .given = *given,
                                                         .now = now});
    if (found.due.empty())
        return;
    // Written first: a message too few is better than one at every look of a full disk.
    const base::Result<base::Done> kept = store->add(found.given);
    if (!kept) {
        qCWarning(base::logApp).noquote() << kept.error().message;
        return;
    }
    (void)store->forgetBefore(now.addDays(-kKeptDays));
    tell(found.due);
}

void ExpiryNotifier::tell(const std::vector<tokens::DueNotice> &due)
{
    const QDateTime now = m_parts.services.clock().now();
    if (due.size() > kSingly) {
        m_parts.notifications.show(
            {.topic = u"expiry"_s,
             .title = tr("%n tokens expire soon", nullptr, static_cast<int>(due.size())),
             .body = tr("The first is %1, %2.")
                         .arg(base::plainLine(due.front().tokenName, 80), ui::expiryWords(due.front().expires, now)),
             .action = tr("Show")});
        return;
    }
    for (const tokens::DueNotice &one : due) {
        const QString name = base::plainLine(one.tokenName, 80);
        const bool over = one.expires <= now;
        m_parts.notifications.show(
            {.topic = u"token:"_s + one.tokenId,
             .title = over ? tr("%1 has expired").arg(name)
                           : tr("%1 expires %2", "token, in 7 days").arg(name, ui::expiryWords(one.expires, now)),
             .action = tr("Show")});
    }
}

} // namespace tokensmith::app
