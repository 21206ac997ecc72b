// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"
#include "tests/support/jsonclient.h"
#include "ui/common/translations.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** What an AI client reads is English whatever the window speaks, over the real endpoint. */
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsStayEnglish_data();
    void toolsStayEnglish();
};

void LanguageTest::toolsStayEnglish_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::newRow("audit") << u"audit_tokens"_s << QJsonObject();
    QTest::newRow("tokens") << u"list_tokens"_s << QJsonObject{{u"type"_s, u"user"_s}};
    QTest::newRow("accounts") << u"list_accounts"_s << QJsonObject();
}

void LanguageTest::toolsStayEnglish()
{
    QFETCH(QString, tool);
    QFETCH(QJsonObject, arguments);
    const QTemporaryDir data;
    auto services = app::Services::create({.mode = app::Mode::Sandbox, .port = 0, .dataDir = data.path()});
    QVERIFY(services);
    const auto port = (*services)->listen();
    QVERIFY(port);
    (void)QCoro::waitFor((*services)->findBootstrapToken());
    const QUrl mcp(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    const QByteArray key = (*services)->generatedKey()->reveal();
    test::JsonClient client;
    const QJsonObject plain = client.call(mcp, key, tool, arguments);
    QVERIFY(!plain.isEmpty());
    const ui::Translations german(QLocale(QLocale::German));
    QCOMPARE(german.language(), u"de"_s);
    QVERIFY(QCoreApplication::translate("FindingWords", "Never expires") != u"Never expires"_s);
    QCOMPARE(client.call(mcp, key, tool, arguments), plain);
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
