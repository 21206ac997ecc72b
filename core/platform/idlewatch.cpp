// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/idlewatch.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace tokensmith::platform {

namespace {

struct Question
{
    QString service;
    QString path;
    QString interface;
    QString method; ///< answers in milliseconds
};

constexpr int kAnswerTime = 2000; // ms
constexpr int kBelievedZeros = 10;

} // namespace

IdleWatch::IdleWatch(const Options &options, QObject *parent)
    : QObject(parent)
    , m_session(options.session)
    , m_leastPause(options.leastPause)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { ask(Source::Mutter); });
    m_sinceInput.start();
}

void IdleWatch::setLimit(milliseconds limit)
{
    m_limit = limit;
    ++m_number;
    m_sinceInput.restart();
    if (limit.count() > 0)
        waitFor(limit);
    else
        m_timer.stop();
}

void IdleWatch::noteInput()
{
    m_sinceInput.restart();
    if (m_limit.count() > 0 && !m_timer.isActive())
        waitFor(m_limit);
}

void IdleWatch::waitFor(milliseconds time)
{
    if (time < std::chrono::seconds(20))
        m_timer.setTimerType(Qt::CoarseTimer);
    else
        m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.start(std::max(time, milliseconds(1)));
}

void IdleWatch::ask(Source source)
{
    switch (source) {
    case Source::Mutter:
    case Source::ScreenSaver:
        if (m_session.isConnected())
            askDesktop(source);
        else
            ask(Source::OwnWindows);
        return;
    case Source::OwnWindows:
        judge(milliseconds(m_sinceInput.elapsed()));
        return;
    }
    Q_UNREACHABLE();
}

void IdleWatch::askDesktop(Source source)
{
    const Question question = source == Source::Mutter
                                  ? Question{u"org.gnome.Mutter.IdleMonitor"_s, u"/org/gnome/Mutter/IdleMonitor/Core"_s,
                                             u"org.gnome.Mutter.IdleMonitor"_s, u"GetIdletime"_s}
                                  : Question{u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s,
                                             u"org.freedesktop.ScreenSaver"_s, u"GetSessionIdleTime"_s};
    QDBusMessage message =
        QDBusMessage::createMethodCall(question.service, question.path, question.interface, question.method);
    message.setAutoStartService(false);
    auto *call = new QDBusPendingCallWatcher(m_session.asyncCall(message, kAnswerTime), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, source, number = m_number](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                if (number != m_number)
                    return;
                bool isNumber = false;
                const qulonglong value = done->reply().arguments().value(0).toULongLong(&isNumber);
                if (done->isError() || !isNumber)
                    ask(source == Source::Mutter ? Source::ScreenSaver : Source::OwnWindows);
                else
                    judgeAnswer(milliseconds(value));
            });
}

void IdleWatch::judgeAnswer(milliseconds idle)
{
    if (idle.count() > 0) {
        m_zeros = 0;
        judge(idle);
    } else if (++m_zeros < kBelievedZeros) {
        waitFor(m_leastPause);
    } else {
        // Some programs take the name and always say 0; somebody at work pauses now and then.
        ask(Source::OwnWindows);
    }
}

void IdleWatch::judge(milliseconds idle)
{
    if (m_limit.count() <= 0)
        return;
    // Input to a window of ours is known for certain, whatever the desktop says.
    const milliseconds away = std::min(idle, milliseconds(m_sinceInput.elapsed()));
    if (away >= m_limit)
        Q_EMIT expired();
    else
        waitFor(std::max(m_limit - away, m_leastPause));
}

} // namespace tokensmith::platform
