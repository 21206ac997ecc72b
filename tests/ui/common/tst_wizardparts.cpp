// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/steprail.h"
#include "ui/common/switch.h"
#include "ui/common/themecontroller.h"
#include "ui/common/wizardframe.h"

#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::ui;

class WizardPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelHasTheFocusAndEnter();
    void verbAcceptsAndMilderDoesNot();
    void doneStepsCanBeClicked();
    void nextNamesItsGoal();
    void escAsksOnlyOnceSomethingWasEntered();
    void lockedWizardStays();
    void sidePaneGivesWay();
    void switchIsPressedBySpace();
    void draws_data();
    void draws();

private:
    [[nodiscard]] std::unique_ptr<WizardFrame> makeWizard() const
    {
        auto wizard = std::make_unique<WizardFrame>(m_theme, WizardOptions{.objectName = u"new"_s,
                                                                           .title = u"New token"_s,
                                                                           .back = u"Back to tokens"_s,
                                                                           .steps = {u"Start"_s, u"Access"_s},
                                                                           .leaveTitle = u"Leave?"_s,
                                                                           .leaveText = u"What you entered is lost."_s,
                                                                           .leaveVerb = u"Leave"_s});
        wizard->addPage({.title = u"Start"_s, .next = u"Next: Access"_s}, new QWidget);
        wizard->addPage({.title = u"Access"_s, .next = u"Create token"_s}, new QWidget);
        wizard->resize(1280, 800);
        wizard->show();
        return wizard;
    }

    ThemeController m_controller{*qApp};
    const Theme &m_theme = m_controller.theme();
    const Confirmation m_revoke{.objectName = u"revoke"_s,
                                .title = u"Revoke deploy?"_s,
                                .text = u"It was used 4 minutes ago. Whatever uses it stops working at once."_s,
                                .verb = u"Revoke"_s,
                                .milder = u"Rotate instead…"_s};
};

void WizardPartsTest::cancelHasTheFocusAndEnter()
{
    QWidget window;
    window.show();
    const QPointer<ConfirmDialog> dialog = new ConfirmDialog(m_theme, m_revoke, &window);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *cancel = dialog->findChild<QPushButton *>(u"revokeCancel"_s);
    QTRY_VERIFY(cancel->hasFocus());
    auto *text = dialog->findChild<QWidget *>(u"revokeText"_s);
    QVERIFY(text->height() >= text->heightForWidth(text->width()));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
    QTRY_VERIFY(!dialog);
}

void WizardPartsTest::verbAcceptsAndMilderDoesNot()
{
    QWidget window;
    window.show();
    for (const QString &name : {u"revokeVerb"_s, u"revokeMilder"_s}) {
        auto *dialog = new ConfirmDialog(m_theme, m_revoke, &window);
        QSignalSpy accepted(dialog, &QDialog::accepted);
        QSignalSpy milder(dialog, &ConfirmDialog::milderChosen);
        dialog->open();
        dialog->findChild<QPushButton *>(name)->click();
        QCOMPARE(accepted.count(), name == "revokeVerb"_L1 ? 1 : 0);
        QCOMPARE(milder.count(), name == "revokeVerb"_L1 ? 0 : 1);
    }
}

void WizardPartsTest::doneStepsCanBeClicked()
{
    StepRail rail(m_theme, u"rail"_s, {u"Start"_s, u"Access"_s, u"Limits"_s});
    rail.setCurrent(1);
    rail.setResult(0, u"Custom"_s);
    QSignalSpy requested(&rail, &StepRail::stepRequested);
    auto *start = rail.findChild<QAbstractButton *>(u"railStep1"_s);
    QCOMPARE(start->accessibleName(), u"Step 1, Start, done"_s);
    QCOMPARE(start->accessibleDescription(), u"Custom"_s);
    start->click();
    rail.findChild<QAbstractButton *>(u"railStep3"_s)->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toInt(), 0);
    rail.setReturn(StepRail::Return::Over);
    start->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(start->focusPolicy(), Qt::NoFocus);
}

void WizardPartsTest::nextNamesItsGoal()
{
    const auto wizard = makeWizard();
    QSignalSpy next(wizard.get(), &WizardFrame::nextRequested);
    QCOMPARE(wizard->nextButton()->text(), u"Next: Access"_s);
    QVERIFY(!wizard->backButton()->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
    QTest::keyClick(wizard.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(next.count(), 1);
    wizard->setCurrentPage(1);
    QCOMPARE(wizard->nextButton()->text(), u"Create token"_s);
    QCOMPARE(wizard->rail()->current(), 1);
    QSignalSpy step(wizard.get(), &WizardFrame::stepRequested);
    wizard->backButton()->click();
    QCOMPARE(step.first().first().toInt(), 0);
}

void WizardPartsTest::escAsksOnlyOnceSomethingWasEntered()
{
    const auto wizard = makeWizard();
    QSignalSpy left(wizard.get(), &WizardFrame::left);
    QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
    QTest::keyClick(wizard.get(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    wizard->setLeaving(WizardFrame::Leaving::Asks);
    QTest::keyClick(wizard.get(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    auto *verb = wizard->findChild<QPushButton *>(u"newLeaveDialogVerb"_s);
    QVERIFY(verb);
    verb->click();
    QCOMPARE(left.count(), 2);
}

void WizardPartsTest::lockedWizardStays()
{
    const auto wizard = makeWizard();
    wizard->setLeaving(WizardFrame::Leaving::Locked);
    QSignalSpy left(wizard.get(), &WizardFrame::left);
    wizard->leave();
    QCOMPARE(left.count(), 0);
    QVERIFY(!wizard->findChild<QPushButton *>(u"newLeave"_s)->isEnabled());
}

void WizardPartsTest::sidePaneGivesWay()
{
    const auto wizard = makeWizard();
    auto *pane = new QWidget;
    wizard->setSidePane(pane);
    QVERIFY(pane->isVisible());
    wizard->resize(720, 640);
    QVERIFY(!pane->isVisible());
}

void WizardPartsTest::switchIsPressedBySpace()
{
    Switch toggle(m_theme, u"tray"_s, u"Keep running in the tray"_s);
    toggle.resize(toggle.sizeHint());
    toggle.show();
    QVERIFY(toggle.width() >= 24 && toggle.height() >= 24);
    const QImage off = toggle.grab().toImage();
    QTest::keyClick(&toggle, Qt::Key_Space);
    QVERIFY(toggle.isChecked());
    QVERIFY(toggle.grab().toImage() != off);
    QTest::mouseClick(&toggle, Qt::LeftButton);
    QVERIFY(!toggle.isChecked());
}

void WizardPartsTest::draws_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void WizardPartsTest::draws()
{
    QFETCH(Scheme, scheme);
    m_controller.setScheme(scheme);
    const auto wizard = makeWizard();
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::kInset, space::kPage, space::kInset, space::kInset);
    column->addWidget(new Label(m_theme, {.style = TextStyle::Heading, .colour = Colour::Text2}, u"In plain words"_s));
    column->addStretch();
    wizard->setSidePane(side);
    wizard->setNote(u"Nothing is sent to Cloudflare before you press Create on the review step."_s);
    wizard->setPageWords(1, {.title = u"What may this token do?"_s,
                             .lead = u"Pick as little as the job needs. You can change this later."_s,
                             .next = u"Next: Limits"_s});
    wizard->rail()->setResult(0, u"Custom"_s);
    wizard->setCurrentPage(1);
    QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
    QCOMPARE(test::namelessWidgets(*wizard), QStringList());
    QCOMPARE(test::cutTexts(*wizard), QStringList());
    QVERIFY(test::keepPicture(*wizard, u"components/wizard-%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
}

QTEST_MAIN(WizardPartsTest)
#include "tst_wizardparts.moc"
