// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/auditing.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using audit::Entry;

class AuditingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRotationThatWasDone();
    void aRefusedCreation();
    void aCallTooMany();
    void sinksWriteToTheLog();
};

void AuditingTest::aRotationThatWasDone()
{
    const Entry entry = app::entryFor({.operation = u"rotate_token"_s,
                                       .actor = {.client = u"ci"_s, .correlationId = "ctm-1"},
                                       .owner = model::Owner::account(QString(32, u'a')),
                                       .tokenId = QString(32, u'1'),
                                       .tokenName = u"deploy"_s,
                                       .newTokenId = QString(32, u'2')});
    QCOMPARE(entry.operation, u"rotate_token"_s);
    QCOMPARE(entry.outcome, Entry::Outcome::Done);
    QCOMPARE(entry.tokenType, u"account"_s);
    QCOMPARE(entry.accountId, QString(32, u'a'));
    QCOMPARE(entry.tokenId, QString(32, u'1'));
    QCOMPARE(entry.tokenName, u"deploy"_s);
    QCOMPARE(entry.newTokenId, QString(32, u'2'));
    QCOMPARE(entry.client, u"ci"_s);
    QCOMPARE(entry.correlationId, u"ctm-1"_s);
    QVERIFY(entry.error.isEmpty() && entry.code.isEmpty());
}

void AuditingTest::aRefusedCreation()
{
    const Entry entry = app::entryFor({.operation = u"create_token"_s,
                                       .tokenName = u"x"_s,
                                       .error = base::Error{.code = base::Error::Code::QuotaExceeded,
                                                            .message = u"Too many tokens."_s,
                                                            .detail = u"internal words"_s,
                                                            .cfRay = u"8f"_s}});
    QCOMPARE(entry.outcome, Entry::Outcome::Failed);
    QCOMPARE(entry.tokenType, u"user"_s);
    QCOMPARE(entry.error, u"Too many tokens."_s);
    QCOMPARE(entry.code, u"quota_exceeded"_s);
    QCOMPARE(entry.cfRay, u"8f"_s);
    QVERIFY(entry.client.isEmpty());
}

void AuditingTest::aCallTooMany()
{
    const Entry entry = app::entryFor(
        mcp::RefusedCall{.tool = u"revoke_token"_s,
                         .context = {.client = {.name = u"laptop"_s}, .correlationId = "mine"},
                         .arguments = {{u"type"_s, u"account"_s}, {u"accountId"_s, u"acc"_s}, {u"tokenId"_s, u"tok"_s}},
                         .error = {.code = base::Error::Code::RateLimited, .message = u"Too many."_s}});
    QCOMPARE(entry.operation, u"revoke_token"_s);
    QCOMPARE(entry.outcome, Entry::Outcome::Failed);
    QCOMPARE(entry.tokenType, u"account"_s);
    QCOMPARE(entry.accountId, u"acc"_s);
    QCOMPARE(entry.tokenId, u"tok"_s);
    QCOMPARE(entry.client, u"laptop"_s);
    QCOMPARE(entry.code, u"rate_limited"_s);
}

void AuditingTest::sinksWriteToTheLog()
{
    const test::FakeClock clock(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    QByteArrayList lines;
    audit::AuditLog log({.clock = clock, .mirror = [&lines](const QByteArray &line) { lines.append(line); }});
    const QRegularExpression unwritten(u"an audit entry is not on disk"_s);
    QTest::ignoreMessage(QtCriticalMsg, unwritten);
    QTest::ignoreMessage(QtCriticalMsg, unwritten);
    app::actionSink(log)({.operation = u"roll_token"_s});
    app::refusalSink(log)({.tool = u"create_token"_s});
    QCOMPARE(lines.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(lines.front())["operation"_L1].toString(), u"roll_token"_s);
    QCOMPARE(QJsonDocument::fromJson(lines.front())["timestamp"_L1].toString(), u"2026-11-23T12:00:00.000Z"_s);
    QCOMPARE(QJsonDocument::fromJson(lines.back())["level"_L1].toString(), u"error"_s);
}

QTEST_GUILESS_MAIN(AuditingTest)
#include "tst_auditing.moc"
