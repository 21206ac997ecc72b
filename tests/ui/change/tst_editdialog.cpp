// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/change/choosingactions.h"
#include "tests/ui/change/mergingactions.h"
#include "ui/change/editdialog.h"
#include "ui/common/combobox.h"
#include "ui/common/diffview.h"
#include "ui/common/message.h"
#include "ui/common/themecontroller.h"
#include "ui/create/datefield.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class EditDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksOnlyForWhatDiffers();
    void hearsTextSetByAScreenReader();
    void endsOnAChosenDay();
    void showsBeforeAndAfter();
    void refusalsGoToTheirField();
    void nothingTypedIsLost();
    void opensAtItsPlace();
    void everythingHasANameAndRoom();

private:
    [[nodiscard]] QLineEdit &edit(const QString &name) const { return *m_dialog->findChild<QLineEdit *>(name); }
    [[nodiscard]] QPushButton &button(const QString &name) const { return *m_dialog->findChild<QPushButton *>(name); }
    [[nodiscard]] QString diff() const { return m_dialog->findChild<ui::DiffView *>()->toPlainText(); }
    void type(const QString &name, const QString &text);

    ui::ThemeController m_theme{*qApp};
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(9, 41), Qt::UTC)};
    model::Token m_token;
    std::unique_ptr<test::MergingActions> m_actions;
    test::ChoosingActions m_choices;
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::EditDialog> m_dialog;
};

void EditDialogTest::init()
{
    const auto time = [](int month) { return QDateTime(QDate(2026, month, 5), QTime(10, 0), Qt::UTC); };
    m_token = {.id = u"0123456789abcdef0123456789abcdef"_s,
               .name = u"deploy"_s,
               .status = model::TokenStatus::Active,
               .modifiedOn = time(6),
               .expiresOn = time(12),
               .policies = {{.resources = {{.key = u"com.cloudflare.api.account.*"_s}},
                             .permissionGroups = {{.id = u"g"_s, .name = u"DNS Write"_s}}}},
               .condition = {.in = {u"203.0.113.24/32"_s}}};
    m_actions = std::make_unique<test::MergingActions>(m_token, m_clock.now());
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 800);
    m_window->show();
    m_dialog =
        new ui::EditDialog({.theme = m_theme.theme(), .clock = m_clock, .actions = *m_actions, .choices = m_choices},
                           m_token, m_window.get());
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void EditDialogTest::cleanup()
{
    m_window.reset();
    m_actions.reset();
}

void EditDialogTest::type(const QString &name, const QString &text)
{
    edit(name).setFocus();
    edit(name).selectAll();
    QTest::keyClicks(&edit(name), text);
}

void EditDialogTest::asksOnlyForWhatDiffers()
{
    QVERIFY(!button(u"editSave"_s).isEnabled());
    type(u"editName"_s, u"deploy-2"_s);
    m_dialog->findChild<ui::ComboBox *>(u"editExpiry"_s)->setCurrentIndex(3);
    QTest::mouseClick(&button(u"editSave"_s), Qt::LeftButton);
    QCOMPARE(m_actions->updates.size(), 1U);
    const tokens::UpdateRequest &asked = m_actions->updates.front();
    QCOMPARE(asked.name, u"deploy-2"_s);
    QCOMPARE(asked.expiresIn, u"90d"_s);
    QVERIFY(!asked.enabled && !asked.ipAllow && !asked.ipDeny && !asked.notBefore);
    QCOMPARE(asked.seenModifiedOn, m_token.modifiedOn);
    ui::MessageContent said;
    connect(m_dialog, &ui::EditDialog::saved, this, [&said](const ui::MessageContent &result) { said = result; });
    Q_EMIT m_actions->updated({.token = m_token});
    QCOMPARE(said.tone, ui::Tone::Ok);
    QTRY_VERIFY(!m_dialog);
}

void EditDialogTest::hearsTextSetByAScreenReader()
{
    QAccessible::queryAccessibleInterface(&edit(u"editName"_s))->setText(QAccessible::Value, u"deploy-2"_s);
    QVERIFY(button(u"editSave"_s).isEnabled());
}

void EditDialogTest::endsOnAChosenDay()
{
    auto *day = m_dialog->findChild<ui::DateField *>(u"editDay"_s);
    auto *expiry = m_dialog->findChild<ui::ComboBox *>(u"editExpiry"_s);
    QVERIFY(!day->isVisible());
    expiry->setCurrentIndex(expiry->findText(u"On a day…"_s));
    QVERIFY(day->isVisible());
    QCOMPARE(day->date(), m_token.expiresOn->toLocalTime().date());
    const QDate chosen(2027, 2, 28);
    day->setDate(chosen);
    QTRY_VERIFY(diff().contains(u"28 Feb 2027"_s) || diff().contains(u"27 Feb 2027"_s)); // where days begin in UTC
    QTest::mouseClick(&button(u"editSave"_s), Qt::LeftButton);
    QCOMPARE(m_actions->updates.at(0).expiresOn, chosen.startOfDay().toUTC());
    QVERIFY(!m_actions->updates.at(0).expiresIn);
}

void EditDialogTest::showsBeforeAndAfter()
{
    m_dialog->findChild<QCheckBox *>(u"editEnabled"_s)->click();
    type(u"editAllow"_s, u"198.51.100.0/24"_s);
    QTRY_VERIFY(diff().contains(u"198.51.100.0/24"_s));
    QVERIFY(diff().contains(u"203.0.113.24/32"_s));
    QVERIFY(diff().contains(u"Status: disabled"_s));
    QCOMPARE(diff().count(u"Name: deploy"_s), 1);
}

void EditDialogTest::refusalsGoToTheirField()
{
    type(u"editAllow"_s, u"203.0.113.300"_s);
    auto *error = m_dialog->findChild<QLabel *>(u"editAllowError"_s);
    QVERIFY(error);
    QTRY_VERIFY(error->isVisible());
    QVERIFY(!m_dialog->findChild<QWidget *>(u"editMessage"_s)->isVisible());
    type(u"editAllow"_s, u"203.0.113.30"_s);
    QVERIFY(error->text().isEmpty() || !error->isVisible() || !error->text().contains(u"300"_s));
}

void EditDialogTest::nothingTypedIsLost()
{
    type(u"editName"_s, u"other"_s);
    QTest::mouseClick(&button(u"editSave"_s), Qt::LeftButton);
    QVERIFY(!button(u"editSave"_s).isEnabled());
    Q_EMIT m_actions->updateFailed({.code = base::Error::Code::Unavailable, .message = u"No."_s, .cfRay = u"ray"_s});
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(m_dialog->findChild<QWidget *>(u"editMessage"_s)->isVisible());
    QCOMPARE(edit(u"editName"_s).text(), u"other"_s);
    QVERIFY(button(u"editSave"_s).isEnabled());
}

void EditDialogTest::opensAtItsPlace()
{
    m_dialog->showPlace(ui::EditPlace::Addresses);
    QVERIFY(edit(u"editAllow"_s).hasFocus());
    m_dialog->showPlace(ui::EditPlace::Expiry);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"editExpiry"_s);
}

void EditDialogTest::everythingHasANameAndRoom()
{
    m_dialog->findChild<ui::ComboBox *>(u"editExpiry"_s)->setCurrentIndex(2);
    QTRY_VERIFY(diff().contains(u"23 Dec 2026"_s));
    QCOMPARE(test::namelessWidgets(*m_dialog), QStringList());
    QCOMPARE(test::cutTexts(*m_dialog), QStringList());
    QVERIFY(test::keepPicture(*m_dialog, u"change/edit-light"_s));
    m_theme.setScheme(ui::Scheme::Dark);
    QVERIFY(test::keepPicture(*m_dialog, u"change/edit-dark"_s));
    m_theme.setScheme(ui::Scheme::Light);
}

QTEST_MAIN(EditDialogTest)
#include "tst_editdialog.moc"
