// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopsettings.h"

#include "ui/common/times.h"

#include <QCoreApplication>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using ui::Ability;
using ui::ConnectionWords;

namespace {

Ability missing(const QString &why)
{
    return {.state = Ability::State::Missing, .why = why};
}

QString kindOf(const model::Owner &owner)
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return DesktopSettings::tr("User token");
    case model::Owner::Kind::Account:
        return DesktopSettings::tr("Account token");
    }
    Q_UNREACHABLE();
}

} // namespace

DesktopSettings::DesktopSettings(const Parts &parts, QObject *parent)
    : SettingsHost(parent)
    , m_parts(parts)
    , m_autostart({.directory = platform::Autostart::defaultDirectory(),
                   .program = QCoreApplication::applicationFilePath(),
                   .name = u"Tokensmith"_s})
{
    connect(&m_parts.tray, &platform::TrayHost::available, this, &SettingsHost::changed);
    connect(&m_parts.tray, &platform::TrayHost::lost, this, &SettingsHost::changed);
    connect(&m_parts.session, &platform::SessionLock::availabilityChanged, this, &SettingsHost::changed);
    connect(&m_parts.services.connection(), &tokens::ConnectionService::connectionChanged, this,
            &SettingsHost::changed);
}

ConnectionWords DesktopSettings::connection() const
{
    if (m_parts.services.options().mode == Mode::Sandbox)
        return {.name = tr("Sandbox"),
                .detail = tr("A simulated Cloudflare, new at every start"),
                .token = ConnectionWords::Token::Given};
    const bool given = !m_parts.services.options().bootstrapToken.isEmpty();
    const std::optional<tokens::Connection> &current = m_parts.services.connection().current();
    if (!current)
        return {.token = given ? ConnectionWords::Token::Given : ConnectionWords::Token::Replaceable};
    QString name =
        current->accountName.isEmpty() ? m_parts.services.inventory().ownerName(current->owner) : current->accountName;
    const QString where = given ? tr("%1 from the environment", "kind of token").arg(kindOf(current->owner))
                                : tr("%1 in the keychain", "kind of token").arg(kindOf(current->owner));
    const QString until = current->expiresOn
                              ? tr(", until %1").arg(ui::dayWords(*current->expiresOn, m_parts.services.clock().now()))
                              : QString();
    return {.name = name,
            .detail = where + until,
            .token = given ? ConnectionWords::Token::Given : ConnectionWords::Token::Replaceable};
}

Ability DesktopSettings::tray() const
{
    if (m_parts.tray.isAvailable())
        return {.why = tr("Your desktop has a tray")};
    return missing(tr("Your desktop shows no tray icons, so closing quits"));
}

Ability DesktopSettings::screenLock() const
{
    if (m_parts.session.isAvailable())
        return {};
    return missing(tr("Your desktop doesn't say when the screen is locked"));
}

Ability DesktopSettings::autostart() const
{
    if (m_parts.services.options().mode == Mode::Sandbox)
        return missing(tr("The sandbox is started by hand"));
    return {.why = m_parts.tray.isAvailable() ? tr("Hidden, in the tray") : tr("Hidden, where a tray is there")};
}

Ability DesktopSettings::changeLimit() const
{
    if (qEnvironmentVariableIsSet("RATE_LIMIT_PER_MINUTE"))
        return missing(tr("Set by RATE_LIMIT_PER_MINUTE"));
    return {};
}

Ability DesktopSettings::port() const
{
    switch (m_parts.services.options().portFrom) {
    case Options::PortFrom::CommandLine:
        return missing(tr("Set by --port"));
    case Options::PortFrom::Usual:
        return {};
    }
    Q_UNREACHABLE();
}

ui::SettingsHost::AtSignIn DesktopSettings::atSignIn() const
{
    switch (m_autostart.state()) {
    case platform::Autostart::State::Off:
        return AtSignIn::Off;
    case platform::Autostart::State::On:
        return AtSignIn::On;
    }
    Q_UNREACHABLE();
}

base::Result<base::Done> DesktopSettings::setAtSignIn(AtSignIn choice)
{
    switch (choice) {
    case AtSignIn::Off:
        return m_autostart.set(platform::Autostart::State::Off);
    case AtSignIn::On:
        return m_autostart.set(platform::Autostart::State::On);
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::app
