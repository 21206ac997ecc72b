// SPDX-License-Identifier: GPL-3.0-or-later
// What the wizard says of a draft: in words, in checks, and when it is refused.
#include "core/tokens/allowlist.h"
#include "ui/create/createrefusal.h"
#include "ui/create/reviewchecks.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using catalog::Level;
using ui::RefusedAt;
using ui::TokenDraft;

class CreateWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItCanAndWhere();
    void saysWhatItCant_data();
    void saysWhatItCant();
    void addsReadOnZoneOnce();
    void leavesOutTokenManagers();
    void warnsOfWidthAndNoEnd();
    void approvesOfANarrowToken();
    void countsOnlyNoticesToCome();
    void knowsTakenNames();
    void wordsRefusals_data();
    void wordsRefusals();
    void keepsCloudflaresWords();

private:
    [[nodiscard]] static TokenDraft dns();
    [[nodiscard]] static ui::ReviewContext narrow();
    [[nodiscard]] static QStringList titles(const ui::ReviewContext &context, ui::Tone tone);
};

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);

std::vector<model::PermissionGroup> groups()
{
    const auto group = [](const QString &id, const QString &name, QLatin1StringView scope) {
        return model::PermissionGroup{.id = id, .name = name, .scopes = {scope}};
    };
    return {group(u"z1"_s, u"DNS Read"_s, model::scope::zone),
            group(u"z2"_s, u"DNS Write"_s, model::scope::zone),
            group(u"z3"_s, u"Zone Read"_s, model::scope::zone),
            group(u"z4"_s, u"Zone Write"_s, model::scope::zone),
            group(u"a1"_s, u"Logs Read"_s, model::scope::account),
            group(u"u1"_s, u"API Tokens Write"_s, model::scope::user)};
}

std::size_t at(const TokenDraft &draft, const QString &name)
{
    const auto &all = draft.permissions.all();
    return std::size_t(std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; })
                       - all.begin());
}

} // namespace

TokenDraft CreateWordsTest::dns()
{
    TokenDraft draft{.name = u"ci"_s, .permissions = ui::PermissionChoices(groups())};
    draft.permissions.setLevel(at(draft, u"DNS"_s), Level::Write);
    return draft;
}

void CreateWordsTest::saysWhatItCanAndWhere()
{
    TokenDraft draft = dns();
    draft.zones = TokenDraft::Zones::Chosen;
    draft.zoneIds = {u"1"_s, u"2"_s};
    const ui::PlaceNames names{.account = u"Acme"_s, .zones = {u"a.example"_s, u"b.example"_s}};
    const std::vector<ui::AccessLine> lines = ui::accessLines(draft, names);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0].what, u"Edit DNS records"_s);
    QCOMPARE(lines[0].where, u"in a.example and b.example"_s);
    QCOMPARE(lines[1].what, u"Read zone names"_s);
    QCOMPARE(lines[1].where, u"in the same 2 zones"_s);
    QCOMPARE(ui::countWords(draft.permissions), u"1 edit, 1 read"_s);
    QCOMPARE(ui::placesOf(draft, names), names.zones);
}

void CreateWordsTest::saysWhatItCant_data()
{
    QTest::addColumn<TokenDraft>("draft");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("words");
    TokenDraft draft = dns();
    QTest::newRow("every zone") << draft << QString() << u"Touch accounts, their members or other tokens."_s;
    QTest::newRow("zones of one account")
        << draft << u"Acme"_s << u"Touch the account, its members, other accounts or other tokens."_s;
    draft.zones = TokenDraft::Zones::Chosen;
    draft.zoneIds = {u"1"_s};
    QTest::newRow("one zone") << draft << u"Acme"_s
                              << u"Touch other zones, the account, its members or other tokens."_s;
    draft.permissions.setLevel(at(draft, u"DNS"_s), Level::Read);
    QTest::newRow("only reads") << draft << u"Acme"_s
                                << u"Change anything. Touch other zones, the account, its members or other tokens."_s;
    draft.permissions.clear();
    QTest::newRow("nothing") << draft << u"Acme"_s << QString();
}

void CreateWordsTest::saysWhatItCant()
{
    QFETCH(TokenDraft, draft);
    QFETCH(QString, account);
    QTEST(ui::cannotWords(draft, {.account = account, .zones = {u"a.example"_s}}), "words");
}

void CreateWordsTest::addsReadOnZoneOnce()
{
    TokenDraft draft = dns();
    const std::size_t zone = at(draft, u"Zone"_s);
    QCOMPARE(draft.permissions.companion(), std::optional(zone));
    draft.permissions.setLevel(at(draft, u"DNS"_s), Level::None);
    QCOMPARE(draft.permissions.chosenCount(), 0); // it goes with what needed it
    draft.permissions.setLevel(at(draft, u"DNS"_s), Level::Read);
    draft.permissions.setLevel(zone, Level::None);
    draft.permissions.setLevel(at(draft, u"DNS"_s), Level::Write);
    QCOMPARE(draft.permissions.chosenCount(), 1); // declined
    draft.permissions.setLevel(zone, Level::Write);
    QVERIFY(!draft.permissions.companion()); // the person's own
}

void CreateWordsTest::leavesOutTokenManagers()
{
    const TokenDraft draft = dns();
    QVERIFY(draft.permissions.leavesOutTokenManagers());
    QCOMPARE(at(draft, u"API Tokens"_s), draft.permissions.all().size());
}

ui::ReviewContext CreateWordsTest::narrow()
{
    const QString zone(32, u'b');
    TokenDraft draft = dns();
    draft.zones = TokenDraft::Zones::Chosen;
    draft.zoneIds = {zone};
    model::TokenSpec spec{.name = u"records"_s, .expiresOn = kNow.addDays(90)};
    spec.condition.in = {u"203.0.113.24/32"_s};
    spec.policies = {{.resources = {{.key = model::scope::zone + u'.' + zone}},
                      .permissionGroups = {{.id = u"z2"_s}, {.id = u"z3"_s}}}};
    return {.draft = draft,
            .names = {.account = u"Acme"_s, .zones = {u"a.example"_s}},
            .spec = spec,
            .ownAddress = u"203.0.113.24"_s,
            .now = kNow};
}

QStringList CreateWordsTest::titles(const ui::ReviewContext &context, ui::Tone tone)
{
    QStringList found;
    for (const ui::ReviewCheck &check : ui::reviewChecks(context)) {
        if (check.tone == tone)
            found.append(check.title);
    }
    return found;
}

void CreateWordsTest::warnsOfWidthAndNoEnd()
{
    ui::ReviewContext context = narrow();
    context.spec.name = u"github-actions"_s;
    context.spec.expiresOn = {};
    context.spec.policies[0].resources = {{.key = model::scope::zone + ".*"_L1}};
    QCOMPARE(titles(context, ui::Tone::Warn),
             (QStringList{u"CI runners may use other addresses"_s, u"It reaches every zone"_s, u"It never expires"_s}));
    context.spec.condition.in.clear();
    QCOMPARE(titles(context, ui::Tone::Info), QStringList{u"It works from any address"_s});
}

void CreateWordsTest::approvesOfANarrowToken()
{
    QCOMPARE(titles(narrow(), ui::Tone::Warn), QStringList());
    QVERIFY(titles(narrow(), ui::Tone::Ok).contains(u"No wider than needed"_s));
}

void CreateWordsTest::countsOnlyNoticesToCome()
{
    ui::ReviewContext context = narrow();
    const auto why = [&context](const QString &title) {
        for (const ui::ReviewCheck &check : ui::reviewChecks(context)) {
            if (check.title == title)
                return check.why;
        }
        return QString();
    };
    QCOMPARE(why(u"It expires, and you will be reminded"_s), u"Notices 30, 14, 7 and 1 day before 21 Feb 2027."_s);
    context.spec.expiresOn = kNow.addDays(10);
    QCOMPARE(why(u"It expires, and you will be reminded"_s), u"Notices 7 and 1 day before 3 Dec 2026."_s);
    context.spec.expiresOn = kNow.addDays(1);
    QVERIFY(why(u"It expires, and you will be reminded"_s).isEmpty());
}

void CreateWordsTest::knowsTakenNames()
{
    ui::ReviewContext context = narrow();
    context.takenNames = {u"Records"_s};
    QCOMPARE(titles(context, ui::Tone::Warn), QStringList{u"The name is taken"_s});
}

void CreateWordsTest::wordsRefusals_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<RefusedAt>("at");
    QTest::newRow("name") << u"name"_s << RefusedAt::Name;
    QTest::newRow("address") << u"ipAllow[2]"_s << RefusedAt::Allow;
    QTest::newRow("other address") << u"ipDeny[0]"_s << RefusedAt::Deny;
    QTest::newRow("start") << u"notBefore"_s << RefusedAt::Start;
    QTest::newRow("end") << u"expiresOn"_s << RefusedAt::End;
    QTest::newRow("zones") << u"zoneIds"_s << RefusedAt::Access;
    QTest::newRow("account") << u"accountId"_s << RefusedAt::Access;
    QTest::newRow("allow list") << QString(tokens::kAllowListField) << RefusedAt::Access;
}

void CreateWordsTest::wordsRefusals()
{
    QFETCH(QString, field);
    const QString jargon = u"Give accountId or zoneIds, as ALLOWED_ACCOUNT_IDS says."_s;
    const ui::Refusal refusal =
        ui::refusalOf({.code = base::Error::Code::InvalidArgument, .message = jargon, .field = field});
    QTEST(refusal.at, "at");
    QVERIFY(!refusal.sentence.isEmpty());
    QVERIFY2(refusal.sentence != jargon, qPrintable(refusal.sentence));
}

void CreateWordsTest::keepsCloudflaresWords()
{
    const base::Error error{.code = base::Error::Code::PermissionDenied,
                            .message = u"Cloudflare won't let this token grant \"Billing Edit\"."_s,
                            .field = u"permissions"_s,
                            .httpStatus = 403};
    QCOMPARE(ui::refusalOf(error).sentence, error.message);
    QCOMPARE(ui::refusalOf(error).at, RefusedAt::Access);
}

QTEST_GUILESS_MAIN(CreateWordsTest)
#include "tst_createwords.moc"
