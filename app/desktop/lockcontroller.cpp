// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/lockcontroller.h"

#include "ui/common/deliver.h"

#include <QCoreApplication>
#include <QEvent>

namespace tokensmith::app {

namespace {

bool isInput(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove
           || type == QEvent::Wheel || type == QEvent::TouchBegin;
}

} // namespace

LockController::LockController(Services &services, const settings::SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_session({.session = QDBusConnection::sessionBus(),
                 .system = QDBusConnection::systemBus(),
                 .reason = tr("Forget the bootstrap token")})
    , m_idle({.session = QDBusConnection::sessionBus()})
{
    const auto withScreen = [this] {
        if (m_settings.current().lockWithScreen)
            lock();
    };
    connect(&m_session, &platform::SessionLock::locked, this, withScreen);
    connect(&m_session, &platform::SessionLock::sleepSoon, this, withScreen);
    connect(&m_idle, &platform::IdleWatch::expired, this, &LockController::lock);
    connect(&m_settings, &settings::SettingsStore::changed, this, &LockController::applySettings);
    connect(&m_services.lock(), &tokens::Lock::changed, this, &LockController::changed);
    QCoreApplication::instance()->installEventFilter(this);
    applySettings();
}

void LockController::applySettings()
{
    const std::chrono::minutes limit = m_settings.current().lockAfter;
    if (limit == m_limit)
        return;
    m_limit = limit;
    m_idle.setLimit(limit);
}

bool LockController::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()) && event->spontaneous())
        m_idle.noteInput();
    return QObject::eventFilter(watched, event);
}

void LockController::lock()
{
    if (!m_services.connection().current())
        return;
    m_services.inventory().stop();
    m_services.lock().lock();
}

void LockController::unlock()
{
    ui::deliver(m_services.findBootstrapToken(), this, [this](const base::Result<bool> &found) {
        if (!found)
            Q_EMIT unlockFailed(found.error());
        else if (*found)
            m_services.lock().unlock();
        else
            Q_EMIT unlockFailed({.code = base::Error::Code::NotFound,
                                 .message = tr("The keychain holds no bootstrap token any more. Quit, start "
                                               "Tokensmith again and connect Cloudflare.")});
    });
}

} // namespace tokensmith::app
