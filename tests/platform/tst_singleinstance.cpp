// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/singleinstance.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using tokensmith::base::Error;
using tokensmith::platform::SingleInstance;

namespace {

// Run with arguments the test program is the other process: it claims the directory and says what it became.
int otherProcess(const QStringList &arguments)
{
    SingleInstance instance({.directory = arguments.at(2), .patience = std::chrono::milliseconds(1500)});
    const auto role = instance.claim(arguments.value(3));
    if (!role) {
        std::puts(tokensmith::base::codeName(role.error().code).data());
    } else {
        std::puts(*role == SingleInstance::Role::First ? "first" : "second");
        std::fflush(stdout);
        if (*role == SingleInstance::Role::First)
            return QCoreApplication::exec();
    }
    return 0;
}

} // namespace

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secondHandsOverItsPage_data();
    void secondHandsOverItsPage();
    void firstThatWasKilledLeavesNothingBehind();
    void aFirstThatDoesNotAnswerIsReported();
    void rubbishIsDropped_data();
    void rubbishIsDropped();
    void onlyTheOwnerMayTalkToIt();
    void badArgumentsAreNamed();

private:
    [[nodiscard]] QString directory() const { return m_temp->filePath(u"run"_s); }
    [[nodiscard]] QString socket() const { return directory() + u"/tokensmith.sock"_s; }
    void startOther(QProcess &process, const QString &page = {}) const;

    std::unique_ptr<QTemporaryDir> m_temp;
};

void SingleInstanceTest::init()
{
    m_temp = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temp->isValid());
}

void SingleInstanceTest::startOther(QProcess &process, const QString &page) const
{
    process.start(QCoreApplication::applicationFilePath(), {u"--other"_s, directory(), page});
    QVERIFY(process.waitForStarted());
}

void SingleInstanceTest::secondHandsOverItsPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("no page") << QString();
    QTest::newRow("a page") << u"tokens"_s;
    QTest::newRow("longest page") << QString(SingleInstance::kMaxPageLength, u'p');
}

void SingleInstanceTest::secondHandsOverItsPage()
{
    QFETCH(QString, page);
    SingleInstance first({.directory = directory()});
    const auto role = first.claim({});
    QVERIFY2(role, role ? "" : qPrintable(role.error().message));
    QCOMPARE(*role, SingleInstance::Role::First);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);

    QProcess other;
    startOther(other, page);
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
    QCOMPARE(other.readAllStandardOutput(), "second\n");
    QCOMPARE(raised.count(), 1);
    QCOMPARE(raised.first().first().toString(), page);
}

void SingleInstanceTest::firstThatWasKilledLeavesNothingBehind()
{
    QProcess other;
    startOther(other);
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput(), "first\n");
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(QFileInfo::exists(socket())); // what a crash leaves

    SingleInstance next({.directory = directory()});
    const auto role = next.claim({});
    QVERIFY2(role, role ? "" : qPrintable(role.error().message));
    QCOMPARE(*role, SingleInstance::Role::First);
}

void SingleInstanceTest::aFirstThatDoesNotAnswerIsReported()
{
    QProcess other;
    startOther(other);
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(::kill(static_cast<pid_t>(other.processId()), SIGSTOP), 0);

    SingleInstance second({.directory = directory(), .patience = std::chrono::milliseconds(200)});
    const auto role = second.claim({});
    QVERIFY(!role);
    QCOMPARE(role.error().code, Error::Code::Unavailable);
    other.kill();
    QVERIFY(other.waitForFinished());
}

void SingleInstanceTest::rubbishIsDropped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty line") << "\n"_qba;
    QTest::newRow("unknown verb") << "quit\n"_qba;
    QTest::newRow("verb and blank") << "raise \n"_qba;
    QTest::newRow("path as page") << "raise ../x\n"_qba;
    QTest::newRow("upper case") << "raise Tokens\n"_qba;
    QTest::newRow("two words") << "raise a b\n"_qba;
    QTest::newRow("page too long") << "raise " + QByteArray(SingleInstance::kMaxPageLength + 1, 'p') + '\n';
    QTest::newRow("endless") << QByteArray(1 << 16, 'x');
}

void SingleInstanceTest::rubbishIsDropped()
{
    QFETCH(QByteArray, bytes);
    SingleInstance first({.directory = directory()});
    QVERIFY(first.claim({}));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);

    QLocalSocket client;
    client.connectToServer(socket());
    QVERIFY(client.waitForConnected());
    client.write(bytes);
    QTRY_COMPARE(client.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(client.readAll(), QByteArray());
    QCOMPARE(raised.count(), 0);

    // and it still serves, also a line that comes byte by byte
    QLocalSocket good;
    good.connectToServer(socket());
    QVERIFY(good.waitForConnected());
    for (const char c : "raise tokens\n"_qba) {
        good.write(&c, 1);
        good.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(good.bytesAvailable(), 3);
    QCOMPARE(good.readAll(), "ok\n");
    QCOMPARE(raised.count(), 1);
}

void SingleInstanceTest::onlyTheOwnerMayTalkToIt()
{
    SingleInstance first({.directory = directory()});
    QVERIFY(first.claim({}));
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(socket()) & others));
    QVERIFY(!(QFile::permissions(directory()) & others));
}

void SingleInstanceTest::badArgumentsAreNamed()
{
    SingleInstance first({.directory = directory()});
    const auto page = first.claim(u"../tokens"_s);
    QVERIFY(!page);
    QCOMPARE(page.error().field, u"page"_s);

    SingleInstance deep({.directory = m_temp->filePath(QString(120, u'd'))});
    const auto tooLong = deep.claim({});
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code, Error::Code::InvalidArgument);
    QCOMPARE(tooLong.error().field, u"data-dir"_s);

    QFile file(m_temp->filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    SingleInstance notDirectory({.directory = m_temp->filePath(u"file/run"_s)});
    const auto unusable = notDirectory.claim({});
    QVERIFY(!unusable);
    QCOMPARE(unusable.error().field, u"data-dir"_s);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--other"_s)
        return otherProcess(QCoreApplication::arguments());
    SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_singleinstance.moc"
