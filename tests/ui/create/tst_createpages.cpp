// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the wizard in both schemes, small, with large text and in longer languages: drawn, with a name for all
// that can be reached and no text cut off.
#include "tests/support/widgetwalk.h"
#include "tests/ui/create/createfixture.h"
#include "ui/common/translations.h"

#include <QTranslator>

namespace {

/** A language whose texts are 40 % longer than ours. */
class LongerTexts final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        QString longer = QString::fromUtf8(text);
        const qsizetype more = (longer.size() * 2 + 4) / 5;
        for (qsizetype at = 0; at < more; ++at)
            longer += at % 6 == 0 ? u' ' : u'e';
        return longer;
    }
};

} // namespace

class CreatePagesTest : public CreateFixture
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_data();
    void everyPage();

private:
    void checkPage(const QString &name);
};

void CreatePagesTest::checkPage(const QString &name)
{
    QCoreApplication::processEvents();
    keepPicture(name + u'-' + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(test::namelessWidgets(*m_wizard).join(u'\n'), QString());
    QCOMPARE(test::cutTexts(*m_wizard).join(u'\n'), QString());
}

void CreatePagesTest::everyPage_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textPercent");
    QTest::addColumn<QString>("language");
    QTest::newRow("light") << ui::Scheme::Light << QSize(1280, 800) << 100 << u"en"_s;
    QTest::newRow("dark") << ui::Scheme::Dark << QSize(1280, 800) << 100 << u"en"_s;
    QTest::newRow("small") << ui::Scheme::Light << QSize(1024, 640) << 100 << u"en"_s;
    QTest::newRow("double") << ui::Scheme::Light << QSize(1280, 800) << 200 << u"en"_s;
    QTest::newRow("german") << ui::Scheme::Light << QSize(1024, 640) << 100 << u"de"_s;
    QTest::newRow("longer") << ui::Scheme::Light << QSize(1024, 640) << 100 << u"longer"_s;
    QTest::newRow("german-double") << ui::Scheme::Dark << QSize(1280, 800) << 200 << u"de"_s;
}

void CreatePagesTest::everyPage()
{
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(int, textPercent);
    QFETCH(QString, language);
    const ui::Translations translations{QLocale(language)};
    LongerTexts longer;
    if (language == u"longer"_s)
        QCoreApplication::installTranslator(&longer);
    m_theme->setScheme(scheme);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * textPercent / 100.0);
    QApplication::setFont(font);
    listTokens();
    begin();
    m_wizard->resize(size);
    checkPage(u"start"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromCopy"_s), Qt::LeftButton);
    checkPage(u"start-copy"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromTemplate"_s), Qt::LeftButton);
    checkPage(u"start-template"_s);
    QTest::mouseClick(find<QToolButton>(u"createFromCustom"_s), Qt::LeftButton);
    type(u"createName"_s, u"ci-dns-records"_s);
    goNext();
    chooseDns();
    chooseZones();
    checkPage(u"access"_s);
    goNext();
    QTest::mouseClick(find<QPushButton>(u"createMyAddress"_s), Qt::LeftButton);
    checkPage(u"limits"_s);
    auto *expiry = find<QComboBox>(u"createExpiry"_s);
    expiry->setCurrentIndex(expiry->count() - 2);
    find<QComboBox>(u"createStart"_s)->setCurrentIndex(1);
    checkPage(u"limits-days"_s);
    expiry->setCurrentIndex(3);
    find<QComboBox>(u"createStart"_s)->setCurrentIndex(0);
    goNext();
    QTRY_VERIFY(find<QPlainTextEdit>(u"createJson"_s)->toPlainText().contains(u"127.0.0.1/32"_s));
    checkPage(u"review"_s);
    QSignalSpy held(m_controller.get(), &app::CreateController::held);
    goNext();
    QTRY_COMPARE(held.count(), 1);
    QTest::mouseClick(find<QPushButton>(u"createSecretCopy"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QPushButton>(u"createVerify"_s)->isEnabled());
    checkPage(u"secret"_s);
}

QTEST_MAIN(CreatePagesTest)
#include "tst_createpages.moc"
