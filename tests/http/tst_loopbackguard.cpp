// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/correlationid.h"
#include "core/http/loopbackguard.h"

#include <QSet>
#include <QTest>

using namespace tokensmith::http;
using namespace Qt::StringLiterals;

using Verdict = LoopbackGuard::Verdict;

class LoopbackGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostAndOrigin_data();
    void hostAndOrigin();
    void correlationId_data();
    void correlationId();
    void ownCorrelationIdsDiffer();
};

void LoopbackGuardTest::hostAndOrigin_data()
{
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<Verdict>("verdict");
    const QByteArrayList ours{"127.0.0.1:8787", "localhost:8787", "[::1]:8787"};
    for (const QByteArray &host : ours) {
        QTest::newRow(host.constData()) << HeaderList{{"host", host}} << Verdict::Allowed;
        for (const QByteArray &origin : ours)
            QTest::newRow((host + " from " + origin).constData())
                << HeaderList{{"Host", host}, {"Origin", "http://" + origin}} << Verdict::Allowed;
    }
    const QByteArrayList foreignHosts{
        "",
        "127.0.0.1",
        "localhost",
        "localhost:8788",
        "localhost:87870",
        "localhost.:8787",
        "localhost.evil.com:8787",
        "127.0.0.1.nip.io:8787",
        "evil.com",
        "evil.com:8787",
        "127.0.0.2:8787",
        "0.0.0.0:8787",
        "[::]:8787",
        "::1:8787",
        "[0:0:0:0:0:0:0:1]:8787",
        "user@localhost:8787",
        "localhost:8787, evil.com",
        "http://localhost:8787",
        "2130706433:8787",
    };
    QTest::newRow("no Host") << HeaderList{} << Verdict::ForeignHost;
    for (const QByteArray &host : foreignHosts)
        QTest::newRow(("Host " + host).constData()) << HeaderList{{"Host", host}} << Verdict::ForeignHost;
    const QByteArrayList foreignOrigins{
        "",
        "null",
        "http://evil.com",
        "http://localhost",
        "http://localhost:8788",
        "https://localhost:8787",
        "http://localhost:8787/",
        "http://localhost:8787.evil.com",
        "http://localhost.evil.com:8787",
        "localhost:8787",
        "file://",
        "chrome-extension://abcdef",
        "http://localhost:8787 http://evil.com",
    };
    for (const QByteArray &origin : foreignOrigins)
        QTest::newRow(("Origin " + origin).constData())
            << HeaderList{{"Host", "localhost:8787"}, {"Origin", origin}} << Verdict::ForeignOrigin;
    QTest::newRow("both foreign") << HeaderList{{"Host", "evil.com"}, {"Origin", "http://evil.com"}}
                                  << Verdict::ForeignHost;
}

void LoopbackGuardTest::hostAndOrigin()
{
    QFETCH(HeaderList, headers);
    QTEST(LoopbackGuard(8787).check({.headers = headers}), "verdict");
}

void LoopbackGuardTest::correlationId_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("kept");
    QTest::newRow("word") << "abc-1"_ba << true;
    QTest::newRow("punctuation") << R"(!"#~)"_ba << true;
    QTest::newRow("128 characters") << QByteArray(128, 'a') << true;
    QTest::newRow("129 characters") << QByteArray(129, 'a') << false;
    QTest::newRow("empty") << ""_ba << false;
    QTest::newRow("space") << "a b"_ba << false;
    QTest::newRow("tab") << "a\tb"_ba << false;
    QTest::newRow("beyond ASCII") << "\xc3\xa4"_ba << false;
    QTest::newRow("DEL") << "\x7f"_ba << false;
}

void LoopbackGuardTest::correlationId()
{
    QFETCH(QByteArray, given);
    QFETCH(bool, kept);
    CorrelationId ids;
    const QByteArray id = ids.of({.headers = {{"x-correlation-id", given}}});
    QCOMPARE(id == given, kept);
    QVERIFY(!id.isEmpty());
}

void LoopbackGuardTest::ownCorrelationIdsDiffer()
{
    CorrelationId first;
    CorrelationId second; // another run of the program
    const QSet<QByteArray> ids{first.of({}), first.of({}), second.of({}), second.of({})};
    QCOMPARE(ids.size(), 4);
}

QTEST_GUILESS_MAIN(LoopbackGuardTest)
#include "tst_loopbackguard.moc"
