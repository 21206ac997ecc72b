// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told of a call before it runs.
#include "core/mcp/tools/effects.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using clients::ApprovalEffect;
using clients::ApprovalWords;

namespace {

const QDateTime kEnd(QDate(2026, 12, 23), QTime(10, 24), Qt::UTC);

model::Policy dnsOfZone()
{
    return {.resources = {{.key = u"com.cloudflare.api.account.zone.z"_s}},
            .permissionGroups = {{.id = u"1"_s, .name = u"DNS Write"_s}, {.id = u"2"_s, .name = u"Zone Read"_s}}};
}

catalog::Names names()
{
    return {.account = [](const QString &) { return u"Acme\nCorp"_s; },
            .zone = [](const QString &) { return u"example.com"_s; }};
}

mcp::Subject known()
{
    return {.id = u"t"_s,
            .token = model::Token{.owner = model::Owner::account(u"a"_s),
                                  .id = u"t"_s,
                                  .name = u"deploy\u202E"_s,
                                  .expiresOn = kEnd,
                                  .policies = {dnsOfZone()}},
            .names = names()};
}

QString all(const std::vector<ApprovalWords> &words)
{
    QStringList lines;
    for (const ApprovalWords &one : words)
        lines += one.lead + u'|' + one.text;
    return lines.join(u'\n');
}

} // namespace

class EffectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creating();
    void theWorstWarningIsFirst();
    void updatingShowsBothSides();
    void whatIsTakenAwayIsSaid();
    void rotating();
    void anUnknownTokenIsSaidToBe();
};

void EffectsTest::creating()
{
    const ApprovalEffect effect = mcp::effectOfCreating({.owner = model::Owner::account(u"a"_s),
                                                         .spec = {.name = u"ci\n-dns"_s,
                                                                  .policies = {dnsOfZone()},
                                                                  .condition = {.in = {u"192.0.2.7/32"_s}},
                                                                  .expiresOn = kEnd},
                                                         .names = names()});
    QCOMPARE(effect.sentences.front().lead, u"ci -dns"_s);
    QCOMPARE(effect.sentences.at(1).lead, u"In the zone example.com:"_s);
    QCOMPARE(effect.sentences.at(1).text, u"Edit DNS. Read Zone."_s);
    QVERIFY(effect.facts);
    QVERIFY(effect.facts->tokenId.isEmpty());
    QCOMPARE(effect.facts->permissions, (QStringList{u"DNS Edit"_s, u"Zone Read"_s}));
    QCOMPARE(effect.facts->places, QStringList{u"The zone example.com"_s});
    QCOMPARE(effect.facts->ownerName, u"Acme Corp"_s);
    QCOMPARE(effect.facts->expiresOn, std::optional(kEnd));
    QCOMPARE(effect.facts->condition.in, QStringList{u"192.0.2.7/32"_s});
    QVERIFY(effect.warnings.empty());
}

void EffectsTest::theWorstWarningIsFirst()
{
    using model::Severity;
    const ApprovalEffect effect =
        mcp::effectOfCreating({.owner = {},
                               .spec = {.name = u"a"_s},
                               .findings = {{.severity = Severity::Low, .title = u"Low"_s, .sentence = u"One."_s},
                                            {.severity = Severity::High, .title = u"High"_s, .sentence = u"Two."_s}}});
    QCOMPARE(all(effect.warnings), u"High.|Two.\nLow.|One."_s);
}

void EffectsTest::updatingShowsBothSides()
{
    const ApprovalEffect effect = mcp::effectOfUpdating(
        known(), {.token = {},
                  .changes = {{.what = u"name"_s, .before = {u"deploy"_s}, .after = {u"other"_s}}},
                  .warnings = {u"Odd."_s}});
    QCOMPARE(effect.sentences.front().lead, u"deploy"_s);
    QCOMPARE(effect.differences.size(), 1U);
    QCOMPARE(effect.differences.front().after, QStringList{u"other"_s});
    QCOMPARE(all(effect.warnings), u"|Odd."_s);
    const ApprovalEffect none = mcp::effectOfUpdating(known(), {.token = {}});
    QVERIFY(none.sentences.front().text.contains(u"nothing would change"_s));
}

void EffectsTest::whatIsTakenAwayIsSaid()
{
    QVERIFY(all(mcp::effectOfRolling(known()).sentences).contains(u"stops working at once"_s));
    const ApprovalEffect effect = mcp::effectOfRevoking(known());
    QVERIFY(all(effect.sentences).contains(u"revoked for good"_s));
    QCOMPARE(effect.facts->tokenId, u"t"_s);
    QCOMPARE(effect.facts->permissions.front(), u"DNS Edit"_s);
    QVERIFY(effect.warnings.empty());
}

void EffectsTest::rotating()
{
    using Wish = mcp::RotationWish;
    const ApprovalEffect stays = mcp::effectOfRotating(known(), {.expiresIn = u"30d"_s});
    QVERIFY(all(stays.sentences).contains(u"Both work"_s));
    QVERIFY(all(stays.sentences).contains(u"30d"_s));
    QVERIFY(stays.warnings.empty());
    const ApprovalEffect revoked =
        mcp::effectOfRotating(known(), {.oldToken = Wish::OldToken::Revoked, .expiresIn = u"never"_s});
    QVERIFY(!all(revoked.sentences).contains(u"Both work"_s));
    QVERIFY(all(revoked.warnings).contains(u"never expire"_s));
}

void EffectsTest::anUnknownTokenIsSaidToBe()
{
    const ApprovalEffect effect = mcp::effectOfRevoking({.id = u"0123"_s});
    QCOMPARE(effect.sentences.front().lead, u"0123"_s);
    QVERIFY(!effect.facts);
    QCOMPARE(effect.warnings.size(), 1U);
}

QTEST_GUILESS_MAIN(EffectsTest)
#include "tst_effects.moc"
