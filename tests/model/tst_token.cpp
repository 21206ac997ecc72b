// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/token.h"

#include <QTest>

using namespace tokensmith;
using model::EffectiveStatus;
using model::TokenStatus;

Q_DECLARE_METATYPE(model::TokenStatus)
Q_DECLARE_METATYPE(model::EffectiveStatus)

using namespace Qt::StringLiterals;

class TokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClockDecides_data();
    void theClockDecides();
    void grantsAreSets();
};

void TokenTest::theClockDecides_data()
{
    QTest::addColumn<TokenStatus>("status");
    QTest::addColumn<int>("startsIn"); // seconds from now; 0: no limit
    QTest::addColumn<int>("endsIn");
    QTest::addColumn<EffectiveStatus>("expected");
    QTest::newRow("active") << TokenStatus::Active << 0 << 0 << EffectiveStatus::Active;
    QTest::newRow("active, ends later") << TokenStatus::Active << -5 << 5 << EffectiveStatus::Active;
    QTest::newRow("called active, ended") << TokenStatus::Active << 0 << -1 << EffectiveStatus::Expired;
    QTest::newRow("ends now") << TokenStatus::Active << 0 << -0x7fffffff << EffectiveStatus::Expired;
    QTest::newRow("starts later") << TokenStatus::Active << 5 << 9 << EffectiveStatus::NotYetActive;
    QTest::newRow("disabled") << TokenStatus::Disabled << 0 << 5 << EffectiveStatus::Disabled;
    QTest::newRow("disabled, ended") << TokenStatus::Disabled << 0 << -5 << EffectiveStatus::Expired;
    QTest::newRow("exposed") << TokenStatus::Exposed << 0 << -5 << EffectiveStatus::Exposed;
    QTest::newRow("a new word") << TokenStatus::Unknown << 0 << 0 << EffectiveStatus::Unknown;
}

void TokenTest::theClockDecides()
{
    QFETCH(TokenStatus, status);
    QFETCH(int, startsIn);
    QFETCH(int, endsIn);
    QFETCH(EffectiveStatus, expected);
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    model::Token token{.status = status};
    if (startsIn != 0)
        token.notBefore = now.addSecs(startsIn);
    if (endsIn != 0)
        token.expiresOn = now.addSecs(endsIn);
    QCOMPARE(model::effectiveStatus(token, now), expected);
}

void TokenTest::grantsAreSets()
{
    const model::Policy dns{.resources = {{.key = u"zone.1"_s}, {.key = u"zone.2"_s}},
                            .permissionGroups = {{.id = u"g1"_s}, {.id = u"g2"_s}}};
    const model::Policy reordered{.id = u"x"_s,
                                  .resources = {{.key = u"zone.2"_s}, {.key = u"zone.1"_s}},
                                  .permissionGroups = {{.id = u"g2"_s, .name = u"n"_s}, {.id = u"g1"_s}}};
    const model::Policy nested{.resources = {{.key = u"zone.1"_s, .nested = {u"zone.2"_s}}},
                               .permissionGroups = {{.id = u"g1"_s}, {.id = u"g2"_s}}};
    model::Policy denied = dns;
    denied.effect = model::Policy::Effect::Deny;
    QVERIFY(model::sameGrants({dns}, {reordered}));
    QVERIFY(!model::sameGrants({dns}, {nested}));
    QVERIFY(!model::sameGrants({dns}, {denied}));
    QVERIFY(!model::sameGrants({dns}, {}));
}

QTEST_GUILESS_MAIN(TokenTest)
#include "tst_token.moc"
