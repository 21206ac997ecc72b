// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery has every component, so it is also where the rules for all of them are checked. Its pictures
// are to be compared with the design.
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/themecontroller.h"
#include "ui/gallery/componentspage.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::ui;

class ComponentsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setFont(m_font); }

    void draws_data();
    void draws();
    void everythingHasAName();
    void nothingIsCut_data();
    void nothingIsCut();
    void walkSeesWhatIsWrong();

private:
    static void setTextSize(double points);

    QFont m_font = QApplication::font();
};

void ComponentsPageTest::setTextSize(double points)
{
    QFont font(qEnvironmentVariable("TOKENSMITH_PICTURE_FONT", u"Inter"_s));
    font.setPointSizeF(points);
    QApplication::setFont(font);
}

void ComponentsPageTest::draws_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void ComponentsPageTest::draws()
{
    QFETCH(Scheme, scheme);
    setTextSize(9.75);
    ThemeController controller(*qApp, scheme);
    ComponentsPage page(controller.theme());
    page.resize(1320, 1300);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(test::keepPicture(page, u"components/page-%1"_s.arg(tag)));
    page.findChild<QPushButton *>(u"gallerySecretCopy"_s)->click();
    page.findChild<QPushButton *>(u"galleryAsk"_s)->click();
    auto *dialog = page.findChild<ConfirmDialog *>(u"galleryConfirm"_s);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"galleryConfirmCancel"_s)->hasFocus());
    QVERIFY(test::keepPicture(*dialog, u"components/confirm-%1"_s.arg(tag)));
    dialog->reject();
}

void ComponentsPageTest::everythingHasAName()
{
    ThemeController controller(*qApp);
    ComponentsPage page(controller.theme());
    page.resize(1320, 1200);
    page.show();
    QCOMPARE(test::namelessWidgets(page), QStringList());
}

void ComponentsPageTest::nothingIsCut_data()
{
    QTest::addColumn<double>("points");
    QTest::newRow("100 %") << 9.75;
    QTest::newRow("200 %") << 19.5;
}

void ComponentsPageTest::nothingIsCut()
{
    QFETCH(double, points);
    setTextSize(points);
    ThemeController controller(*qApp);
    ComponentsPage page(controller.theme());
    page.resize(1024, 640); // what doesn't fit scrolls
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QCOMPARE(test::cutTexts(page), QStringList());
}

void ComponentsPageTest::walkSeesWhatIsWrong()
{
    QWidget page;
    auto *button = new QPushButton(&page);
    auto *label = new QLabel(u"Much longer than its room"_s, &page);
    label->setFixedWidth(20);
    page.show();
    QCOMPARE(test::namelessWidgets(page).size(), 1);
    QCOMPARE(test::cutTexts(page).size(), 1);
    button->setAccessibleName(u"Revoke"_s);
    label->setFixedWidth(600);
    QCOMPARE(test::namelessWidgets(page), QStringList());
    QCOMPARE(test::cutTexts(page), QStringList());
}

QTEST_MAIN(ComponentsPageTest)
#include "tst_componentspage.moc"
