// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainLine_data();
    void plainLine();
    void cutsToAnyLength();
};

void TextTest::plainLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"ci-dns"_s << u"ci-dns"_s;
    QTest::newRow("new lines") << u"a\r\n\tb"_s << u"a b"_s;
    QTest::newRow("escape sequence") << u"a\u001b[31mb"_s << u"a [31mb"_s;
    QTest::newRow("bidirectional override") << u"user\u202Ecod.exe"_s << u"user cod.exe"_s;
    QTest::newRow("invisible tags") << u"a\U000E0068\U000E0069b"_s << u"a b"_s;
    QTest::newRow("beyond the basic plane") << u"\U0001F511 key"_s << u"\U0001F511 key"_s;
    QTest::newRow("half a pair") << u"a\xD83D"_s << u"a\uFFFD"_s;
    QTest::newRow("the other half") << u"\xDD11\xD83D key"_s << u"\uFFFD\uFFFD key"_s;
    QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
    QTest::newRow("cut") << u"abcdefghijklmnop"_s << u"abcdefghi…"_s;
    QTest::newRow("only blanks") << u" \n "_s << QString();
}

void TextTest::plainLine()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(tokensmith::base::plainLine(text, 10 + (text.size() > 15 ? 0 : 90)), expected);
}

void TextTest::cutsToAnyLength()
{
    QCOMPARE(tokensmith::base::plainLine(u"ab"_s, 1), u"…"_s);
    QCOMPARE(tokensmith::base::plainLine(u"\U0001F511 key"_s, 2), u"…"_s);
    QCOMPARE(tokensmith::base::plainLine(u"a"_s, 1), u"a"_s);
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
