// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/activitycontroller.h"

#include "app/desktop/activityexport.h"
#include "ui/common/deliver.h"

#include <limits>

namespace tokensmith::app {

using namespace std::chrono_literals;
using audit::Activity;
using audit::ActivityReader;
using audit::CallRow;
using audit::NumberedEntry;
using ui::ChainState;

namespace {

constexpr auto kNewsAfter = 100ms;
constexpr int kMostNews = 1000; // more at once and the list begins anew

} // namespace

ActivityController::ActivityController(Services &services, QObject *parent)
    : ActivitySource(parent)
    , m_services(services)
{
    connect(&m_reading, &QTimer::timeout, this, &ActivityController::readSlice);
    connect(&m_counting, &QTimer::timeout, this, &ActivityController::countSlice);
    m_news.setSingleShot(true);
    m_news.setInterval(kNewsAfter);
    connect(&m_news, &QTimer::timeout, this, &ActivityController::readNew);
    const auto expect = [this] {
        if (m_pages && !m_news.isActive())
            m_news.start();
    };
    connect(&services.audit(), &audit::AuditLog::added, this, expect);
    connect(&services.calls(), &audit::CallLog::added, this, expect);
}

ActivityController::~ActivityController()
{
    m_checking.cancel();
    m_exporting.cancel();
}

bool ActivityController::isWanted(const Activity &activity) const
{
    return (!m_since.isValid() || audit::timeOf(activity) >= m_since) && audit::matches(activity, m_filter.search);
}

bool ActivityController::isListed(const Activity &activity) const
{
    return isWanted(activity) && (!m_filter.kind || *m_filter.kind == audit::kindOf(activity));
}

std::unique_ptr<ActivityReader> ActivityController::makeReader() const
{
    return std::make_unique<ActivityReader>(
        m_services.audit(), m_services.calls(),
        ActivityReader::Range{.since = m_since, .lastEntry = m_lastEntry, .lastCall = m_lastCall});
}

void ActivityController::setFilter(const ui::ActivityFilter &filter)
{
    m_filter = filter;
    restart();
}

void ActivityController::restart()
{
    m_services.calls().flush();
    m_news.stop();
    m_failure.reset();
    m_recent.clear();
    m_recentOrder.clear();
    m_counts = {};
    m_arrived = 0;
    m_since = {};
    if (m_filter.days > 0)
        m_since = m_services.clock().now().toLocalTime().date().addDays(1 - m_filter.days).startOfDay().toUTC();
    const base::Result<qint64> entries = m_services.audit().count();
    const base::Result<qint64> calls = m_services.calls().newestId();
    m_lastEntry = entries.value_or(0);
    m_lastCall = calls.value_or(0);
    m_pages = makeReader();
    m_counter = makeReader();
    Q_EMIT restarted();
    if (!entries || !calls) {
        fail(entries ? calls.error() : entries.error());
        return;
    }
    m_counting.start(0);
    readMore();
    Q_EMIT countsChanged();
}

void ActivityController::fail(const base::Error &error)
{
    m_reading.stop();
    m_counting.stop();
    m_failure = error;
    Q_EMIT statusChanged();
}

void ActivityController::readMore()
{
    if (isReading() || isAtEnd() || m_failure)
        return;
    m_pageSize = 0;
    m_reading.start(0);
    Q_EMIT statusChanged();
}

void ActivityController::readSlice()
{
    const base::Result<std::vector<Activity>> slice = m_pages->next();
    if (!slice) {
        fail(slice.error());
        return;
    }
    std::vector<Activity> listed;
    for (const Activity &activity : *slice) {
        if (isListed(activity))
            listed.push_back(activity);
    }
    m_pageSize += listed.size();
    const bool isDone = m_pageSize >= kPage || m_pages->isAtEnd();
    if (isDone)
        m_reading.stop();
    if (!listed.empty())
        Q_EMIT pageRead(listed);
    if (isDone)
        Q_EMIT statusChanged();
}

void ActivityController::countSlice()
{
    const base::Result<std::vector<Activity>> slice = m_counter->next();
    if (!slice) {
        fail(slice.error());
        return;
    }
    for (const Activity &activity : *slice) {
        count(activity, 1);
        if (m_recent.size() < static_cast<qsizetype>(kRecent) && !m_recent.contains(activity.key)) {
            m_recent.insert(activity.key, activity);
            m_recentOrder.push_front(activity.key);
        }
    }
    m_counts.isComplete = m_counter->isAtEnd();
    if (m_counts.isComplete)
        m_counting.stop();
    Q_EMIT countsChanged();
}

void ActivityController::count(const Activity &activity, int by)
{
    if (isWanted(activity))
        m_counts.kinds.at(static_cast<std::size_t>(audit::kindOf(activity))) += by;
}

void ActivityController::remember(const Activity &activity)
{
    if (!m_recent.contains(activity.key))
        m_recentOrder.push_back(activity.key);
    m_recent.insert(activity.key, activity);
    while (m_recentOrder.size() > kRecent) {
        m_recent.remove(m_recentOrder.front());
        m_recentOrder.pop_front();
    }
}

/** What has been written since; what it belongs to may be listed already. */
void ActivityController::readNew()
{
    if (m_failure || m_counting.isActive()) { // first what was there
        if (!m_failure)
            m_news.start();
        return;
    }
    const base::Result<std::vector<NumberedEntry>> entries =
        m_services.audit().before(std::numeric_limits<qint64>::max(), kMostNews);
    const base::Result<std::vector<CallRow>> calls =
        m_services.calls().before(std::numeric_limits<qint64>::max(), kMostNews);
    if (!entries || !calls) {
        fail(entries ? calls.error() : entries.error());
        return;
    }
    const bool isMore = (entries->size() == kMostNews && entries->back().number > m_lastEntry + 1)
                        || (calls->size() == kMostNews && calls->back().id > m_lastCall + 1);
    if (isMore) {
        restart();
        return;
    }
    for (auto at = entries->rbegin(); at != entries->rend(); ++at) {
        if (at->number > m_lastEntry) {
            m_lastEntry = at->number;
            take(*at, audit::keyOf(*at));
        }
    }
    for (auto at = calls->rbegin(); at != calls->rend(); ++at) {
        if (at->id > m_lastCall) {
            m_lastCall = at->id;
            take(*at, audit::keyOf(*at));
        }
    }
    if (m_arrived > kMostArrived)
        restart();
    else
        Q_EMIT countsChanged();
}

template <typename Part>
void ActivityController::take(const Part &part, const QString &key)
{
    const auto known = m_recent.constFind(key);
    const bool isKnown = known != m_recent.constEnd();
    Activity activity = isKnown ? *known : Activity{.key = key};
    const bool wasListed = isKnown && isListed(activity);
    if (isKnown)
        count(activity, -1);
    if constexpr (std::is_same_v<Part, CallRow>)
        activity.call = part;
    else
        activity.entries.insert(activity.entries.begin(), part);
    count(activity, 1);
    remember(activity);
    const bool isNowListed = isListed(activity);
    if (wasListed && isNowListed) {
        Q_EMIT changed(activity);
    } else if (wasListed) {
        Q_EMIT left(key);
    } else if (isNowListed) {
        ++m_arrived;
        Q_EMIT arrived(activity);
    }
}

void ActivityController::checkChain()
{
    if (m_chain.state == ChainState::State::Checking)
        return;
    const base::Result<qint64> all = m_services.audit().count();
    m_chain = {.state = ChainState::State::Checking, .all = all.value_or(0)};
    m_checking = base::CancelSource();
    Q_EMIT chainChanged();
    const audit::Steps steps = [this](qint64 done, qint64 of) {
        m_chain.done = done;
        m_chain.all = of;
        Q_EMIT chainChanged();
    };
    ui::deliver(m_services.audit().verifyChain(m_checking.token(), steps), this,
                [this](const base::Result<audit::ChainReport> &report) {
                    if (report)
                        m_chain = {.state = ChainState::State::Checked, .report = *report};
                    else
                        m_chain = {.state = ChainState::State::Failed, .error = report.error()};
                    Q_EMIT chainChanged();
                });
}

base::Result<audit::ChainLink> ActivityController::linkOf(qint64 number) const
{
    return m_services.audit().linkOf(number);
}

void ActivityController::startExport(ui::ActivityFormat format, const QString &path)
{
    m_exporting.cancel();
    m_exporting = base::CancelSource();
    m_services.calls().flush();
    const base::CancelToken cancel = m_exporting.token();
    const QPointer<ActivityController> self(this);
    const audit::Steps steps = [self](qint64 done, qint64 all) {
        if (self)
            Q_EMIT self->exportAdvanced(done, all);
    };
    const ExportTask task{.log = m_services.audit(), .calls = m_services.calls(), .path = path, .steps = steps};
    ui::deliver(exportActivity(task, format, cancel), this, [this](const base::Result<qint64> &written) {
        if (written)
            Q_EMIT exportEnded({.written = *written});
        else
            Q_EMIT exportEnded({.error = written.error()});
    });
}

void ActivityController::stopExport()
{
    m_exporting.cancel();
}

} // namespace tokensmith::app
