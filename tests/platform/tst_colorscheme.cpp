// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/colorscheme.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tokensmith::platform::ColorScheme;
using tokensmith::platform::PortalColorScheme;
using Scheme = ColorScheme::Scheme;

/** The settings portal as far as it matters here, on its own connection to the test's bus. */
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(const QVariant &value)
        : m_value(value)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s))
    {
        m_bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override { QDBusConnection::disconnectFromBus(u"portal"_s); }

    void change(const QString &group, const QString &key, uint value)
    {
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        ++m_reads;
        if (group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s)
            return QDBusVariant(m_value);
        return {};
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    int m_reads = 0;

private:
    inline static const QString kPath = u"/org/freedesktop/portal/desktop"_s;
    QVariant m_value;
    QDBusConnection m_bus;
};

class ColorSchemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheFirstToUseTheBus(); // must stay first: nothing may have registered types for it
    void readsThePreference_data();
    void readsThePreference();
    void followsChanges();
    void withoutPortalOrBusItIsUnknown();
};

void ColorSchemeTest::isTheFirstToUseTheBus()
{
    PortalColorScheme scheme(QDBusConnection::sessionBus());
    QTRY_VERIFY(scheme.isResolved());
    FakePortal lateComer(0U);
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.portal.Desktop"_s));
    lateComer.change(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
    QTRY_COMPARE(scheme.scheme(), Scheme::Dark);
}

void ColorSchemeTest::readsThePreference_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<Scheme>("expected");
    QTest::newRow("none") << QVariant(0U) << Scheme::Unknown;
    QTest::newRow("dark") << QVariant(1U) << Scheme::Dark;
    QTest::newRow("light") << QVariant(2U) << Scheme::Light;
    QTest::newRow("from the future") << QVariant(7U) << Scheme::Unknown;
    QTest::newRow("text") << QVariant(u"dark"_s) << Scheme::Unknown;
    QTest::newRow("twice wrapped") << QVariant::fromValue(QDBusVariant(1U)) << Scheme::Dark;
}

void ColorSchemeTest::readsThePreference()
{
    QFETCH(QVariant, value);
    QFETCH(Scheme, expected);
    FakePortal portal(value);
    PortalColorScheme scheme(QDBusConnection::sessionBus());
    QCOMPARE(scheme.scheme(), Scheme::Unknown);
    QSignalSpy resolved(&scheme, &ColorScheme::resolved);
    QTRY_VERIFY(scheme.isResolved());
    QCOMPARE(resolved.count(), 1);
    QCOMPARE(scheme.scheme(), expected);
    QCOMPARE(portal.m_reads, 1);
}

void ColorSchemeTest::followsChanges()
{
    FakePortal portal(2U);
    PortalColorScheme scheme(QDBusConnection::sessionBus());
    QTRY_COMPARE(scheme.scheme(), Scheme::Light);
    QSignalSpy changed(&scheme, &ColorScheme::schemeChanged);
    portal.change(u"org.freedesktop.appearance"_s, u"contrast"_s, 1);
    portal.change(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 1);
    portal.change(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
    QTRY_COMPARE(scheme.scheme(), Scheme::Dark);
    portal.change(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 0);
    QTRY_COMPARE(scheme.scheme(), Scheme::Unknown);
    QCOMPARE(changed.count(), 2);
}

void ColorSchemeTest::withoutPortalOrBusItIsUnknown()
{
    PortalColorScheme noPortal(QDBusConnection::sessionBus());
    QTRY_VERIFY(noPortal.isResolved());
    QCOMPARE(noPortal.scheme(), Scheme::Unknown);

    const PortalColorScheme noBus{QDBusConnection(u"nowhere"_s)};
    QVERIFY(noBus.isResolved());
    QCOMPARE(noBus.scheme(), Scheme::Unknown);
}

QTEST_GUILESS_MAIN(ColorSchemeTest)
#include "tst_colorscheme.moc"
