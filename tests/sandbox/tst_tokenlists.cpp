// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::Scope;
using test::Answer;
using test::SandboxFixture;

/** Lists of tokens and of permission groups. */
class TokenListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsPageByPage();
    void expiredAreListedOnDemand();
    void wrongPages_data();
    void wrongPages();
    void permissionGroups();
};

void TokenListsTest::listsPageByPage()
{
    SandboxFixture cloudflare;
    QStringList ids;
    for (int page = 1; page <= 4; ++page) {
        const Answer answer = cloudflare.get(cloudflare.accountTokens()
                                             + "?include_expired=true&per_page=5&page=" + QByteArray::number(page));
        const QJsonObject info = answer.json.value(u"result_info"_s).toObject();
        QCOMPARE(info.value(u"page"_s).toInt(), page);
        QCOMPARE(info.value(u"per_page"_s).toInt(), 5);
        QCOMPARE(info.value(u"count"_s).toInt(), answer.list().size());
        QCOMPARE(info.value(u"total_count"_s).toInt(), 16);
        QCOMPARE(info.value(u"total_pages"_s).toInt(), 4);
        for (const auto &token : answer.list())
            ids.append(token.toObject().value(u"id"_s).toString());
    }
    QCOMPARE(ids.size(), 16);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 16);
    QVERIFY(cloudflare.get(cloudflare.accountTokens() + "?page=9").list().isEmpty());
    const Answer newestFirst =
        cloudflare.get(cloudflare.accountTokens() + "?include_expired=true&direction=desc&per_page=50");
    QCOMPARE(newestFirst.list().at(0).toObject().value(u"id"_s), QJsonValue(ids.constLast()));
    QCOMPARE(cloudflare.get("/user/tokens").json.value(u"result_info"_s).toObject().value(u"per_page"_s).toInt(), 20);
}

void TokenListsTest::expiredAreListedOnDemand()
{
    SandboxFixture cloudflare;
    const auto names = [&](const QByteArray &query) {
        QHash<QString, QString> statuses;
        for (const auto &token : cloudflare.get(cloudflare.accountTokens(1) + "?per_page=50" + query).list())
            statuses.insert(token.toObject().value(u"name"_s).toString(),
                            token.toObject().value(u"status"_s).toString());
        return statuses;
    };
    QVERIFY(!names("").contains(u"preview-deploys"_s));
    QCOMPARE(names("&include_expired=true").value(u"preview-deploys"_s), u"expired"_s);
    QCOMPARE(names("").value(u"purge-on-publish"_s), u"active"_s);
    cloudflare.clock.advance(std::chrono::hours(24 * 9)); // its last second
    QVERIFY(!names("").contains(u"purge-on-publish"_s));
    QCOMPARE(names("&include_expired=true").value(u"purge-on-publish"_s), u"expired"_s);
    const Answer northgate = cloudflare.get(cloudflare.accountTokens(2) + "?include_expired=true");
    QVERIFY(northgate.reply.body.contains("\"revoked (exposed)\""));
    QVERIFY(!cloudflare.get(cloudflare.accountTokens(2)).reply.body.contains("exposed"));
}

void TokenListsTest::wrongPages_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"per_page=4", "per_page=51", "per_page=many", "page=0", "page=-1", "page=", "per_page=20.5"})
        QTest::newRow(query) << QByteArray(query);
}

void TokenListsTest::wrongPages()
{
    QFETCH(QByteArray, query);
    SandboxFixture cloudflare;
    COMPARE_REFUSAL(cloudflare.get("/user/tokens?" + query), 400, 1001);
    COMPARE_REFUSAL(cloudflare.get("/zones?" + query), 400, 1001);
}

void TokenListsTest::permissionGroups()
{
    SandboxFixture cloudflare;
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups").list().size(), 332);
    QCOMPARE(cloudflare.get(cloudflare.accountTokens() + "/permission_groups").list().size(), 326);
    const Answer named = cloudflare.get("/user/tokens/permission_groups?name=Logs%20Read");
    QCOMPARE(named.list().size(), 2);
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups?name=Logs+Read&scope=com.cloudflare.api.account.zone")
                 .list()
                 .size(),
             1);
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups?scope=com.cloudflare.api.user").list().size(), 6);
    QCOMPARE(cloudflare.get("/user/tokens/permission_groups?name=WAF%20Write").list().size(), 0);
    const QJsonObject group = named.list().at(0).toObject();
    QCOMPARE(group.value(u"description"_s), QJsonValue(u"Grants read access to Logs"_s));
    QCOMPARE(group.value(u"category"_s), QJsonValue(u"analytics_and_logs"_s));
    QCOMPARE(group.value(u"is_selectable"_s), QJsonValue(true));
}

QTEST_GUILESS_MAIN(TokenListsTest)
#include "tst_tokenlists.moc"
