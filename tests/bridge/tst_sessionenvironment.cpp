// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/sessionenvironment.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

namespace {

/** Leaves a socket at `path`, as a server does that listens there. */
bool makeSocket(const QString &path)
{
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool made = ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    ::close(descriptor);
    return made;
}

} // namespace

class SessionEnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingThere();
    void aWaylandSession();
    void anXSession();
    void whatIsGivenStays();
    void onlySocketsCount();
    void theRuntimeDirectory();

private:
    [[nodiscard]] SessionPlaces places() const
    {
        return {.runtime = m_directory->filePath(u"run"_s), .xSockets = m_directory->filePath(u"x"_s)};
    }

    std::optional<QTemporaryDir> m_directory;
};

void SessionEnvironmentTest::init()
{
    m_directory.emplace();
    QVERIFY(QDir(m_directory->path()).mkpath(u"run/gdm"_s));
    QVERIFY(QDir(m_directory->path()).mkpath(u"x"_s));
}

void SessionEnvironmentTest::nothingThere()
{
    const QProcessEnvironment environment = withSession({}, places());
    QCOMPARE(environment.keys(), QStringList{u"XDG_RUNTIME_DIR"_s});
    QVERIFY(withSession({}, {.runtime = {}, .xSockets = u"/nonexistent"_s}).isEmpty());
}

void SessionEnvironmentTest::aWaylandSession()
{
    QVERIFY(makeSocket(places().runtime + "/bus"_L1));
    QVERIFY(makeSocket(places().runtime + "/wayland-1"_L1));
    const QProcessEnvironment environment = withSession({}, places());
    QCOMPARE(environment.value(u"XDG_RUNTIME_DIR"_s), places().runtime);
    QCOMPARE(environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s), "unix:path="_L1 + places().runtime + "/bus"_L1);
    QCOMPARE(environment.value(u"WAYLAND_DISPLAY"_s), u"wayland-1"_s);
    QVERIFY(!environment.contains(u"DISPLAY"_s));
}

void SessionEnvironmentTest::anXSession()
{
    QVERIFY(makeSocket(places().xSockets + "/X7"_L1));
    QCOMPARE(withSession({}, places()).value(u"DISPLAY"_s), u":7"_s);
    QVERIFY(!withSession({}, places()).contains(u"XAUTHORITY"_s));
    QFile cookie(places().runtime + "/gdm/Xauthority"_L1);
    QVERIFY(cookie.open(QIODevice::WriteOnly));
    QCOMPARE(withSession({}, places()).value(u"XAUTHORITY"_s), cookie.fileName());
}

void SessionEnvironmentTest::whatIsGivenStays()
{
    QVERIFY(makeSocket(places().runtime + "/bus"_L1));
    QVERIFY(makeSocket(places().runtime + "/wayland-0"_L1));
    QVERIFY(makeSocket(places().xSockets + "/X0"_L1));
    QProcessEnvironment given;
    given.insert(u"DISPLAY"_s, u":5"_s);
    given.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/elsewhere"_s);
    given.insert(u"XDG_RUNTIME_DIR"_s, u"/run/other"_s);
    QCOMPARE(withSession(given, places()), given);
}

void SessionEnvironmentTest::onlySocketsCount()
{
    for (const QString &path : {places().runtime + "/bus"_L1, places().runtime + "/wayland-0.lock"_L1,
                                places().runtime + "/wayland-0"_L1, places().xSockets + "/X0"_L1}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(withSession({}, places()).keys(), QStringList{u"XDG_RUNTIME_DIR"_s});
}

void SessionEnvironmentTest::theRuntimeDirectory()
{
    QProcessEnvironment given;
    given.insert(u"XDG_RUNTIME_DIR"_s, u"/run/other"_s);
    QCOMPARE(sessionPlaces(given).runtime, u"/run/other"_s);
    const QString usual = u"/run/user/%1"_s.arg(::geteuid());
    const QString found = sessionPlaces({}).runtime;
    QVERIFY(found.isEmpty() || found == usual);
}

QTEST_GUILESS_MAIN(SessionEnvironmentTest)
#include "tst_sessionenvironment.moc"
