// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/conversation.h"
#include "ui/common/translations.h"

#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** What an AI client reads is English whatever the window speaks, over the real endpoint; the window speaks German. */
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void coversWhatIsOffered();
    void staysEnglish_data();
    void staysEnglish();
    void keychainWordsAreInBoth();
    void theWindowSpeaksGerman();
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

private:
    test::Conversation m_plain;
    test::Conversation m_german;
    std::unique_ptr<ui::Translations> m_translations;
};

void LanguageTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain: what it says is looked at
    m_plain.hold();
    m_translations = std::make_unique<ui::Translations>(QLocale(QLocale::German));
    QCOMPARE(m_translations->language(), u"de"_s);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    m_german.hold();
}

void LanguageTest::coversWhatIsOffered()
{
    QVERIFY(m_plain.offered().size() > 15);
    const QString unread = m_plain.answerOf(u"one list unread"_s); // else nothing names its owner
    QVERIFY2(unread.contains(u"You: "_s), qPrintable(unread.right(900)));
    for (const QString &one : m_plain.offered())
        QVERIFY2(m_plain.used().contains(one), qPrintable(one));
}

void LanguageTest::staysEnglish_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("now");
    QCOMPARE(m_german.answers().size(), m_plain.answers().size());
    for (qsizetype i = 0; i < m_plain.answers().size(); ++i) {
        const auto &[name, answer] = m_plain.answers().at(i);
        QTest::newRow(qPrintable(name)) << answer << m_german.answers().at(i).second;
    }
}

void LanguageTest::staysEnglish()
{
    QFETCH(QString, english);
    QFETCH(QString, now);
    QVERIFY2(english.size() > 20, qPrintable(english));
    const auto parted = std::mismatch(now.begin(), now.end(), english.begin(), english.end());
    const qsizetype from = std::max<qsizetype>(0, std::distance(now.begin(), parted.first) - 40);
    QCOMPARE(now.mid(from), english.mid(from));
}

void LanguageTest::keychainWordsAreInBoth()
{
    const secrets::StoreStatus status = QCoro::waitFor(m_german.services().secretStore().status());
    QVERIFY2(status.message.contains(u"Schlüsselbund"_s), qPrintable(status.message));
    QVERIFY(m_german.answerOf(u"roll_token"_s).contains(u"keychain: No keychain on this session."_s));
}

void LanguageTest::theWindowSpeaksGerman()
{
    QVERIFY(QCoreApplication::translate("FindingWords", "Never expires") != u"Never expires"_s);
    const QStringList access = m_german.services().tokens().accessOf({});
    QVERIFY2(!access.contains(u"No permissions."_s), qPrintable(access.join(u' ')));
    tokens::HeldSecrets held(m_german.services().secretStore());
    const base::Result<base::Done> kept = QCoro::waitFor(held.hold(u"x"_s, base::Secret("x")));
    QVERIFY(!kept);
    QVERIFY2(kept.error().message.contains(u"Schlüsselbund"_s), qPrintable(kept.error().message));
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
