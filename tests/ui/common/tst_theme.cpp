// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/iconcache.h"
#include "ui/common/label.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setFont(m_font); }

    void tableIsInTheOrderOfTheEnum();
    void contrastOfKnownPairs();
    void textIsReadable_data();
    void textIsReadable();
    void marksAreVisible_data();
    void marksAreVisible();
    void styleSheetHasNoOpenNames_data();
    void styleSheetHasNoOpenNames();
    void schemeReachesTheApplication();
    void heightsGrowWithTheFont();
    void fontsDeriveFromTheSystem();
    void everyIconDraws();
    void iconTakesColourAndRatio();
    void themeIconFollowsTheScheme();
    void nothingIsLeftBehind();
    void schemeReachesWhatWasNotShownYet();
    void iconsGrowWithTheText();

private:
    QFont m_font = QApplication::font();
};

namespace {

struct Pair
{
    const char *name;
    Colour front;
    Colour ground;
};

void addPairs(std::initializer_list<Pair> pairs)
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Colour>("front");
    QTest::addColumn<Colour>("ground");
    for (const Pair &pair : pairs) {
        QTest::addRow("%s, light", pair.name) << Scheme::Light << pair.front << pair.ground;
        QTest::addRow("%s, dark", pair.name) << Scheme::Dark << pair.front << pair.ground;
    }
}

} // namespace

void ThemeTest::tableIsInTheOrderOfTheEnum()
{
    for (std::size_t i = 0; i < kColourCount; ++i)
        QCOMPARE(std::size_t(colourTable()[i].colour), i);
}

void ThemeTest::contrastOfKnownPairs()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void ThemeTest::textIsReadable_data()
{
    using enum Colour;
    addPairs({{"text on surface", Text, Surface},
              {"text on window", Text, Window},
              {"text on hover", Text, Hover},
              {"text on selected", Text, Selected},
              {"text2 on surface", Text2, Surface},
              {"text2 on window", Text2, Window},
              {"text2 on hover", Text2, Hover},
              {"text2 on selected", Text2, Selected},
              {"text on neutral", Text, Neutral},
              {"text2 on neutral", Text2, Neutral},
              {"text3 on surface", Text3, Surface},
              {"text3 on window", Text3, Window},
              {"text3 on hover", Text3, Hover},
              {"text3 on selected", Text3, Selected},
              {"accent on surface", Accent, Surface},
              {"accent on window", Accent, Window},
              {"accent on selected", Accent, Selected},
              {"accent on its soft ground", Accent, AccentSoft},
              {"ok on surface", Ok, Surface},
              {"ok on its soft ground", Ok, OkSoft},
              {"warn on surface", Warn, Surface},
              {"warn on window", Warn, Window},
              {"warn on selected", Warn, Selected},
              {"warn on hover", Warn, Hover},
              {"warn on its soft ground", Warn, WarnSoft},
              {"danger on surface", Danger, Surface},
              {"danger on selected", Danger, Selected},
              {"danger on hover", Danger, Hover},
              {"danger on its soft ground", Danger, DangerSoft},
              {"text on info message", Text, AccentSoft},
              {"text on ok message", Text, OkSoft},
              {"text on warning", Text, WarnSoft},
              {"text on error", Text, DangerSoft},
              {"label of primary", OnFill, AccentFill},
              {"label of confirm", OnFill, DangerFill}});
}

void ThemeTest::textIsReadable()
{
    QFETCH(Scheme, scheme);
    QFETCH(Colour, front);
    QFETCH(Colour, ground);
    const double ratio = contrast(colourOf(scheme, front), colourOf(scheme, ground));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ThemeTest::marksAreVisible_data()
{
    using enum Colour;
    addPairs({{"control on surface", Control, Surface},
              {"control on window", Control, Window},
              {"accent fill on surface", AccentFill, Surface},
              {"ok dot on selected", Ok, Selected},
              {"warn mark on surface", WarnMark, Surface},
              {"bar on surface", Bar, Surface},
              {"danger bar on surface", Danger, Surface},
              {"edge of a done step", Ok, Window},
              {"edge of a failed step", Danger, Window},
              {"switch that is off", SwitchOff, Surface},
              {"focus on surface", Accent, Surface},
              {"focus on window", Accent, Window},
              {"focus on selected", Accent, Selected}});
}

void ThemeTest::marksAreVisible()
{
    QFETCH(Scheme, scheme);
    QFETCH(Colour, front);
    QFETCH(Colour, ground);
    const double ratio = contrast(colourOf(scheme, front), colourOf(scheme, ground));
    QVERIFY2(ratio >= 3.0, qPrintable(QString::number(ratio)));
}

void ThemeTest::styleSheetHasNoOpenNames_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void ThemeTest::styleSheetHasNoOpenNames()
{
    QFETCH(Scheme, scheme);
    const Theme theme(scheme, QApplication::font());
    const QString sheet = theme.styleSheet();
    QVERIFY(!sheet.contains(u'@'));
    QVERIFY(!sheet.contains("font-size"_L1));
    QVERIFY(sheet.contains(theme.colour(Colour::AccentFill).name()));
    static const QRegularExpression emptyValue(u":\\s*;"_s);
    QVERIFY(!sheet.contains(emptyValue));
    QCOMPARE(sheet.count(u'{'), sheet.count(u'}'));
}

void ThemeTest::schemeReachesTheApplication()
{
    ThemeController controller(*qApp, Scheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xF4, 0xF6, 0xF8));
    QSignalSpy changed(&controller.theme(), &Theme::changed);
    controller.setScheme(Scheme::Light);
    QCOMPARE(changed.count(), 0);
    controller.setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(controller.scheme(), Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x15, 0x18, 0x1C));
    QVERIFY(qApp->styleSheet().contains(u"#17759c"_s));
}

void ThemeTest::heightsGrowWithTheFont()
{
    ThemeController controller(*qApp);
    QFont small = m_font;
    small.setPixelSize(13);
    QApplication::setFont(small);
    QCOMPARE(controller.theme().controlHeight(), 32);
    QCOMPARE(controller.theme().rowHeight(), 36);

    QFont large = m_font;
    large.setPixelSize(30);
    QApplication::setFont(large);
    const int line = QFontMetrics(controller.theme().font(TextStyle::Body)).height();
    QCOMPARE(controller.theme().rowHeight(), line + 12);
    QVERIFY(controller.theme().rowHeight() > 40);
}

void ThemeTest::fontsDeriveFromTheSystem()
{
    QFont system(u"DejaVu Sans"_s);
    system.setPointSizeF(10);
    const Theme theme(Scheme::Light, system);
    QCOMPARE(theme.font(TextStyle::Body).pointSizeF(), 10.0);
    QCOMPARE(theme.font(TextStyle::PageTitle).pointSizeF(), 15.0);
    QCOMPARE(theme.font(TextStyle::PageTitle).weight(), QFont::DemiBold);
    QVERIFY(theme.font(TextStyle::Strong).weight() >= QFont::Medium);
    QVERIFY(theme.font(TextStyle::Caption).pointSizeF() < 9);
}

void ThemeTest::everyIconDraws()
{
    const QStringList names = IconCache::names();
    QVERIFY(names.size() > 50);
    const IconCache cache;
    for (const QString &name : names) {
        const QImage image =
            cache.pixmap({.name = name, .size = 20, .colour = Qt::black, .devicePixelRatio = 1}).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = image.pixelColor(x, y).alpha() > 128;
        }
        QVERIFY2(drawn, qPrintable(name));
    }
}

void ThemeTest::iconTakesColourAndRatio()
{
    const IconCache cache;
    const QPixmap dot = cache.pixmap({.name = u"act"_s, .size = 16, .colour = Qt::red, .devicePixelRatio = 2});
    QCOMPARE(dot.width(), 32);
    QCOMPARE(dot.devicePixelRatio(), 2.0);
    QCOMPARE(dot.toImage().pixelColor(16, 16), QColor(Qt::red));
    const QPixmap again = cache.pixmap({.name = u"act"_s, .size = 16, .colour = Qt::red, .devicePixelRatio = 2});
    QCOMPARE(again.cacheKey(), dot.cacheKey());

    QTest::ignoreMessage(QtWarningMsg, "no icon named \"nothing\"");
    QVERIFY(!cache.pixmap({.name = u"nothing"_s, .size = 16, .colour = Qt::red}).isNull());
}

void ThemeTest::themeIconFollowsTheScheme()
{
    ThemeController controller(*qApp, Scheme::Light);
    const QIcon icon = themeIcon(controller.theme(), u"act"_s, {.normal = Colour::Text});
    const auto middle = [&] { return icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8); };
    QCOMPARE(middle(), colourOf(Scheme::Light, Colour::Text));
    controller.setScheme(Scheme::Dark);
    QCOMPARE(middle(), colourOf(Scheme::Dark, Colour::Text));
}

void ThemeTest::nothingIsLeftBehind()
{
    QIcon icon;
    {
        ThemeController controller(*qApp);
        icon = themeIcon(controller.theme(), u"act"_s);
    }
    QVERIFY(qApp->styleSheet().isEmpty());
    QCOMPARE(icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8).alpha(), 0);
    QPushButton button(u"after"_s); // painted by a style that no longer asks the theme
    QVERIFY(!button.grab().isNull());
}

void ThemeTest::schemeReachesWhatWasNotShownYet()
{
    ThemeController controller(*qApp, Scheme::Light);
    QWidget window;
    auto *label = new Label(controller.theme(), {.colour = Colour::Text2}, u"words"_s, &window);
    controller.setScheme(Scheme::Dark);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(label->palette().color(QPalette::WindowText), colourOf(Scheme::Dark, Colour::Text2));
}

void ThemeTest::iconsGrowWithTheText()
{
    QFont font = m_font;
    font.setPixelSize(13);
    QApplication::setFont(font);
    ThemeController controller(*qApp);
    QCOMPARE(controller.theme().iconSize(16), 16);
    font.setPixelSize(26);
    QApplication::setFont(font);
    QTRY_COMPARE(controller.theme().iconSize(16), 32);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
