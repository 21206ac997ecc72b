// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

using namespace Qt::StringLiterals;
using namespace tokensmith;
using test::Answer;
using test::SandboxFixture;

/** User, memberships, accounts, zones, addresses. */
class AccountEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void user();
    void memberships();
    void accounts();
    void accountTokenSeesItsAccountOnly();
    void zones_data();
    void zones();
    void addressesNeedNoToken();

private:
    static QStringList names(const Answer &answer)
    {
        QStringList found;
        for (const auto &item : answer.list())
            found.append(item.toObject().value(u"name"_s).toString());
        return found;
    }
};

void AccountEndpointsTest::user()
{
    SandboxFixture cloudflare;
    const Answer answer = cloudflare.get("/user");
    QCOMPARE(answer.object().value(u"id"_s), QJsonValue(cloudflare.world().user().id));
    QCOMPARE(answer.object().value(u"organizations"_s).toArray().size(), 3);
    COMPARE_REFUSAL(cloudflare.get("/user", cloudflare.accountBootstrap()), 403, 9109);
}

void AccountEndpointsTest::memberships()
{
    SandboxFixture cloudflare;
    const Answer answer = cloudflare.get("/memberships");
    QCOMPARE(answer.list().size(), 3);
    const QJsonObject first = answer.list().at(0).toObject();
    QCOMPARE(first.value(u"account"_s).toObject().value(u"name"_s), QJsonValue(u"Fernhill"_s));
    const Answer one = cloudflare.get("/memberships/" + first.value(u"id"_s).toString().toLatin1());
    QCOMPARE(one.object(), first);
    QCOMPARE(cloudflare.get("/memberships?name=Harbour%20Labs").list().size(), 1);
    QCOMPARE(cloudflare.get("/memberships?status=pending").list().size(), 0);
    COMPARE_REFUSAL(cloudflare.get("/memberships", cloudflare.accountBootstrap()), 400, 9106);
}

void AccountEndpointsTest::accounts()
{
    SandboxFixture cloudflare;
    const QStringList sorted{u"Fernhill"_s, u"Harbour Labs"_s, u"Northgate Studio"_s};
    QCOMPARE(names(cloudflare.get("/accounts")), sorted);
    QCOMPARE(names(cloudflare.get("/accounts?direction=desc")), QStringList(sorted.rbegin(), sorted.rend()));
    QCOMPARE(names(cloudflare.get("/accounts?name=Fernhill")), QStringList(u"Fernhill"_s));
    QCOMPARE(cloudflare.get("/accounts").json.value(u"result_info"_s).toObject().value(u"total_count"_s).toInt(), 3);
    const Answer one = cloudflare.get("/accounts/" + cloudflare.account());
    QCOMPARE(one.object().value(u"name"_s), QJsonValue(u"Harbour Labs"_s));
    QCOMPARE(one.object().value(u"type"_s), QJsonValue(u"standard"_s));
}

void AccountEndpointsTest::accountTokenSeesItsAccountOnly()
{
    SandboxFixture cloudflare;
    const QByteArray own = cloudflare.accountBootstrap(1);
    QCOMPARE(names(cloudflare.get("/accounts", own)), QStringList(u"Fernhill"_s));
    QCOMPARE(cloudflare.get("/zones", own).list().size(), 4);
    COMPARE_REFUSAL(cloudflare.get("/accounts/" + cloudflare.account(0), own), 403, 10000);
    COMPARE_REFUSAL(cloudflare.get(cloudflare.accountTokens(0), own), 403, 10000);
    COMPARE_REFUSAL(cloudflare.get("/user/tokens", own), 403, 9109);
    // A token without any such right sees nothing, and is not refused.
    QCOMPARE(cloudflare.get("/accounts", cloudflare.seeded(u"old-jenkins"_s).secret).list().size(), 0);
}

void AccountEndpointsTest::zones_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << QByteArray("") << 12;
    QTest::newRow("name") << QByteArray("name=fernhill.example") << 1;
    QTest::newRow("no such name") << QByteArray("name=example.com") << 0;
    QTest::newRow("account") << QByteArray("account.id={0}") << 5;
    QTest::newRow("account's name") << QByteArray("account.name=Harbour+Labs") << 5;
    QTest::newRow("status") << QByteArray("status=active") << 12;
    QTest::newRow("other status") << QByteArray("status=pending") << 0;
    QTest::newRow("page") << QByteArray("per_page=5&page=3") << 2;
}

void AccountEndpointsTest::zones()
{
    QFETCH(QByteArray, query);
    QFETCH(int, count);
    SandboxFixture cloudflare;
    const Answer answer = cloudflare.get("/zones?" + query.replace("{0}", cloudflare.account()));
    QCOMPARE(answer.list().size(), count);
    for (const auto &item : answer.list()) {
        const Answer one = cloudflare.get("/zones/" + item.toObject().value(u"id"_s).toString().toLatin1());
        QCOMPARE(one.object(), item.toObject());
    }
}

void AccountEndpointsTest::addressesNeedNoToken()
{
    SandboxFixture cloudflare;
    http::HttpRequest request = cloudflare.requestFor({.path = "/ips"});
    request.headers.clear();
    const Answer answer = cloudflare.raw(request);
    QCOMPARE(answer.status(), 200);
    QVERIFY(!answer.object().value(u"ipv4_cidrs"_s).toArray().isEmpty());
}

QTEST_GUILESS_MAIN(AccountEndpointsTest)
#include "tst_accountendpoints.moc"
