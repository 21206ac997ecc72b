// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/emptystate.h"
#include "ui/common/field.h"
#include "ui/common/lifetimerail.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/progressline.h"
#include "ui/common/segmented.h"
#include "ui/common/themecontroller.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;

class ComponentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void focusDoesNotMoveAnything_data();
    void focusDoesNotMoveAnything();
    void buttonsHaveTheDesignedHeight();
    void iconButtonSaysItsShortcut();
    void labelsAreNeverMarkup();
    void elidedLabelGivesWay();
    void paragraphWrapsAtTheDesignedLineHeight();
    void messageShowsDetailsOnDemand();
    void okMessageGoesAway();
    void segmentsMoveByArrows();
    void chipTellsItsCount();
    void fieldTellsItsError();
    void railDescribesItself();
    void idleLineHasNoTimer();
    void badgeFitsItsText();

private:
    ThemeController m_controller{*qApp};
    const Theme &m_theme = m_controller.theme();
};

void ComponentsTest::focusDoesNotMoveAnything_data()
{
    QTest::addColumn<ButtonKind>("kind");
    QTest::addColumn<ControlSize>("size");
    for (const auto size : {ControlSize::Regular, ControlSize::Small}) {
        const char *name = size == ControlSize::Regular ? "regular" : "small";
        QTest::addRow("default %s", name) << ButtonKind::Default << size;
        QTest::addRow("primary %s", name) << ButtonKind::Primary << size;
        QTest::addRow("quiet %s", name) << ButtonKind::Quiet << size;
        QTest::addRow("danger %s", name) << ButtonKind::Danger << size;
        QTest::addRow("confirm %s", name) << ButtonKind::Confirm << size;
    }
    QTest::addRow("link") << ButtonKind::Link << ControlSize::Small;
}

void ComponentsTest::focusDoesNotMoveAnything()
{
    QFETCH(ButtonKind, kind);
    QFETCH(ControlSize, size);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *other = makeButton(m_theme, {.objectName = u"other"_s, .text = u"Other"_s}, &window);
    auto *button =
        makeButton(m_theme, {.objectName = u"one"_s, .text = u"Edit…"_s, .kind = kind, .size = size}, &window);
    column->addWidget(other);
    column->addWidget(button);
    window.show();
    other->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QSize before = button->sizeHint();
    const QImage plain = button->grab().toImage();
    button->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(button->hasFocus());
    button->setText(u"Edit"_s); // a button remembers its size until its text changes
    button->setText(u"Edit…"_s);
    QCOMPARE(button->sizeHint(), before);
    QVERIFY2(button->grab().toImage() != plain, "focus must be visible");
}

void ComponentsTest::buttonsHaveTheDesignedHeight()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *regular = makeButton(m_theme, {.objectName = u"r"_s, .text = u"New"_s, .icon = u"plus"_s}, &window);
    auto *small = makeButton(m_theme, {.objectName = u"s"_s, .text = u"New"_s, .size = ControlSize::Small}, &window);
    auto *edit = new QLineEdit(&window);
    auto *icon = makeIconButton(m_theme, {.objectName = u"i"_s, .name = u"Refresh"_s, .icon = u"refresh"_s}, &window);
    for (QWidget *widget : std::initializer_list<QWidget *>{regular, small, edit, icon})
        column->addWidget(widget, 0, Qt::AlignLeft);
    window.show();
    QCOMPARE(regular->height(), m_theme.controlHeight());
    QCOMPARE(small->height(), m_theme.controlHeight(ControlSize::Small));
    QCOMPARE(edit->height(), m_theme.controlHeight());
    QCOMPARE(icon->size(), QSize(m_theme.controlHeight(), m_theme.controlHeight()));
}

void ComponentsTest::iconButtonSaysItsShortcut()
{
    const std::unique_ptr<QToolButton> button(makeIconButton(
        m_theme, {.objectName = u"i"_s, .name = u"Refresh"_s, .icon = u"refresh"_s, .shortcut = Qt::Key_F5}));
    QCOMPARE(button->toolTip(), u"Refresh (F5)"_s);
    QCOMPARE(button->accessibleName(), u"Refresh"_s);
    QCOMPARE(button->shortcut(), QKeySequence(Qt::Key_F5));
}

void ComponentsTest::labelsAreNeverMarkup()
{
    const QString nasty = u"<img src=x><b>bold</b>"_s;
    const Label label(m_theme, {}, nasty);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    const Paragraph paragraph(m_theme, {}, nasty);
    QCOMPARE(paragraph.textFormat(), Qt::PlainText);
    QCOMPARE(QAccessible::queryAccessibleInterface(const_cast<Paragraph *>(&paragraph))->text(QAccessible::Name),
             nasty);
}

void ComponentsTest::elidedLabelGivesWay()
{
    ElidedLabel label(m_theme, {}, u"a-very-long-token-name-that-never-fits"_s);
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 2);
    label.resize(label.minimumSizeHint());
    const QImage narrow = label.grab().toImage();
    label.setText(u"a-very-short"_s);
    QVERIFY(!narrow.isNull());
    QCOMPARE(label.text(), u"a-very-short"_s);
}

void ComponentsTest::paragraphWrapsAtTheDesignedLineHeight()
{
    Paragraph paragraph(m_theme, {}, {});
    paragraph.setTexts(u"Can't reach Cloudflare."_s, u"Showing the list from 09:12 today."_s);
    QCOMPARE(paragraph.text(), u"Can't reach Cloudflare. Showing the list from 09:12 today."_s);
    const int line = m_theme.lineHeight(TextStyle::Body);
    QCOMPARE(paragraph.heightForWidth(5000), line);
    QVERIFY(paragraph.heightForWidth(200) >= 2 * line);
    QCOMPARE(paragraph.heightForWidth(200) % line, 0);
}

void ComponentsTest::messageShowsDetailsOnDemand()
{
    InlineMessage message(m_theme, u"notice"_s);
    message.setContent({.tone = Tone::Danger, .title = u"It failed."_s, .details = u"cf-ray 8f00-LHR"_s});
    message.show();
    auto *button = message.findChild<QPushButton *>(u"noticeDetailsButton"_s);
    auto *details = message.findChild<QLabel *>(u"noticeDetails"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!details->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(details->isVisible());
    QCOMPARE(details->text(), u"cf-ray 8f00-LHR"_s);
    message.setContent({.tone = Tone::Danger, .title = u"Something else."_s});
    QVERIFY(!button->isVisible());
    QVERIFY(!details->isVisible());
    QCOMPARE(message.accessibleName(), u"Something else."_s);
}

void ComponentsTest::okMessageGoesAway()
{
    InlineMessage message(m_theme, u"notice"_s);
    message.setContent({.tone = Tone::Ok, .title = u"Two tokens revoked."_s});
    const auto timers = message.findChildren<QTimer *>();
    QCOMPARE(timers.size(), 1);
    QVERIFY(timers.first()->isActive());
    QCOMPARE(timers.first()->interval(), 6000);
    message.setContent({.tone = Tone::Warn, .title = u"Stays."_s});
    QVERIFY(!timers.first()->isActive());
}

void ComponentsTest::segmentsMoveByArrows()
{
    SegmentedControl control(
        m_theme, u"Whose token"_s,
        {{.objectName = u"mine"_s, .text = u"My user"_s}, {.objectName = u"account"_s, .text = u"An account"_s}});
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QCOMPARE(control.currentIndex(), 0);
    auto *mine = control.findChild<QToolButton *>(u"mine"_s);
    auto *account = control.findChild<QToolButton *>(u"account"_s);
    mine->setFocus();
    QTest::keyClick(mine, Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 1);
    QCOMPARE(changed.count(), 1);
    QVERIFY(account->hasFocus());
    QCOMPARE(mine->focusPolicy(), Qt::ClickFocus); // one Tab stop
    QTest::keyClick(account, Qt::Key_Right);
    QCOMPARE(changed.count(), 1);
    QTest::mouseClick(mine, Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 0);
    QCOMPARE(changed.count(), 2);
    account->setChecked(true); // as a screen reader does
    QCOMPARE(changed.count(), 3);
    control.setCurrentIndex(0);
    QCOMPARE(changed.count(), 3);
}

void ComponentsTest::chipTellsItsCount()
{
    Chip chip(m_theme, u"expiring"_s, u"Expiring"_s);
    const int unknown = chip.sizeHint().width();
    chip.setCount(1148);
    QVERIFY(chip.accessibleName().startsWith(u"Expiring, 1148"_s));
    QVERIFY(chip.sizeHint().width() > unknown);
    const QSize off = chip.sizeHint();
    chip.setChecked(true);
    QCOMPARE(chip.sizeHint(), off);
}

void ComponentsTest::fieldTellsItsError()
{
    Field field(m_theme, {.objectName = u"address"_s, .label = u"Address"_s, .hint = u"One per line."_s});
    auto *note = field.findChild<QLabel *>(u"addressError"_s);
    QCOMPARE(field.edit()->accessibleName(), u"Address"_s);
    QCOMPARE(note->text(), u"One per line."_s);
    field.setError(u"Not an address. Use one like 203.0.113.24."_s);
    QVERIFY(field.hasError());
    QCOMPARE(note->text(), u"Not an address. Use one like 203.0.113.24."_s);
    QCOMPARE(field.edit()->property("invalid").toBool(), true);
    QCOMPARE(field.edit()->actions().size(), 1);
    field.setError({});
    QCOMPARE(note->text(), u"One per line."_s);
    QCOMPARE(field.edit()->actions().size(), 0);
}

void ComponentsTest::railDescribesItself()
{
    const auto day = [](int month, int number) { return QDateTime(QDate(2026, month, number), QTime(10, 0), Qt::UTC); };
    LifetimeRail rail(m_theme, u"rail"_s);
    rail.setLifetime({.starts = day(6, 5), .ends = day(12, 5), .now = day(11, 23)});
    QCOMPARE(rail.accessibleDescription(), u"From 5 Jun to 5 Dec"_s);
    rail.resize(304, rail.sizeHint().height());
    const QImage image = rail.grab().toImage();
    QCOMPARE(image.pixelColor(20, 8), m_theme.colour(Colour::Bar));       // elapsed
    QCOMPARE(image.pixelColor(298, 8), m_theme.colour(Colour::WarnMark)); // the last days
    rail.setLifetime({.starts = day(6, 5), .ends = {}, .now = day(11, 23)});
    QCOMPARE(rail.accessibleDescription(), u"From 5 Jun, without end"_s);
    QVERIFY(rail.grab().toImage() != image);
}

void ComponentsTest::idleLineHasNoTimer()
{
    ProgressLine line(m_theme, u"line"_s);
    line.show();
    auto *timer = line.findChild<QTimer *>();
    QVERIFY(!timer->isActive());
    line.setBusy();
    QVERIFY(timer->isActive());
    line.setMotion(ProgressLine::Motion::Reduced);
    QVERIFY(!timer->isActive());
    line.setMotion(ProgressLine::Motion::Allowed);
    line.hide();
    QVERIFY(!timer->isActive());
    line.show();
    line.setProgress(3, 8);
    QVERIFY(!timer->isActive());
    line.resize(800, 2);
    const QImage image = line.grab().toImage();
    QCOMPARE(image.pixelColor(290, 1), m_theme.colour(Colour::AccentFill));
    QCOMPARE(image.pixelColor(310, 1), m_theme.colour(Colour::Sunken));
}

void ComponentsTest::badgeFitsItsText()
{
    BadgeLabel badge(m_theme, {.text = u"Expires in 12 days"_s, .tone = Tone::Warn, .icon = u"clock"_s});
    QCOMPARE(badge.accessibleName(), u"Expires in 12 days"_s);
    const int text = QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(u"Expires in 12 days"_s);
    QVERIFY(badge.sizeHint().width() >= text + 14);
    badge.resize(badge.sizeHint());
    QCOMPARE(badge.grab().toImage().pixelColor(3, 10), m_theme.colour(Colour::WarnSoft));
}

QTEST_MAIN(ComponentsTest)
#include "tst_components.moc"
