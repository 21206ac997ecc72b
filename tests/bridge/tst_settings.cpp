// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/settings.h"
#include "tests/support/verifyresult.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment environment(const QList<std::pair<QString, QString>> &variables)
{
    QProcessEnvironment result;
    for (const auto &[name, value] : variables)
        result.insert(name, value);
    return result;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flags_data();
    void flags();
    void aKeyIsNoArgument();
    void urls_data();
    void urls();
    void howTheAppIsStarted();
    void whereTheAppSaysWhereItIs();
};

void SettingsTest::flags_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<int>("action");
    QTest::newRow("help") << u"--help"_s << static_cast<int>(Action::PrintHelp);
    QTest::newRow("h") << u"-h"_s << static_cast<int>(Action::PrintHelp);
    QTest::newRow("version") << u"--version"_s << static_cast<int>(Action::PrintVersion);
    QTest::newRow("check") << u"--check"_s << static_cast<int>(Action::Check);
}

void SettingsTest::flags()
{
    QFETCH(QString, flag);
    const base::Result<Action> action = actionFrom({u"tokensmith-bridge"_s, flag});
    QVERIFY_RESULT(action);
    QTEST(static_cast<int>(*action), "action");
    const base::Result<Action> none = actionFrom({u"tokensmith-bridge"_s});
    QVERIFY_RESULT(none);
    QCOMPARE(*none, Action::Serve);
    QVERIFY(helpText().contains(flag) || flag == "-h"_L1);
}

void SettingsTest::aKeyIsNoArgument()
{
    for (const QString &argument : {u"--key=s3cr3t"_s, u"s3cr3t-s3cr3t-s3cr3t-s3cr3t"_s, u"X-API-Key: s3cr3t"_s}) {
        const base::Result<Action> action = actionFrom({u"tokensmith-bridge"_s, argument});
        QVERIFY(!action);
        QVERIFY(action.error().message.contains("TOKENSMITH_KEY"_L1));
        QVERIFY(!action.error().message.contains("s3cr3t"_L1));
    }
    QVERIFY(!actionFrom({u"tokensmith-bridge"_s, u"serve"_s}));
}

void SettingsTest::urls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::newRow("whole") << u"http://127.0.0.1:9000/mcp"_s << u"http://127.0.0.1:9000/mcp"_s;
    QTest::newRow("no path") << u"http://localhost:9000"_s << u"http://localhost:9000/mcp"_s;
    QTest::newRow("slash") << u"http://[::1]:9000/"_s << u"http://[::1]:9000/mcp"_s;
    QTest::newRow("https") << u"https://127.0.0.1:9000/mcp"_s << QString();
    QTest::newRow("elsewhere") << u"http://example.com/mcp"_s << QString();
    QTest::newRow("with a key") << u"http://x:y@127.0.0.1:9000/mcp"_s << QString();
    QTest::newRow("not an address") << u"9000"_s << QString();
}

void SettingsTest::urls()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const base::Result<AppPlace> place = appPlaceFrom(environment({{u"TOKENSMITH_URL"_s, text}}));
    QCOMPARE(place.has_value(), !url.isEmpty());
    if (place)
        QCOMPARE(place->url, QUrl(url));
    else
        QVERIFY(place.error().message.contains("TOKENSMITH_URL"_L1));
}

void SettingsTest::howTheAppIsStarted()
{
    QCOMPARE(appPlaceFrom(environment({}))->start, StartPolicy::IfNeeded);
    QCOMPARE(appPlaceFrom(environment({{u"TOKENSMITH_START"_s, u"never"_s}}))->start, StartPolicy::Never);
    QCOMPARE(appPlaceFrom(environment({{u"TOKENSMITH_START"_s, u"daemon"_s}}))->start, StartPolicy::WithoutWindow);
    QVERIFY(!appPlaceFrom(environment({{u"TOKENSMITH_START"_s, u"no"_s}})));
    const base::Result<AppPlace> place =
        appPlaceFrom(environment({{u"TOKENSMITH_START_ARGUMENTS"_s, uR"(--log-level "debug")"_s},
                                  {u"TOKENSMITH_URL"_s, u"http://127.0.0.1:9000/mcp"_s},
                                  {u"TOKENSMITH_DATA_DIR"_s, u"/data"_s}}));
    QVERIFY_RESULT(place);
    QCOMPARE(place->arguments,
             (QStringList{u"--port"_s, u"9000"_s, u"--log-level"_s, u"debug"_s, u"--data-dir"_s, u"/data"_s}));
}

void SettingsTest::whereTheAppSaysWhereItIs()
{
    QCOMPARE(appPlaceFrom(environment({{u"TOKENSMITH_DATA_DIR"_s, u"/data"_s}}))->endpointFile,
             u"/data/endpoint.json"_s);
    QVERIFY(appPlaceFrom(environment({}))->endpointFile.endsWith("/tokensmith/endpoint.json"_L1));
    QVERIFY(appPlaceFrom(environment({{u"TOKENSMITH_START_ARGUMENTS"_s, u"--sandbox"_s}}))
                ->endpointFile.endsWith("/tokensmith-sandbox/endpoint.json"_L1));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
