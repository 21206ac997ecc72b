// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cidr.h"
#include "core/model/expiry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeed = 2026;
constexpr int kCases = 20'000;

/** Random texts that are, or nearly are, addresses and durations. */
class Texts
{
public:
    QString cidr()
    {
        QString text = oneIn(2) ? v4() : v6();
        if (!oneIn(3))
            text += u'/' + prefix();
        return oneIn(4) ? damaged(text) : text;
    }

    QString duration()
    {
        static const QStringList some{u"never"_s, QString(), u"Never"_s, u"00"_s, u"h"_s, u"1.5h"_s, u"+1d"_s};
        if (oneIn(20))
            return some.at(below(int(some.size())));
        const QString amount = oneIn(3) ? QString::number(below(14)) : QString::number(below(9000));
        const QString text = amount + QChar(QLatin1Char("hdmyhdmyw"[below(9)]));
        return oneIn(10) ? damaged(text) : oneIn(30) ? u'0' + text : text;
    }

    QDateTime moment()
    {
        const QDate day = oneIn(3) ? QDate(1990 + below(100), 1 + below(12), 1).addMonths(1).addDays(-1)
                                   : QDate(1990, 1, 1).addDays(below(40'000));
        return QDateTime(day, QTime(below(24), below(60), below(60)), Qt::UTC);
    }

private:
    int below(int bound) { return m_random.bounded(bound); }
    bool oneIn(int many) { return below(many) == 0; }

    QString v4()
    {
        QStringList parts;
        for (int i = oneIn(20) ? 3 + below(3) : 4; i > 0; --i)
            parts.append(oneIn(30) ? u"0"_s + QString::number(below(300))
                                   : QString::number(below(oneIn(10) ? 300 : 256)));
        return parts.join(u'.');
    }

    QString v6()
    {
        QStringList parts;
        for (int i = oneIn(15) ? below(10) : 8; i > 0; --i)
            parts.append(oneIn(3) ? u"0"_s : QString::number(below(oneIn(40) ? 0x20000 : 0x10000), 16));
        if (oneIn(5) && parts.size() > 2)
            parts.replace(below(int(parts.size())), QString());
        if (oneIn(6) && parts.size() > 2)
            parts = parts.mid(0, 2) << QString() << parts.last();
        QString text = parts.join(u':');
        if (oneIn(8))
            text = u"::"_s + text.section(u':', -1 - below(5));
        if (oneIn(8))
            text = text.section(u':', 0, 5) + u':' + v4();
        return oneIn(4) ? text.toUpper() : text;
    }

    QString prefix()
    {
        static const QStringList odd{QString(), u"08"_s, u"-1"_s, u"255.255.255.0"_s, u"1/2"_s, u" 8"_s, u"999"_s};
        return oneIn(15) ? odd.at(below(int(odd.size()))) : QString::number(below(oneIn(2) ? 33 : 131));
    }

    QString damaged(QString text)
    {
        static const QString letters = u"0123456789abcdef.:/%x -gG\n\u0661"_s;
        const int at = below(int(text.size()) + 1);
        const QChar letter = letters.at(below(int(letters.size())));
        return oneIn(2) ? text.insert(at, letter) : text.replace(at, 1, letter);
    }

    QRandomGenerator m_random{kSeed};
};

} // namespace

/** The rules against another implementation of them: Python's ipaddress and calendar. */
class LimitsOracleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInfo("seed %u, %d cases of each", kSeed, kCases); }
    void agrees();

private:
    static QByteArray judge(const QJsonObject &cases);
};

QByteArray LimitsOracleTest::judge(const QJsonObject &cases)
{
    QProcess python;
    python.start(u"python3"_s,
                 {u"-X"_s, u"utf8"_s, QStringLiteral(TOKENSMITH_SOURCE_DIR "/tests/model/limits_oracle.py")});
    python.write(QJsonDocument(cases).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        qFatal("the oracle failed: %s", python.readAllStandardError().constData());
    return python.readAllStandardOutput();
}

void LimitsOracleTest::agrees()
{
    Texts texts;
    QJsonArray cidrs;
    QJsonArray expiries;
    int accepted = 0;
    for (int i = 0; i < kCases; ++i) {
        const QString text = texts.cidr();
        const auto cidr = model::canonicalCidr(text);
        accepted += cidr ? 1 : 0;
        cidrs.append(QJsonArray{text, cidr ? QJsonValue(*cidr) : QJsonValue()});
        const QString duration = texts.duration();
        const QDateTime now = texts.moment();
        const auto end = model::expiryAfter(duration, now);
        accepted += end ? 1 : 0;
        const QString shown = end && *end ? (*end)->toString(Qt::ISODate) : QString();
        expiries.append(
            QJsonArray{duration, now.toString(Qt::ISODate), end ? QJsonValue(u""_s + shown) : QJsonValue()});
    }
    const QByteArray verdict = judge({{u"cidr"_s, cidrs}, {u"expiry"_s, expiries}});
    QCOMPARE(QString::fromUtf8(verdict), u"%1 judged\n"_s.arg(2 * kCases));
    QVERIFY2(accepted > kCases / 2 && accepted < 2 * kCases - kCases / 5, qPrintable(QString::number(accepted)));
}

QTEST_GUILESS_MAIN(LimitsOracleTest)
#include "tst_limitsoracle.moc"
