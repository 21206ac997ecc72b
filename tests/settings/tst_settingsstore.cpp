// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"
#include "core/settings/settingsstore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::settings;
using namespace std::chrono_literals;

class SettingsStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartHasDefaults();
    void everyMemberSurvives();
    void onlyTheOwnerMayReadTheFile();
    void refusesValues_data();
    void refusesValues();
    void unreadableFileIsKept_data();
    void unreadableFileIsKept();
    void newerMembersSurvive();
    void changeChecksFirst();
    void failedWriteStillApplies();
    void stepsAreSortedOnce();

private:
    [[nodiscard]] QString path() const { return m_directory.filePath(u"settings.json"_s); }
    void put(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static Settings nothingAtDefault()
    {
        return {.changesPerMinute = 20,
                .accountsInUse = {u"0123456789abcdef0123456789abcdef"_s},
                .lockAfter = 5min,
                .lockWithScreen = false,
                .clearClipboardAfter = 60s,
                .denyApprovalAfter = 300s,
                .maskSecrets = false,
                .expirySteps = {7, 1},
                .notifyRotations = false,
                .notifyApprovals = false,
                .colours = Colours::Dark,
                .rowHeight = RowHeight::Compact,
                .language = u"de"_s,
                .dates = DateStyle::Iso,
                .closeToTray = false,
                .serverAtStart = false,
                .port = 9090};
    }

    QTemporaryDir m_directory;
};

void SettingsStoreTest::firstStartHasDefaults()
{
    QFile::remove(path());
    const SettingsStore store(path());
    QVERIFY(store.current() == Settings());
    QVERIFY(!store.problem());
    QVERIFY(!QFile::exists(path())); // looking writes nothing
}

void SettingsStoreTest::everyMemberSurvives()
{
    QFile::remove(path());
    SettingsStore store(path());
    QSignalSpy changed(&store, &SettingsStore::changed);
    QVERIFY(store.change(nothingAtDefault()));
    QCOMPARE(changed.count(), 1);
    QVERIFY(store.change(nothingAtDefault()));
    QCOMPARE(changed.count(), 1); // nothing was different
    const SettingsStore again(path());
    QVERIFY(!again.problem());
    QVERIFY(again.current() == nothingAtDefault());
    const QJsonObject was = toJson(Settings());
    const QJsonObject is = toJson(nothingAtDefault());
    for (const QString &name : was.keys())
        QVERIFY2(was.value(name) != is.value(name), qPrintable(name)); // so that no member escapes this test
}

void SettingsStoreTest::onlyTheOwnerMayReadTheFile()
{
    put("{}");
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    SettingsStore store(path());
    QVERIFY(store.change({.changesPerMinute = 11}));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void SettingsStoreTest::refusesValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *name, const QByteArray &text, const QString &sentence) {
        QTest::newRow(name) << text << sentence;
    };
    add("too many changes", R"({"changesPerMinute": 5000})",
        u"The setting \"changesPerMinute\" can't be 5000; it takes a whole number from 1 to 1000."_s);
    add("half a minute", R"({"lockAfterMinutes": 1.5})", u"\"lockAfterMinutes\" can't be 1.5"_s);
    add("a word for a switch", R"({"maskSecrets": "yes"})", u"can't be \"yes\"; it takes true or false."_s);
    add("unknown colours", R"({"colours": "pink"})", u"it takes \"system\", \"light\" or \"dark\"."_s);
    add("a number for a word", R"({"dates": 1})", u"\"dates\" can't be 1"_s);
    add("a step far away", R"({"expiryNoticeDays": [30, 1000]})", u"\"expiryNoticeDays\" can't be [30,1000]"_s);
    add("not a list", R"({"expiryNoticeDays": 30})", u"\"expiryNoticeDays\""_s);
    add("not an account", R"({"accountsInUse": ["../x"]})", u"\"accountsInUse\""_s);
    add("unknown language", R"({"language": "xx"})", u"\"language\""_s);
    add("clipboard for ever", R"({"clearClipboardAfterSeconds": 0})", u"\"clearClipboardAfterSeconds\""_s);
}

void SettingsStoreTest::refusesValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    text.replace("}", R"(, "rowHeight": "compact"})");
    put(text);
    SettingsStore store(path());
    QVERIFY(store.problem());
    QVERIFY2(store.problem()->message.contains(sentence), qPrintable(store.problem()->message));
    QVERIFY(store.problem()->message.contains(path()));
    QVERIFY(store.current() == Settings{.rowHeight = RowHeight::Compact}); // the others count
    QVERIFY(store.change({.changesPerMinute = 11}));
    QVERIFY(!store.problem());
    QCOMPARE(content(path() + u".unreadable"_s), text);
}

void SettingsStoreTest::unreadableFileIsKept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"colours": "dar)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("not text") << QByteArray("\0\1\2", 3);
    QTest::newRow("endless") << QByteArray(2 * 1024 * 1024, ' ');
}

void SettingsStoreTest::unreadableFileIsKept()
{
    QFETCH(QByteArray, text);
    put(text);
    SettingsStore store(path());
    QVERIFY(store.problem());
    QVERIFY(store.problem()->message.contains(u"can't be read. The defaults apply; the file is kept."_s));
    QVERIFY(store.current() == Settings());
    QCOMPARE(content(path()), text);
    QVERIFY(store.change({.colours = Colours::Dark}));
    QVERIFY(!store.problem());
    QCOMPARE(content(path() + u".unreadable"_s), text);
    QVERIFY(SettingsStore(path()).current() == Settings{.colours = Colours::Dark});
}

void SettingsStoreTest::newerMembersSurvive()
{
    put(R"({"colours": "dark", "fromTheFuture": {"a": [1]}})");
    SettingsStore store(path());
    QVERIFY(!store.problem());
    QVERIFY(store.change({.colours = Colours::Light}));
    const QJsonObject kept = QJsonDocument::fromJson(content(path())).object();
    QCOMPARE(kept.value(u"fromTheFuture"_s).toObject().value(u"a"_s).toArray(), QJsonArray{1});
    QCOMPARE(kept.value(u"colours"_s).toString(), u"light"_s);
}

void SettingsStoreTest::changeChecksFirst()
{
    QFile::remove(path());
    SettingsStore store(path());
    const auto refused = store.change({.changesPerMinute = 0});
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, u"changesPerMinute"_s);
    QVERIFY(store.current() == Settings());
    QVERIFY(!QFile::exists(path()));
}

void SettingsStoreTest::failedWriteStillApplies()
{
    SettingsStore store(m_directory.filePath(u"nowhere/settings.json"_s));
    QSignalSpy changed(&store, &SettingsStore::changed);
    const auto written = store.change({.colours = Colours::Dark});
    QVERIFY(!written);
    QCOMPARE(written.error().code, base::Error::Code::Unavailable);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(store.current().colours, Colours::Dark);
}

void SettingsStoreTest::stepsAreSortedOnce()
{
    put(R"({"expiryNoticeDays": [1, 30, 7, 30]})");
    QCOMPARE(SettingsStore(path()).current().expirySteps, QList<int>({30, 7, 1}));
    put(R"({"expiryNoticeDays": []})");
    QCOMPARE(SettingsStore(path()).current().expirySteps, QList<int>());
}

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "tst_settingsstore.moc"
