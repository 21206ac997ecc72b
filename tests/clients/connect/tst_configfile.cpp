// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/clientconnector.h"
#include "core/clients/connect/configfile.h"
#include "tests/clients/connect/home.h"
#include "tests/support/fakeclock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::clients::connect;

namespace {

using Effect = Plan::Effect;
using State = ClientConnection::State;

} // namespace

class TestConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAMissingFile();
    void refusesOddFiles_data();
    void refusesOddFiles();
    void followsALinkWithinHome();
    void writesNothingOverAChange_data();
    void writesNothingOverAChange();
    void leavesTheFileWhereItCantWrite();
    void keepsFiveCopies();

private:
    std::unique_ptr<Home> m_home;
    test::FakeClock m_clock{QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC)};
};

void TestConfigFile::init()
{
    m_home = std::make_unique<Home>();
}

void TestConfigFile::makesAMissingFile()
{
    const QString file = m_home->fileOf(u"cline"_s);
    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(u"cline"_s, access());
    QVERIFY(plan);
    QCOMPARE(plan->effect, Effect::Creates);
    QVERIFY(!plan->before);
    QVERIFY(!QFileInfo::exists(m_home->in(u".config"_s)));
    const base::Result<AppliedPlan> applied = m_home->connector(m_clock).apply(*plan);
    QVERIFY(applied);
    QVERIFY(applied->backup.isEmpty());
    QCOMPARE(modeOf(file), mode_t(0600));
    QCOMPARE(modeOf(QFileInfo(file).path()), mode_t(0700));
    QCOMPARE(m_home->connector(m_clock).connection(u"cline"_s, expected()).state, State::Connected);
    QCOMPARE(m_home->connector(m_clock).planDisconnect(u"goose"_s)->effect,
             Effect::Nothing); // no file: nothing to take out
}

void TestConfigFile::refusesOddFiles_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("broken") << u"broken"_s << u"isn't valid JSON at line 2"_s;
    QTest::newRow("huge") << u"huge"_s << u"larger than 8 MiB"_s;
    QTest::newRow("directory") << u"directory"_s << u"no file"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"no file"_s;
    QTest::newRow("read-only") << u"read-only"_s << u"read-only"_s;
    QTest::newRow("hard link") << u"hard link"_s << u"several names"_s;
    QTest::newRow("link out of home") << u"link out"_s << u"out of the home directory"_s;
    QTest::newRow("directory that is a link out of home") << u"directory link"_s << u"out of the home directory"_s;
    QTest::newRow("link to nothing") << u"dangling"_s << u"leads nowhere"_s;
}

void TestConfigFile::refusesOddFiles()
{
    QFETCH(const QString, what);
    QFETCH(const QString, reason);
    const QString file = m_home->fileOf(u"cursor"_s);
    const QString outside = m_home->outside(u"outside"_s);
    if (what != "directory link"_L1)
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    if (what == "broken"_L1) {
        writeFile(file, "{\n  mcpServers\n");
    } else if (what == "huge"_L1) {
        writeFile(file, "{" + QByteArray(9 * 1024 * 1024, ' ') + "}");
    } else if (what == "directory"_L1) {
        QVERIFY(QDir().mkdir(file));
    } else if (what == "pipe"_L1) {
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    } else if (what == "read-only"_L1) {
        writeFile(file, "{}");
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
    } else if (what == "hard link"_L1) {
        writeFile(outside, "{}");
        QCOMPARE(::link(QFile::encodeName(outside).constData(), QFile::encodeName(file).constData()), 0);
    } else if (what == "link out"_L1) {
        writeFile(outside, "{}");
        QVERIFY(QFile::link(outside, file));
    } else if (what == "directory link"_L1) {
        QVERIFY(QDir().mkdir(outside));
        QVERIFY(QFile::link(outside, QFileInfo(file).path()));
    } else {
        QVERIFY(QFile::link(m_home->in(u"nothing"_s), file));
    }
    const QByteArray before = what == "pipe"_L1 ? QByteArray() : readFile(file);

    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(u"cursor"_s, access());
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(reason), qPrintable(plan.error().message));
    QVERIFY(plan.error().message.startsWith("Cursor's file "_L1));
    QVERIFY(!m_home->connector(m_clock).planDisconnect(u"cursor"_s));
    const ClientConnection connection = m_home->connector(m_clock).connection(u"cursor"_s, expected());
    QCOMPARE(connection.state, State::Unreadable);
    QVERIFY(connection.reason.contains(reason));
    if (what != "pipe"_L1)
        QCOMPARE(readFile(file), before);
}

void TestConfigFile::followsALinkWithinHome()
{
    const QString file = m_home->fileOf(u"cursor"_s);
    const QString target = m_home->in(u"dotfiles/cursor.json"_s);
    writeFile(target, "{}");
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(QFile::link(target, file));
    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(u"cursor"_s, access());
    QVERIFY(plan);
    QVERIFY(m_home->connector(m_clock).apply(*plan));
    QVERIFY(QFileInfo(file).isSymLink());
    QVERIFY(readFile(target).contains("ts_the-key"));
}

void TestConfigFile::writesNothingOverAChange_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("changed");
    QTest::newRow("changed") << QByteArray("{}") << QByteArray("{\"a\": 1}");
    QTest::newRow("made") << QByteArray() << QByteArray("{}");
    QTest::newRow("removed") << QByteArray("{}") << QByteArray();
}

void TestConfigFile::writesNothingOverAChange()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, changed);
    const QString file = m_home->fileOf(u"cursor"_s);
    if (!before.isEmpty())
        writeFile(file, before);
    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(u"cursor"_s, access());
    QVERIFY(plan);
    if (changed.isEmpty())
        QVERIFY(QFile::remove(file));
    else
        writeFile(file, changed);
    const base::Result<AppliedPlan> applied = m_home->connector(m_clock).apply(*plan);
    QVERIFY(!applied);
    QVERIFY2(applied.error().message.contains(u"has changed"_s), qPrintable(applied.error().message));
    QCOMPARE(readFile(file), changed);
    QCOMPARE(QDir(QFileInfo(file).path()).entryList(QDir::Files).size(), changed.isEmpty() ? 0 : 1);
}

void TestConfigFile::leavesTheFileWhereItCantWrite()
{
    const QString file = m_home->fileOf(u"cursor"_s);
    writeFile(file, "{}");
    const base::Result<Plan> plan = m_home->connector(m_clock).planConnect(u"cursor"_s, access());
    QVERIFY(plan);
    struct rlimit usual = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    struct rlimit full = usual;
    full.rlim_cur = 16; // bytes: room for the copy, none for the file
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    const base::Result<AppliedPlan> unwritten = m_home->connector(m_clock).apply(*plan);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(!unwritten);
    QVERIFY2(unwritten.error().message.contains(u"can't be written"_s), qPrintable(unwritten.error().message));
    QCOMPARE(readFile(file), QByteArray("{}"));

    const auto countCopies = [&file] {
        return QDir(QFileInfo(file).path()).entryList({u"*.bak"_s}, QDir::Files | QDir::Hidden).size();
    };
    const qsizetype copies = countCopies();
    full.rlim_cur = 1;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    const base::Result<AppliedPlan> noCopy = m_home->connector(m_clock).apply(*plan);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(!noCopy);
    QCOMPARE(countCopies(), copies);
    QVERIFY2(noCopy.error().message.contains(u"can't be kept"_s), qPrintable(noCopy.error().message));
    QCOMPARE(readFile(file), QByteArray("{}"));
    QVERIFY(m_home->connector(m_clock).apply(*plan));
}

void TestConfigFile::keepsFiveCopies()
{
    const QString file = m_home->fileOf(u"cursor"_s);
    writeFile(file, "{}");
    writeFile(file + ".tokensmith-mine"_L1, "not a copy");
    QString newest;
    for (int port = 1; port <= 8; ++port) {
        if (port % 2 == 0) // else at the same moment
            m_clock.advance(std::chrono::seconds(1));
        const base::Result<Plan> plan =
            m_home->connector(m_clock).planConnect(u"cursor"_s, access(QString::number(port)));
        QVERIFY(plan);
        const base::Result<AppliedPlan> applied = m_home->connector(m_clock).apply(*plan);
        QVERIFY(applied);
        newest = applied->backup;
    }
    const QDir directory(QFileInfo(file).path());
    const QStringList copies = directory.entryList({u"*.bak"_s}, QDir::Files, QDir::Name);
    QCOMPARE(copies.size(), 5);
    QCOMPARE(directory.filePath(copies.back()), newest);
    QVERIFY(readFile(newest).contains(":7/mcp"));
    QVERIFY(directory.exists(QFileInfo(file).fileName() + ".tokensmith-mine"_L1));
}

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_configfile.moc"
