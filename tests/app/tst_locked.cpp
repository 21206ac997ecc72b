// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"
#include "tests/support/jsonclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** What an AI client and a monitor are told while the program is locked, over the real endpoint. */
class LockedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void toolsAreRefusedInWords_data();
    void toolsAreRefusedInWords();
    void nothingElseIsRead_data();
    void nothingElseIsRead();
    void healthSaysSo();
    void refusalsAreOnRecord();
    void unlockingServesAgain();

private:
    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        return m_client.call(m_mcp, m_services->generatedKey()->reveal(), tool, arguments);
    }
    static QString textOf(const QJsonObject &result)
    {
        return result.value("content"_L1).toArray().first().toObject().value("text"_L1).toString();
    }

    QTemporaryDir m_data;
    std::unique_ptr<app::Services> m_services;
    test::JsonClient m_client;
    QUrl m_mcp;
};

void LockedTest::initTestCase()
{
    auto services = app::Services::create({.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path()});
    QVERIFY(services);
    m_services = *std::move(services);
    const auto port = m_services->listen();
    QVERIFY(port);
    (void)QCoro::waitFor(m_services->findBootstrapToken());
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    QVERIFY(!call(u"list_accounts"_s, {}).value("isError"_L1).toBool()); // fills what is cached
    m_services->lock().lock();
}

void LockedTest::toolsAreRefusedInWords_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::newRow("cached") << u"list_accounts"_s << QJsonObject();
    QTest::newRow("asked") << u"list_tokens"_s << QJsonObject{{u"type"_s, u"user"_s}};
    QTest::newRow("changing") << u"revoke_token"_s
                              << QJsonObject{{u"type"_s, u"user"_s},
                                             {u"tokenId"_s, u"0123456789abcdef0123456789abcdef"_s}};
}

void LockedTest::toolsAreRefusedInWords()
{
    QFETCH(QString, tool);
    QFETCH(QJsonObject, arguments);
    const QJsonObject result = call(tool, arguments);
    QVERIFY(result.value("isError"_L1).toBool());
    QVERIFY2(textOf(result).contains(u"Tokensmith is locked. Unlock it in its window"_s), qPrintable(textOf(result)));
}

void LockedTest::nothingElseIsRead_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("prompt") << u"prompts/get"_s
                            << QJsonObject{{u"name"_s, u"audit_tokens"_s},
                                           {u"arguments"_s, QJsonObject{{u"account"_s, u"Harbour Labs"_s}}}};
    QTest::newRow("resource") << u"resources/read"_s << QJsonObject{{u"uri"_s, u"tokensmith://tokens"_s}};
}

void LockedTest::nothingElseIsRead()
{
    QFETCH(QString, method);
    QFETCH(QJsonObject, params);
    const QJsonObject body{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, method}, {u"params"_s, params}};
    const QByteArray key = m_services->generatedKey()->reveal();
    const QJsonObject error = m_client.post(m_mcp, body, {{"X-API-Key", key}}).json.value("error"_L1).toObject();
    const QString message = error.value("message"_L1).toString();
    QVERIFY2(message.contains(u"Tokensmith is locked. Unlock it in its window"_s), qPrintable(message));
    QCOMPARE(error.value("data"_L1)["code"_L1].toString(), u"unavailable"_s);
}

void LockedTest::healthSaysSo()
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(m_mcp.resolved(QUrl(u"/health"_s)))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
    QVERIFY(reply->readAll().contains("Tokensmith is locked"));
}

void LockedTest::refusalsAreOnRecord()
{
    const auto entries = m_services->audit().before(std::numeric_limits<qint64>::max(), 10);
    QVERIFY(entries);
    QVERIFY(std::any_of(entries->begin(), entries->end(), [](const audit::NumberedEntry &one) {
        return one.entry.operation == u"revoke_token"_s && one.entry.error.contains(u"locked"_s);
    }));
}

void LockedTest::unlockingServesAgain()
{
    (void)QCoro::waitFor(m_services->findBootstrapToken());
    m_services->lock().unlock();
    const QJsonObject result = call(u"list_tokens"_s, {{u"type"_s, u"user"_s}});
    QVERIFY2(!result.value("isError"_L1).toBool(), qPrintable(textOf(result)));
}

QTEST_GUILESS_MAIN(LockedTest)
#include "tst_locked.moc"
