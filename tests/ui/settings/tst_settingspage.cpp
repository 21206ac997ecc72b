// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakesettingshost.h"
#include "ui/common/themecontroller.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::ui;
using settings::Settings;
using settings::SettingsStore;

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everySwitchActsAtOnce_data();
    void everySwitchActsAtOnce();
    void choicesActAtOnce();
    void coloursActAtOnce();
    void numbersActAtOnce();
    void expiryDaysAreChecked();
    void aValueFromTheFileIsShown();
    void whatCantWorkIsOffAndSaysWhy();
    void aMissingAbilityChangesNoSetting();
    void signInIsTheDesktops();
    void searchKeepsWhatMatches();
    void aBadFileIsSaid();
    void replacesTheConnection();
    void everyFocusableHasAName();

private:
    template <typename T>
    T *find(const QString &name)
    {
        T *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void make() { m_page = std::make_unique<SettingsPage>(SettingsPage::Parts{m_themes.theme(), *m_store, m_host}); }

    ThemeController m_themes{*qApp};
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SettingsStore> m_store;
    test::FakeSettingsHost m_host;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<SettingsStore>(m_directory->filePath(u"settings.json"_s));
    m_host.trayAbility = {};
    m_host.lockAbility = {};
    m_host.limitAbility = {};
    m_host.signIn = SettingsHost::AtSignIn::Off;
    m_host.signInError.reset();
    make();
    m_page->resize(1080, 800);
    m_page->show();
}

void SettingsPageTest::cleanup()
{
    m_page.reset();
}

void SettingsPageTest::everySwitchActsAtOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Settings>("expected");
    QTest::newRow("lock") << u"settingLockWithScreenSwitch"_s << Settings{.lockWithScreen = false};
    QTest::newRow("mask") << u"settingMaskSwitch"_s << Settings{.maskSecrets = false};
    QTest::newRow("tray") << u"settingCloseToTraySwitch"_s << Settings{.closeToTray = false};
    QTest::newRow("server") << u"settingServerAtStartSwitch"_s << Settings{.serverAtStart = false};
}

void SettingsPageTest::everySwitchActsAtOnce()
{
    QFETCH(QString, name);
    QFETCH(Settings, expected);
    auto *control = find<QCheckBox>(name);
    QVERIFY(control->isChecked());
    QTest::mouseClick(control, Qt::LeftButton, {}, control->rect().center());
    QVERIFY(m_store->current() == expected);
    control->setFocus();
    QTest::keyClick(control, Qt::Key_Space);
    QVERIFY(m_store->current() == Settings());
    QVERIFY(SettingsStore(m_directory->filePath(u"settings.json"_s)).current() == Settings()); // on the disk
}

void SettingsPageTest::choicesActAtOnce()
{
    const auto choose = [this](const QString &name, int value) {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose(u"settingLockAfterChoice"_s, 60);
    choose(u"settingClipboardChoice"_s, 120);
    choose(u"settingLanguageChoice"_s, 2);
    using namespace std::chrono_literals;
    const Settings expected{.lockAfter = 60min, .clearClipboardAfter = 120s, .language = u"de"_s};
    QVERIFY(m_store->current() == expected);
}

void SettingsPageTest::coloursActAtOnce()
{
    find<QToolButton>(u"coloursDark"_s)->click();
    QCOMPARE(m_store->current().colours, settings::Colours::Dark);
    find<QToolButton>(u"rowsCompact"_s)->click();
    QCOMPARE(m_store->current().rowHeight, settings::RowHeight::Compact);
    QVERIFY(m_store->change({}));
    QVERIFY(find<QToolButton>(u"coloursSystem"_s)->isChecked()); // follows a change from elsewhere
}

void SettingsPageTest::numbersActAtOnce()
{
    auto *number = find<QSpinBox>(u"settingChangesNumber"_s);
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Up);
    QCOMPARE(m_store->current().changesPerMinute, 11);
    QTest::mouseClick(number, Qt::LeftButton, {}, QPoint(number->width() - 14, number->height() - 8));
    QCOMPARE(m_store->current().changesPerMinute, 10);
    m_page->showPort();
    auto *port = find<QSpinBox>(u"settingPortNumber"_s);
    QCOMPARE(m_page->focusWidget(), port);
    QTest::keyClick(port, Qt::Key_Up);
    QCOMPARE(m_store->current().port, 8788);
    m_host.portAbility = {.state = Ability::State::Missing, .why = u"Set by --port"_s};
    m_host.change();
    QVERIFY(!port->isEnabled());
    m_host.portAbility = {};
}

void SettingsPageTest::expiryDaysAreChecked()
{
    auto *field = find<QLineEdit>(u"settingExpiryField"_s);
    find<QToolButton>(u"settingExpiryEdit"_s)->click();
    QCOMPARE(field->text(), u"30, 14, 7, 1, 0"_s);
    field->setText(u"60, soon"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_store->current() == Settings());
    QVERIFY(find<QLabel>(u"settingExpiryHint"_s)->text().contains(u"from 0 to 365"_s));
    field->setText(u"3 60, 3"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_store->current().expirySteps, QList<int>({60, 3}));
    QCOMPARE(find<QLabel>(u"settingExpiryHint"_s)->text(), u"Once per token and step"_s);
    find<QToolButton>(u"settingExpiryEdit"_s)->click();
    field->setText(u"1"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(m_store->current().expirySteps, QList<int>({60, 3}));
}

void SettingsPageTest::aValueFromTheFileIsShown()
{
    QVERIFY(m_store->change({.lockAfter = std::chrono::minutes(7)}));
    auto *box = find<QComboBox>(u"settingLockAfterChoice"_s);
    QCOMPARE(box->currentData().toInt(), 7);
    QVERIFY(box->currentText().contains(u"7"_s));
}

void SettingsPageTest::whatCantWorkIsOffAndSaysWhy()
{
    m_host.trayAbility = {.state = Ability::State::Missing, .why = u"Your desktop shows no tray icons"_s};
    m_host.lockAbility = {.state = Ability::State::Missing, .why = u"Your desktop doesn't say"_s};
    m_host.limitAbility = {.state = Ability::State::Missing, .why = u"Set by RATE_LIMIT_PER_MINUTE"_s};
    m_host.change();
    for (const auto &[name, why] : {std::pair(u"settingCloseToTray"_s, m_host.trayAbility.why),
                                    std::pair(u"settingLockWithScreen"_s, m_host.lockAbility.why)}) {
        auto *control = find<QCheckBox>(name + "Switch"_L1);
        QVERIFY(!control->isEnabled());
        QVERIFY(!control->isChecked());
        QCOMPARE(find<QLabel>(name + "Hint"_L1)->text(), why);
        QCOMPARE(control->accessibleDescription(), why);
    }
    QVERIFY(!find<QSpinBox>(u"settingChangesNumber"_s)->isEnabled());
}

void SettingsPageTest::aMissingAbilityChangesNoSetting()
{
    m_host.trayAbility = {.state = Ability::State::Missing, .why = u"none"_s};
    m_host.change();
    QVERIFY(m_store->current() == Settings());
    find<QCheckBox>(u"settingMaskSwitch"_s)->click(); // another setting is written
    QVERIFY(m_store->current().closeToTray);
    QVERIFY(!find<QCheckBox>(u"settingCloseToTraySwitch"_s)->isChecked());
}

void SettingsPageTest::signInIsTheDesktops()
{
    auto *control = find<QCheckBox>(u"settingAtSignInSwitch"_s);
    QVERIFY(!control->isChecked());
    control->click();
    QCOMPARE(m_host.signIn, SettingsHost::AtSignIn::On);
    m_host.signInError = base::Error{.message = u"Can't write it."_s};
    control->click();
    QCOMPARE(m_host.signIn, SettingsHost::AtSignIn::On);
    QVERIFY(control->isChecked()); // as it is, not as it was wanted
    QVERIFY(find<QWidget>(u"settingsProblem"_s)->isVisible());
}

void SettingsPageTest::searchKeepsWhatMatches()
{
    auto *search = find<QLineEdit>(u"settingsSearch"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus(); // as the window does when it shows the page
    QVERIFY(!search->hasFocus());
    QTest::keyClick(m_page.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    search->setText(u"CLIPboard"_s);
    QVERIFY(find<QWidget>(u"settingClipboard"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"settingMask"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"settingsStartup"_s)->isVisible());
    search->setText(u"startup"_s); // a card's title
    QVERIFY(find<QWidget>(u"settingAtSignIn"_s)->isVisible());
    search->setText(u"wombat"_s);
    QVERIFY(find<QWidget>(u"settingsNothing"_s)->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(find<QWidget>(u"settingMask"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"settingsNothing"_s)->isVisible());
}

void SettingsPageTest::aBadFileIsSaid()
{
    QVERIFY(!find<QWidget>(u"settingsProblem"_s)->isVisible());
    QFile file(m_directory->filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    m_page.reset();
    m_store = std::make_unique<SettingsStore>(file.fileName());
    make();
    m_page->show();
    QVERIFY(find<QWidget>(u"settingsProblem"_s)->isVisible());
    find<QCheckBox>(u"settingMaskSwitch"_s)->click();
    QVERIFY(!find<QWidget>(u"settingsProblem"_s)->isVisible());
}

void SettingsPageTest::replacesTheConnection()
{
    QSignalSpy asked(m_page.get(), &SettingsPage::replaceConnectionRequested);
    find<QPushButton>(u"settingReplace"_s)->click();
    QCOMPARE(asked.count(), 1);
    m_host.words.token = ConnectionWords::Token::Given;
    m_host.change();
    QVERIFY(!find<QPushButton>(u"settingReplace"_s)->isVisible());
    m_host.words.token = ConnectionWords::Token::Replaceable;
}

void SettingsPageTest::everyFocusableHasAName()
{
    const auto widgets = m_page->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *edit = dynamic_cast<const QLineEdit *>(widget);
        const bool inside = edit && dynamic_cast<const QAbstractSpinBox *>(edit->parentWidget());
        if (widget->focusPolicy() == Qt::NoFocus || inside || !widget->isVisibleTo(m_page.get()))
            continue;
        const auto *button = dynamic_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName() + QString::fromLatin1(widget->metaObject()->className())));
    }
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
