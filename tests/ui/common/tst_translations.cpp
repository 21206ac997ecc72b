// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/times.h"
#include "ui/common/translations.h"
#include "ui/tokens/tokensheader.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksTheLanguageOfTheLocale_data();
    void speaksTheLanguageOfTheLocale();
    void fallsSilentWithItsOwner();
    void findsTextsOfClassesWithoutMetaObject();
    void countsInEnglish();
    void takesQtsTextsAlong();
};

void TranslationsTest::speaksTheLanguageOfTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("refresh");
    QTest::newRow("german") << QLocale(u"de_DE"_s) << u"de"_s << u"Aktualisieren"_s;
    QTest::newRow("austrian") << QLocale(u"de_AT"_s) << u"de"_s << u"Aktualisieren"_s;
    QTest::newRow("english") << QLocale(u"en_GB"_s) << u"en"_s << u"Refresh"_s;
    QTest::newRow("none of ours") << QLocale(u"fi_FI"_s) << u"en"_s << u"Refresh"_s;
    QTest::newRow("no language") << QLocale::c() << u"en"_s << u"Refresh"_s;
}

void TranslationsTest::speaksTheLanguageOfTheLocale()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, language);
    QFETCH(QString, refresh);
    const ui::Translations translations(locale);
    QCOMPARE(translations.language(), language);
    QCOMPARE(ui::TokensHeader::tr("Refresh"), refresh);
}

void TranslationsTest::fallsSilentWithItsOwner()
{
    {
        const ui::Translations translations(QLocale(u"de_DE"_s));
        QCOMPARE(ui::TokensHeader::tr("Refresh"), u"Aktualisieren"_s);
    }
    QCOMPARE(ui::TokensHeader::tr("Refresh"), u"Refresh"_s);
}

void TranslationsTest::findsTextsOfClassesWithoutMetaObject()
{
    const ui::Translations translations(QLocale(u"de_DE"_s));
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    QCOMPARE(ui::expiryWords(now.addDays(1), now), u"in 1 Tag"_s);
    QCOMPARE(ui::expiryWords(now.addDays(12), now), u"in 12 Tagen"_s);
}

void TranslationsTest::countsInEnglish()
{
    const ui::Translations translations(QLocale(u"en_US"_s));
    QCOMPARE(QCoreApplication::translate("tokensmith::ui::TokensOverview", "%n tokens selected", nullptr, 1),
             u"1 token selected"_s);
    QCOMPARE(QCoreApplication::translate("tokensmith::ui::TokensOverview", "%n tokens selected", nullptr, 2),
             u"2 tokens selected"_s);
}

void TranslationsTest::takesQtsTextsAlong()
{
    const QString english = QCoreApplication::translate("QPlatformTheme", "Cancel");
    const ui::Translations translations(QLocale(u"de_DE"_s));
    if (QCoreApplication::translate("QPlatformTheme", "Cancel") == english)
        QSKIP("Qt's own translations are not installed (qt6-translations-l10n)");
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
