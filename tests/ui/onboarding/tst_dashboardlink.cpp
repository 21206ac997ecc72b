// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/dashboardlink.h"

#include <QDesktopServices>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;
using tokensmith::base::Error;
using Kind = tokensmith::model::Owner::Kind;

class DashboardLinkTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void browse(const QUrl &url) { m_browsed.append(url); }

private Q_SLOTS:
    void formIsFilledIn_data();
    void formIsFilledIn();
    void onlyCloudflareIsOpened_data();
    void onlyCloudflareIsOpened();

private:
    QList<QUrl> m_browsed;
};

void DashboardLinkTest::formIsFilledIn_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("key");
    QTest::newRow("user") << Kind::User << u"https://dash.cloudflare.com/profile/api-tokens?"_s << u"api_tokens"_s;
    QTest::newRow("account") << Kind::Account << u"https://dash.cloudflare.com/?to=/:account/api-tokens&"_s
                             << u"account_api_tokens"_s;
}

void DashboardLinkTest::formIsFilledIn()
{
    QFETCH(Kind, kind);
    QFETCH(QString, start);
    QFETCH(QString, key);
    const QUrl url = bootstrapTokenForm(kind);
    QVERIFY(url.isValid());
    QVERIFY2(url.toString(QUrl::FullyEncoded).startsWith(start), qPrintable(url.toString(QUrl::FullyEncoded)));
    const QUrlQuery query(url);
    const QByteArray keys = query.queryItemValue(u"permissionGroupKeys"_s, QUrl::FullyDecoded).toUtf8();
    const QJsonArray list = QJsonDocument::fromJson(keys).array();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list.at(0)[u"key"_s].toString(), key);
    QCOMPARE(list.at(0)[u"type"_s].toString(), u"edit"_s);
    QCOMPARE(list.at(1)[u"type"_s].toString(), u"read"_s);
    QVERIFY(!query.queryItemValue(u"name"_s).isEmpty());
    QVERIFY(isOpenable(url));
}

void DashboardLinkTest::onlyCloudflareIsOpened_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("opened");
    QTest::newRow("dashboard") << QUrl(u"https://dash.cloudflare.com/profile"_s) << true;
    QTest::newRow("documentation") << QUrl(u"https://developers.cloudflare.com/api/"_s) << true;
    QTest::newRow("http") << QUrl(u"http://dash.cloudflare.com/"_s) << false;
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s) << false;
    QTest::newRow("other host") << QUrl(u"https://dash.cloudflare.com.example.org/"_s) << false;
    QTest::newRow("user part") << QUrl(u"https://dash.cloudflare.com@example.org/"_s) << false;
    QTest::newRow("hidden user part") << QUrl(u"https://me@dash.cloudflare.com/"_s) << false;
    QTest::newRow("other port") << QUrl(u"https://dash.cloudflare.com:8443/"_s) << false;
    QTest::newRow("empty") << QUrl() << false;
}

void DashboardLinkTest::onlyCloudflareIsOpened()
{
    QFETCH(QUrl, url);
    QFETCH(bool, opened);
    m_browsed.clear();
    for (const QString &scheme : {u"https"_s, u"http"_s, u"file"_s})
        QDesktopServices::setUrlHandler(scheme, this, "browse");
    const auto result = openInBrowser(url);
    QCOMPARE(result.has_value(), opened);
    QCOMPARE(m_browsed, opened ? QList<QUrl>{url} : QList<QUrl>());
    if (!opened)
        QCOMPARE(result.error().code, Error::Code::InvalidArgument);
}

QTEST_MAIN(DashboardLinkTest)
#include "tst_dashboardlink.moc"
