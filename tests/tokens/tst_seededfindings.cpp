// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/tokens/findings.h"
#include "tests/sandbox/sandboxfixture.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using model::Finding;
using model::Token;
using tokens::FindingContext;

/** What is said about the tokens of the sandbox's fresh world. */
class SeededFindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seededTokens_data();
    void seededTokens();
};

void SeededFindingsTest::seededTokens_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *rules) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(rules);
    };
    row("old-migration-2024", "expired");
    row("claude-dns-trial", "any-address"); // made for a day
    row("ci-dns-preview", "expires-soon any-address");
    row("certbot-mail", "expires-soon any-address");
    row("backup-r2-nightly", "");
    row("partner-logpush", "unused any-address");
    row("dns-audit-readonly", "everywhere any-address");
    row("terraform-main", "never-expires old-secret all-zones-of-account many-permissions any-address");
    row("stream-upload", "never-expires unused old-secret any-address");
    row("office-vpn-dyndns", "never-expires old-secret");
    row("leaked-in-demo-repo", "exposed");
    row("k8s-external-dns", "");
    row("hackathon-ai", "never-expires never-used any-address");
    row("launch-day-switch", "expires-soon any-address");
    row("siem-audit-pull", "");
    row("d1-restore-drill", "never-used any-address");
    row("Tokensmith bootstrap", "never-expires any-address");
    row("Tokensmith account bootstrap", "never-expires manages-tokens all-zones-of-account any-address");
}

void SeededFindingsTest::seededTokens()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    test::SandboxFixture cloudflare;
    QStringList rules;
    for (const QByteArray &list : {QByteArray("/user/tokens"), cloudflare.accountTokens(0), cloudflare.accountTokens(1),
                                   cloudflare.accountTokens(2)}) {
        for (const auto &json : cloudflare.get(list + "?per_page=50&include_expired=true").list()) {
            const Token token = model::tokenFromJson(json.toObject(), {});
            if (token.name != name || !rules.isEmpty())
                continue;
            const FindingContext context{.now = cloudflare.clock.now(),
                                         .bootstrapTokenId = cloudflare.world().bootstrapId()};
            for (const Finding &finding : tokens::findingsOf(token, context))
                rules.append(finding.rule);
        }
    }
    QCOMPARE(rules.join(u' '), expected);
}

QTEST_GUILESS_MAIN(SeededFindingsTest)
#include "tst_seededfindings.moc"
