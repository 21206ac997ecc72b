// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/autostart.h"

#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using tokensmith::platform::Autostart;

class AutostartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAndOff();
    void anEntrySwitchedOffByTheDesktopIsOff_data();
    void anEntrySwitchedOffByTheDesktopIsOff();
    void theEntryIsValidAndStartsTheProgram_data();
    void theEntryIsValidAndStartsTheProgram();
    void saysWhereItCantWrite();

private:
    [[nodiscard]] Autostart autostart(const QString &program = u"/usr/bin/tokensmith"_s) const
    {
        return Autostart(
            {.directory = m_directory.filePath(u"autostart"_s), .program = program, .name = u"Tokensmith"_s});
    }

    QTemporaryDir m_directory;
};

void AutostartTest::onAndOff()
{
    const Autostart entry = autostart();
    QCOMPARE(entry.state(), Autostart::State::Off);
    QVERIFY(entry.set(Autostart::State::On));
    QCOMPARE(entry.state(), Autostart::State::On);
    QVERIFY(!(QFile::permissions(entry.path()) & (QFile::WriteGroup | QFile::WriteOther)));
    QVERIFY(entry.set(Autostart::State::Off));
    QVERIFY(entry.set(Autostart::State::Off)); // as it is
    QCOMPARE(entry.state(), Autostart::State::Off);
    QVERIFY(!QFile::exists(entry.path()));
}

void AutostartTest::anEntrySwitchedOffByTheDesktopIsOff_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("freedesktop") << QByteArray("Hidden=true\n");
    QTest::newRow("GNOME") << QByteArray("X-GNOME-Autostart-enabled=false\n");
    QTest::newRow("spaces") << QByteArray("Hidden = true\n");
}

void AutostartTest::anEntrySwitchedOffByTheDesktopIsOff()
{
    QFETCH(QByteArray, line);
    const Autostart entry = autostart();
    QVERIFY(entry.set(Autostart::State::On));
    QFile file(entry.path());
    QVERIFY(file.open(QIODevice::Append));
    file.write(line);
    file.close();
    QCOMPARE(entry.state(), Autostart::State::Off);
    QVERIFY(entry.set(Autostart::State::On));
    QCOMPARE(entry.state(), Autostart::State::On);
}

void AutostartTest::theEntryIsValidAndStartsTheProgram_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("exec");
    QTest::newRow("usual") << u"/usr/bin/tokensmith"_s << QByteArray(R"(Exec="/usr/bin/tokensmith" --hidden)");
    QTest::newRow("space") << u"/opt/my tools/tokensmith"_s
                           << QByteArray(R"(Exec="/opt/my tools/tokensmith" --hidden)");
    QTest::newRow("specials") << uR"(/opt/a"b$c\d%e)"_s << QByteArray(R"(Exec="/opt/a\\"b\\$c\\\\d%%e" --hidden)");
}

void AutostartTest::theEntryIsValidAndStartsTheProgram()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, exec);
    const Autostart entry = autostart(program);
    QVERIFY(entry.set(Autostart::State::On));
    QFile file(entry.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains(exec + '\n'), text.constData());
    const QString checker = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
    if (checker.isEmpty())
        QSKIP("desktop-file-validate is not installed");
    QProcess check;
    check.start(checker, {entry.path()});
    QVERIFY(check.waitForFinished());
    QVERIFY2(check.exitCode() == 0, check.readAllStandardOutput().constData());
}

void AutostartTest::saysWhereItCantWrite()
{
    QFile blocker(m_directory.filePath(u"blocked"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const Autostart entry({.directory = blocker.fileName(), .program = u"/usr/bin/x"_s, .name = u"x"_s});
    const auto set = entry.set(Autostart::State::On);
    QVERIFY(!set);
    QVERIFY(set.error().message.contains(entry.path()));
}

QTEST_GUILESS_MAIN(AutostartTest)
#include "tst_autostart.moc"
