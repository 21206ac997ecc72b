// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/export/exporter.h"
#include "tests/tokens/findingtokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace std::chrono_literals;
using exports::Format;

class ExporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvHasALineForEach();
    void csvCells_data();
    void csvCells();
    void jsonKeepsWhatCloudflareSaid();
    void calendarHasEndsAhead();
    void calendarLinesAreShort();
    void noFormatHoldsASecret_data();
    void noFormatHoldsASecret();
    void slicesMakeTheSame();
    void savesForTheOwnerAlone();
    void saysWhyNothingWasSaved();
};

namespace {

exports::Content contentOf(std::vector<model::Token> tokens)
{
    return {.tokens = std::move(tokens),
            .ownerName = [](const model::Owner &) { return u"Harbour, Labs"_s; },
            .findings = {.now = kNow}};
}

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList lines;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            lines += line;
    }
    return lines;
}

} // namespace

void ExporterTest::csvHasALineForEach()
{
    model::Token token = allowed({u"DNS Write"_s}, u"com.cloudflare.api.account.zone.2"_s);
    token.condition = {.in = {u"192.0.2.0/24"_s, u"2001:db8::/32"_s}, .notIn = {u"192.0.2.9/32"_s}};
    token.expiresOn.reset();
    const QByteArrayList lines = linesOf(exports::exported(Format::Csv, contentOf({token, good()})));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("name,token_id,owner,"));
    QCOMPARE(lines[1], "ci,70000000000000000000000000000001,\"Harbour, Labs\",account,"
                       "a0000000000000000000000000000001,active,2026-09-24T12:00:00Z,2026-09-24T12:00:00Z,"
                       "2026-11-22T12:00:00Z,,,DNS Edit · 1 zone,192.0.2.0/24 2001:db8::/32,192.0.2.9/32,"
                       "never-expires\r");
    QVERIFY(lines[2].contains(",2027-03-03T12:00:00Z,Nothing,192.0.2.0/24,,\r"));
}

void ExporterTest::csvCells_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"ci"_s << QByteArray("ci");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("command") << u"@SUM(\"x\")"_s << QByteArray("\"'@SUM(\"\"x\"\")\"");
    QTest::newRow("dash") << u"-x"_s << QByteArray("'-x");
    QTest::newRow("other script") << u"ключ"_s << u"ключ"_s.toUtf8();
}

void ExporterTest::csvCells()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, cell);
    const model::Token token = goodBut([&](model::Token &one) { one.name = name; });
    const QByteArray bytes = exports::exported(Format::Csv, contentOf({token}));
    QVERIFY(bytes.contains("\r\n" + cell + ",7000"));
}

void ExporterTest::jsonKeepsWhatCloudflareSaid()
{
    model::Token token = good();
    token.name = u"line\nbreak"_s;
    token.unknown = {{u"new_member"_s, 3}};
    const QByteArray bytes = exports::exported(Format::Json, contentOf({token, good()}));
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json["exported_at"_L1].toString(), u"2026-11-23T12:00:00Z"_s);
    const QJsonArray tokens = json["tokens"_L1].toArray();
    QCOMPARE(tokens.size(), 2);
    QCOMPARE(tokens[0]["name"_L1].toString(), token.name);
    QCOMPARE(tokens[0]["new_member"_L1].toInt(), 3);
    QCOMPARE(tokens[0]["tokensmith"_L1]["owner"_L1].toString(), u"Harbour, Labs"_s);
    QCOMPARE(tokens[0]["tokensmith"_L1]["status"_L1].toString(), u"active"_s);
    const QByteArray none = exports::exported(Format::Json, contentOf({}));
    QVERIFY(QJsonDocument::fromJson(none).object()["tokens"_L1].isArray());
}

void ExporterTest::calendarHasEndsAhead()
{
    const model::Token ahead = goodBut([](model::Token &token) { token.name = u"a,b;c\\d\ne"_s; });
    const model::Token over = goodBut([](model::Token &token) { token.expiresOn = daysFromNow(-1); });
    const model::Token never = goodBut([](model::Token &token) { token.expiresOn.reset(); });
    const QByteArray bytes = exports::exported(Format::Ics, contentOf({over, ahead, never}));
    QVERIFY(bytes.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    QVERIFY(bytes.endsWith("END:VCALENDAR\r\n"));
    QCOMPARE(bytes.count("BEGIN:VEVENT"), 1);
    QVERIFY(bytes.contains("\r\nUID:70000000000000000000000000000001@tokensmith\r\n"));
    QVERIFY(bytes.contains("\r\nDTSTART:20270303T120000Z\r\n"));
    QVERIFY(bytes.contains("\r\nDTSTAMP:20261123T120000Z\r\n"));
    QVERIFY(bytes.contains("\r\nSUMMARY:Token a\\,b\\;c\\\\d e expires\r\n"));
    QVERIFY(bytes.contains("\r\nTRIGGER:-P7D\r\n"));
}

void ExporterTest::calendarLinesAreShort()
{
    const QString name = QString(60, u'x') + QString(60, u'ж');
    const model::Token token = goodBut([&](model::Token &one) { one.name = name; });
    const QByteArray bytes = exports::exported(Format::Ics, contentOf({token}));
    for (const QByteArray &line : linesOf(bytes)) {
        QVERIFY(line.endsWith('\r'));
        QVERIFY2(line.size() <= 76, line.constData());
        QVERIFY2(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter), line.constData());
    }
    QVERIFY(QString::fromUtf8(QByteArray(bytes).replace("\r\n ", "")).contains(name));
}

void ExporterTest::noFormatHoldsASecret_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("csv") << Format::Csv;
    QTest::newRow("json") << Format::Json;
    QTest::newRow("ics") << Format::Ics;
}

void ExporterTest::noFormatHoldsASecret()
{
    QFETCH(Format, format);
    const model::Token token = goodBut([](model::Token &one) {
        one.unknown = {{u"value"_s, u"s3cret-of-this-token"_s}};
    });
    const QByteArray bytes = exports::exported(format, contentOf({token}));
    QVERIFY(bytes.contains("ci"));
    QVERIFY(!bytes.contains("s3cret"));
}

void ExporterTest::slicesMakeTheSame()
{
    const std::vector<model::Token> tokens(50, good());
    for (const Format format : {Format::Csv, Format::Json, Format::Ics}) {
        exports::Exporter exporter(format, contentOf(tokens));
        QVERIFY(!exporter.work(0ms));
        QCOMPARE(exporter.done(), 1);
        QCOMPARE(exporter.total(), 50);
        while (!exporter.work(0ms)) {
        }
        QVERIFY(exporter.work(0ms)); // does no harm
        QCOMPARE(exporter.bytes(), exports::exported(format, contentOf(tokens)));
    }
}

void ExporterTest::savesForTheOwnerAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tokens"_s + exports::suffixOf(Format::Csv));
    QVERIFY(exports::save("new", path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "new");
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
}

void ExporterTest::saysWhyNothingWasSaved()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"none/tokens.csv"_s);
    const auto saved = exports::save("new", path);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, base::Error::Code::Unavailable);
    QVERIFY(saved.error().message.contains(path));
}

QTEST_APPLESS_MAIN(ExporterTest)
#include "tst_exporter.moc"
