// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "tests/support/randomtoken.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeed = 20261124;
constexpr int kTokens = 5'000;

QByteArray shown(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

std::optional<qint64> seconds(const std::optional<QDateTime> &time)
{
    return time ? std::optional(time->toSecsSinceEpoch()) : std::nullopt;
}

} // namespace

/** What holds for any token JSON, from the same invented ones in each run. */
class TokenPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInfo("seed %u, %d tokens", kSeed, kTokens); }
    void survivesReadingAndWriting();
    void keepsWhatItDoesNotKnow();
    void asksForWhatItRead();
    void theGeneratorReachesTheHardPlaces();
};

void TokenPropertiesTest::survivesReadingAndWriting()
{
    test::RandomToken random(kSeed);
    for (int i = 0; i < kTokens; ++i) {
        const QJsonObject sent = random.token();
        const model::Token first = model::tokenFromJson(sent, {});
        const QJsonObject written = model::toJson(first);
        const model::Token second = model::tokenFromJson(written, {});
        QVERIFY2(model::toJson(second) == written, shown(sent).constData());
        QVERIFY2(model::sameGrants(first.policies, second.policies), shown(sent).constData());
        QVERIFY2(first.condition == second.condition, shown(sent).constData());
        QCOMPARE(second.name, first.name);
        QCOMPARE(second.status, first.status);
        QCOMPARE(seconds(second.expiresOn), seconds(first.expiresOn));
        QCOMPARE(seconds(second.notBefore), seconds(first.notBefore));
    }
}

void TokenPropertiesTest::keepsWhatItDoesNotKnow()
{
    test::RandomToken random(kSeed);
    for (int i = 0; i < kTokens; ++i) {
        const QJsonObject sent = random.token();
        const QJsonObject written = model::toJson(model::tokenFromJson(sent, {}));
        QVERIFY(!written.contains("value"_L1));
        for (auto it = sent.begin(); it != sent.end(); ++it) {
            if (it.key().startsWith("new_"_L1))
                QVERIFY2(written.value(it.key()) == it.value(), shown(sent).constData());
        }
        const QJsonArray policies = sent.value("policies"_L1).toArray();
        QVERIFY2(!sent.value("policies"_L1).isArray() || written["policies"_L1].toArray().size() == policies.size(),
                 shown(sent).constData());
        for (qsizetype at = 0; at < policies.size(); ++at) {
            const QJsonObject policy = policies.at(at).toObject();
            const QJsonObject kept = written["policies"_L1][at].toObject();
            for (auto it = policy.begin(); it != policy.end(); ++it) {
                const bool nothing = it.value().isNull() || it.value().toString(u"x"_s).isEmpty();
                const bool groups = it.key() == "permission_groups"_L1; // may lose a null or empty name
                if (!groups && !(nothing && it.key() == "id"_L1))
                    QVERIFY2(kept.value(it.key()) == it.value(), shown(sent).constData());
            }
        }
    }
}

void TokenPropertiesTest::asksForWhatItRead()
{
    test::RandomToken random(kSeed);
    for (int i = 0; i < kTokens; ++i) {
        const QJsonObject sent = random.token();
        const model::Token token = model::tokenFromJson(sent, {});
        const QJsonObject asked = model::toJson(model::TokenSpec{.name = token.name,
                                                                 .policies = token.policies,
                                                                 .condition = token.condition,
                                                                 .notBefore = token.notBefore,
                                                                 .expiresOn = token.expiresOn});
        const model::Token made = model::tokenFromJson(asked, {});
        QVERIFY2(model::sameGrants(made.policies, token.policies), shown(sent).constData());
        QVERIFY2(made.condition == token.condition, shown(sent).constData());
        for (const QJsonValue &policy : asked.value("policies"_L1).toArray())
            QVERIFY2(!policy.toObject().contains("id"_L1), shown(sent).constData());
    }
}

void TokenPropertiesTest::theGeneratorReachesTheHardPlaces()
{
    test::RandomToken random(kSeed);
    int unreadable = 0;
    int nested = 0;
    int others = 0;
    int news = 0;
    for (int i = 0; i < kTokens; ++i) {
        const model::Token token = model::tokenFromJson(random.token(), {});
        others += token.condition.others.isEmpty() ? 0 : 1;
        for (const model::Policy &policy : token.policies) {
            unreadable += policy.isReadable() ? 0 : 1;
            news += policy.unknown.isEmpty() ? 0 : 1;
            for (const model::Resource &resource : policy.resources)
                nested += resource.nested.isEmpty() ? 0 : 1;
        }
    }
    for (const int count : {unreadable, nested, others, news})
        QVERIFY2(count > kTokens / 100, qPrintable(QString::number(count)));
}

QTEST_GUILESS_MAIN(TokenPropertiesTest)
#include "tst_tokenproperties.moc"
