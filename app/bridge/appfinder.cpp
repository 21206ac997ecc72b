// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/appfinder.h"

#include "app/bridge/requesthead.h"
#include "app/common/endpointfile.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenProbes = 100ms;
constexpr auto kPatience = 20s;                           // for an app that was started to answer
constexpr auto kReportEvery = 5s;                         // to whoever reads stderr
constexpr auto kRestart = 3s;                             // for an app that ended to come back by itself
constexpr auto kRestartNotByUs = 10s;                     // the same where nobody else will start it
constexpr std::chrono::milliseconds kBetweenStarts = 30s; // a client that asks again must not start it again and again
constexpr auto kSecondInstance = 2s; // for the app that already ran, when the started one only raised it

} // namespace

AppFinder::AppFinder(AppPlace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
    m_next.setSingleShot(true);
    m_deadline.setSingleShot(true);
    m_reports.setInterval(kReportEvery);
    connect(&m_next, &QTimer::timeout, this, &AppFinder::probe);
    connect(&m_reports, &QTimer::timeout, this, &AppFinder::report);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_probe && m_probe->isConnected())
            succeed(); // it is there, and waits for Cloudflare to judge the bootstrap token
        else
            fail(noAnswer());
    });
}

QUrl AppFinder::url() const
{
    if (!m_place.url.isEmpty())
        return m_place.url;
    const base::Result<QUrl> published = app::EndpointFile::read(m_place.endpointFile);
    return published.value_or(QUrl(u"http://127.0.0.1:8787/mcp"_s));
}

HttpExchange::Peer AppFinder::peer() const
{
    return m_place.url.isEmpty() ? HttpExchange::Peer::ThisUser : HttpExchange::Peer::Anyone;
}

void AppFinder::search(Case what)
{
    if (std::exchange(m_isSearching, true))
        return;
    m_case = what;
    m_foreign.clear();
    m_starter.reset();
    m_since.start();
    m_deadline.start(kPatience);
    m_reports.start();
    m_next.start(0ms);
}

void AppFinder::probe()
{
    QUrl health = url();
    health.setPath(u"/health"_s);
    m_probe.reset(new HttpExchange({.url = health, .head = getHead(health), .peer = peer()}));
    connect(m_probe.get(), &HttpExchange::finished, this, &AppFinder::onProbed);
    m_probe->start();
}

void AppFinder::onProbed(HttpExchange::Outcome outcome)
{
    switch (outcome) {
    case HttpExchange::Outcome::Answered:
        if (QJsonDocument::fromJson(m_probe->body()).object().contains("status"_L1))
            return succeed();
        m_foreign = u"Another program answers at %1. End it, or start Tokensmith on another port."_s;
        break;
    case HttpExchange::Outcome::KeptBack:
        m_foreign = u"Another user's program listens at %1. End it, or start Tokensmith on another port."_s;
        break;
    case HttpExchange::Outcome::NotReadable:
        m_foreign = u"What answers at %1 is not Tokensmith. End it, or start Tokensmith on another port."_s;
        break;
    case HttpExchange::Outcome::NotSent:
    case HttpExchange::Outcome::Lost:
        m_foreign.clear();
        break;
    }
    if (!m_isSearching)
        return;
    waitOrStart();
    if (m_isSearching)
        m_next.start(kBetweenProbes);
}

void AppFinder::waitOrStart()
{
    const std::chrono::milliseconds passed(m_since.elapsed());
    if (m_starter) {
        if (m_starter->hasEnded() && passed > kSecondInstance)
            fail(noAnswer());
        return;
    }
    switch (m_place.start) {
    case StartPolicy::Never:
        if (m_case == Case::NeverSeen || passed > kRestartNotByUs)
            fail(noAnswer());
        return;
    case StartPolicy::IfNeeded:
    case StartPolicy::WithoutWindow:
        if (m_case == Case::NeverSeen || passed > kRestart)
            start();
        return;
    }
    Q_UNREACHABLE();
}

void AppFinder::start()
{
    if (m_sinceFailure.isValid() && !m_sinceFailure.hasExpired(kBetweenStarts.count()))
        return fail(m_failure);
    Q_EMIT progress(u"Tokensmith is not running. Starting it…"_s);
    m_starter = std::make_unique<AppStarter>(m_place);
    m_since.start();
    m_deadline.start(kPatience);
    const base::Result<base::Done> started = m_starter->start();
    if (!started)
        fail(started.error().message);
}

void AppFinder::report()
{
    Q_EMIT progress(u"Still waiting for Tokensmith to answer (%1 s)…"_s.arg(m_since.elapsed() / 1000));
}

QString AppFinder::noAnswer() const
{
    const QString place = url().toString();
    if (!m_foreign.isEmpty())
        return m_foreign.arg(place);
    if (!m_starter)
        return u"Tokensmith does not answer at %1. Start it, then try again."_s.arg(place);
    const QString words = m_starter->lastWords();
    const QString reason = words.isEmpty() ? QString() : u" It said: %1"_s.arg(words);
    return m_starter->hasEnded()
               ? u"Tokensmith was started and ended without answering at %1.%2"_s.arg(place, reason)
               : u"Tokensmith was started and does not answer at %1 yet. Look at its window, then try again.%2"_s.arg(
                   place, reason);
}

void AppFinder::stop()
{
    m_isSearching = false;
    m_probe.reset();
    m_next.stop();
    m_deadline.stop();
    m_reports.stop();
}

void AppFinder::succeed()
{
    m_sinceFailure.invalidate();
    if (m_starter)
        Q_EMIT progress(u"Tokensmith is ready."_s);
    stop();
    Q_EMIT found();
}

void AppFinder::fail(const QString &sentence)
{
    if (m_starter) {
        m_sinceFailure.start();
        m_failure = sentence;
    }
    stop();
    Q_EMIT failed(sentence);
}

} // namespace tokensmith::bridge
