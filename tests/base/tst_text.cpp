// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QTest>

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainLine_data();
    void plainLine();
};

void TextTest::plainLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"ci-dns"_qs << u"ci-dns"_qs;
    QTest::newRow("new lines") << u"a\r\n\tb"_qs << u"a b"_qs;
    QTest::newRow("escape sequence") << u"a\u001b[31mb"_qs << u"a [31mb"_qs;
    QTest::newRow("bidirectional override") << u"user\u202Ecod.exe"_qs << u"user cod.exe"_qs;
    QTest::newRow("markup stays text") << u"<b>x</b>"_qs << u"<b>x</b>"_qs;
    QTest::newRow("cut") << u"abcdefghijklmnop"_qs << u"abcdefghi…"_qs;
    QTest::newRow("only blanks") << u" \n "_qs << QString();
}

void TextTest::plainLine()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(tokensmith::base::plainLine(text, 10 + (text.size() > 15 ? 0 : 90)), expected);
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
