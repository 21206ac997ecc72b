// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/entry.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using audit::Entry;

class EntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheOriginalsMembers();
    void saysWhatFailed();
    void isReadBack();
    void isOneHarmlessLine();
    void isBounded();
};

namespace {

const QDateTime kTime(QDate(2026, 11, 23), QTime(12, 0, 1, 250), Qt::UTC);

QJsonObject lineAsJson(const Entry &entry)
{
    return QJsonDocument::fromJson(audit::lineOf(entry)).object();
}

} // namespace

void EntryTest::hasTheOriginalsMembers()
{
    const Entry entry{.time = kTime,
                      .operation = u"rotate_token"_s,
                      .tokenType = u"account"_s,
                      .accountId = QString(32, u'a'),
                      .tokenId = QString(32, u'1'),
                      .tokenName = u"ci"_s,
                      .newTokenId = QString(32, u'2'),
                      .client = u"claude"_s,
                      .clientIp = u"127.0.0.1"_s,
                      .correlationId = u"ctm-1"_s,
                      .cfRay = u"8f-FRA"_s};
    const QJsonObject expected{{u"level"_s, u"info"_s},
                               {u"type"_s, u"audit"_s},
                               {u"timestamp"_s, u"2026-11-23T12:00:01.250Z"_s},
                               {u"operation"_s, u"rotate_token"_s},
                               {u"tokenType"_s, u"account"_s},
                               {u"accountId"_s, QString(32, u'a')},
                               {u"tokenId"_s, QString(32, u'1')},
                               {u"tokenName"_s, u"ci"_s},
                               {u"success"_s, true},
                               {u"clientIp"_s, u"127.0.0.1"_s},
                               {u"newTokenId"_s, QString(32, u'2')},
                               {u"client"_s, u"claude"_s},
                               {u"correlationId"_s, u"ctm-1"_s},
                               {u"cfRay"_s, u"8f-FRA"_s}};
    QCOMPARE(lineAsJson(entry), expected);
}

void EntryTest::saysWhatFailed()
{
    const QJsonObject json = lineAsJson({.time = kTime,
                                         .operation = u"revoke_token"_s,
                                         .outcome = Entry::Outcome::Failed,
                                         .error = u"No such token."_s,
                                         .code = u"not_found"_s});
    QCOMPARE(json["level"_L1].toString(), u"error"_s);
    QCOMPARE(json["success"_L1], QJsonValue(false));
    QCOMPARE(json["error"_L1].toString(), u"No such token."_s);
    QCOMPARE(json["code"_L1].toString(), u"not_found"_s);
    QVERIFY(!json.contains("tokenName"_L1));
}

void EntryTest::isReadBack()
{
    const Entry entry{.time = kTime, .operation = u"create_token"_s, .tokenName = u"ünï"_s, .client = u"ci"_s};
    const auto read = audit::entryFromJson(lineAsJson(entry));
    QVERIFY(read);
    QCOMPARE(read->time, kTime);
    QCOMPARE(audit::lineOf(*read), audit::lineOf(entry));
    QVERIFY(!audit::entryFromJson({}));
}

void EntryTest::isOneHarmlessLine()
{
    const QString nasty = u"a\n{\"type\":\"audit\"}\r\x1b[31m\u202e\u0000b\u2028c\x7f"_s + QChar(0xd800);
    const QByteArray line = audit::lineOf({.time = kTime, .operation = nasty, .tokenName = nasty, .client = nasty});
    for (const char c : line)
        QVERIFY(static_cast<uchar>(c) >= 0x20 && c != 0x7f);
    const QString text = QString::fromUtf8(line);
    QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x2028)));
    QCOMPARE(QString::fromUtf8(line).toUtf8(), line); // survives the database's text
    QVERIFY(!QJsonDocument::fromJson(line).isNull());
}

void EntryTest::isBounded()
{
    const QString huge(1'000'000, u'x');
    const QByteArray line = audit::lineOf({.time = kTime,
                                           .operation = huge,
                                           .tokenType = huge,
                                           .accountId = huge,
                                           .tokenId = huge,
                                           .tokenName = huge,
                                           .newTokenId = huge,
                                           .error = huge,
                                           .code = huge,
                                           .client = huge,
                                           .clientIp = huge,
                                           .correlationId = huge,
                                           .cfRay = huge});
    QVERIFY(line.size() < 4000);
}

QTEST_GUILESS_MAIN(EntryTest)
#include "tst_entry.moc"
