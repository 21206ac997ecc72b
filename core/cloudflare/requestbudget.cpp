// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/requestbudget.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;

namespace {

/** One item of a list header, `"name";key=number;…`. */
struct Item
{
    QString name;
    std::map<QString, int> numbers = {};

    [[nodiscard]] std::optional<int> number(const QString &key) const
    {
        const auto found = numbers.find(key);
        return found == numbers.end() ? std::nullopt : std::optional(found->second);
    }
};

/** Every item of every header of that name; what is no such item is passed over. */
std::vector<Item> itemsOf(const HttpAnswer &answer, QByteArrayView header)
{
    static const QRegularExpression item(
        uR"re((?:"((?:[^"\\]|\\.)*)"|([A-Za-z*][^\s;,"]*))((?:\s*;\s*[a-z*][\w.*-]*(?:=(?:"[^"]*"|[^\s;,"]*))?)*))re"_s);
    static const QRegularExpression parameter(uR"(;\s*([a-z]+)=(\d{1,9})(?![\d.]))"_s);
    std::vector<Item> items;
    for (const auto &[name, value] : answer.headers) {
        if (name.compare(header, Qt::CaseInsensitive) != 0)
            continue;
        const QString text = QString::fromLatin1(value.left(4000));
        for (const QRegularExpressionMatch &found : item.globalMatch(text)) {
            Item read{.name = found.captured(1) + found.captured(2)};
            const QString parameters = found.captured(3);
            for (const QRegularExpressionMatch &pair : parameter.globalMatch(parameters))
                read.numbers.insert_or_assign(pair.captured(1), pair.captured(2).toInt());
            items.push_back(std::move(read));
        }
    }
    return items;
}

/**
 * The quota of that window. Cloudflare's own example names the policy otherwise than the window: then the smallest
 * quota that leaves as much.
 */
int quotaOf(const Item &window, const std::vector<Item> &policies)
{
    std::optional<int> fitting;
    for (const Item &policy : policies) {
        const std::optional<int> quota = policy.number(u"q"_s);
        if (!quota)
            continue;
        if (policy.name == window.name)
            return *quota;
        if (*quota >= window.number(u"r"_s).value_or(0))
            fitting = std::min(fitting.value_or(*quota), *quota);
    }
    return fitting.value_or(RequestBudget::kUsualQuota);
}

std::optional<qint64> numberIn(const HttpAnswer &answer, QByteArrayView header)
{
    bool isNumber = false;
    const qint64 number = answer.header(header).toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

bool RequestBudget::Window::isExhausted() const
{
    return remaining <= std::min(kMostReserve, quota / 20);
}

RequestBudget::RequestBudget(const base::Clock &clock)
    : m_clock(clock)
{
}

void RequestBudget::note(const HttpAnswer &answer)
{
    constexpr qint64 kFirstMoment = 1'000'000'000; // above it a reset is a moment, below it seconds from now
    const QDateTime now = m_clock.now();
    const std::vector<Item> policies = itemsOf(answer, "ratelimit-policy");
    for (const Item &item : itemsOf(answer, "ratelimit")) {
        const std::optional<int> left = item.number(u"r"_s);
        const std::optional<int> seconds = item.number(u"t"_s);
        if (left && seconds)
            m_windows[item.name] = {
                .remaining = *left, .resetsAt = now.addSecs(*seconds), .quota = quotaOf(item, policies)};
    }
    const std::optional<qint64> older = numberIn(answer, "x-ratelimit-remaining");
    const std::optional<qint64> reset = numberIn(answer, "x-ratelimit-reset");
    if (older && reset) {
        const qint64 quota = numberIn(answer, "x-ratelimit-limit").value_or(kUsualQuota);
        m_windows[u"x-ratelimit"_s] = {
            .remaining = static_cast<int>(std::min<qint64>(*older, kFirstMoment)),
            .resetsAt = *reset > kFirstMoment ? QDateTime::fromSecsSinceEpoch(*reset, Qt::UTC) : now.addSecs(*reset),
            .quota = static_cast<int>(std::min<qint64>(quota, kFirstMoment))};
    }
    if (const std::optional<qint64> wait = numberIn(answer, "retry-after"); wait && answer.status == 429)
        m_windows[u"retry-after"_s] = {.remaining = 0, .resetsAt = now.addSecs(std::min<qint64>(*wait, 86'400))};
}

std::vector<RequestBudget::Window> RequestBudget::open() const
{
    std::vector<Window> windows;
    for (const auto &[name, window] : m_windows) {
        if (m_clock.now() < window.resetsAt)
            windows.push_back(window);
    }
    return windows;
}

bool RequestBudget::allows(Priority priority) const
{
    const std::vector<Window> windows = open();
    return priority == Priority::Interactive
           || std::none_of(windows.begin(), windows.end(), [](const Window &window) { return window.isExhausted(); });
}

std::chrono::seconds RequestBudget::untilReset() const
{
    qint64 seconds = 1;
    for (const Window &window : open()) {
        if (window.isExhausted())
            seconds = std::max(seconds, m_clock.now().secsTo(window.resetsAt));
    }
    return std::chrono::seconds(seconds);
}

int RequestBudget::remaining() const
{
    int least = -1;
    for (const Window &window : open())
        least = least < 0 ? window.remaining : std::min(least, window.remaining);
    return least;
}

} // namespace tokensmith::cloudflare
