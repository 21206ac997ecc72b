// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

class QDBusPendingCallWatcher;

namespace tokensmith::platform {

/** Whether the desktop asks for light or dark, behind an interface so that tests and other systems can say it. */
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme {
        Unknown, ///< the desktop has no preference or none can be found out
        Light,
        Dark,
    };
    Q_ENUM(Scheme)

    using QObject::QObject;

    [[nodiscard]] virtual Scheme scheme() const = 0;

    /** True once the first answer is in, Unknown included. Until then scheme() is Unknown. */
    [[nodiscard]] virtual bool isResolved() const = 0;

Q_SIGNALS:
    void schemeChanged(tokensmith::platform::ColorScheme::Scheme scheme);
    void resolved(); ///< once
};

/**
 * The freedesktop settings portal: org.freedesktop.appearance, color-scheme (0 none, 1 dark, 2 light).
 * Asks without blocking, follows changes; without a bus or a portal it stays Unknown.
 */
class PortalColorScheme final : public ColorScheme
{
    Q_OBJECT

public:
    explicit PortalColorScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const override { return m_scheme; }
    [[nodiscard]] bool isResolved() const override { return m_resolved; }

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void onAnswer(QDBusPendingCallWatcher *call);
    void setScheme(Scheme scheme);

    Scheme m_scheme = Scheme::Unknown;
    bool m_resolved = false;
};

} // namespace tokensmith::platform
