// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the settings page: what each says, what it sets, and what this machine makes of it.
#include "ui/common/buttons.h"
#include "ui/common/combobox.h"
#include "ui/common/segmented.h"
#include "ui/common/switch.h"
#include "ui/settings/expirysteps.h"
#include "ui/settings/settingnumber.h"
#include "ui/settings/settingshost.h"
#include "ui/settings/settingspage.h"

#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

using settings::Settings;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr int kChoiceWidth = 148;
constexpr int kNumberWidth = 72;
constexpr int kPortWidth = 88;

bool works(const Ability &ability)
{
    switch (ability.state) {
    case Ability::State::Works:
        return true;
    case Ability::State::Missing:
        return false;
    }
    Q_UNREACHABLE();
}

SettingRow *rowOf(QWidget *control)
{
    return dynamic_cast<SettingRow *>(control->parentWidget());
}

/** Off, and says why, where it can't work here; else as it is set. */
void showAbility(QCheckBox *control, const Ability &ability, bool isSet)
{
    const QSignalBlocker silent(control);
    control->setEnabled(works(ability));
    control->setChecked(works(ability) && isSet);
    rowOf(control)->setHint(ability.why);
}

} // namespace

QCheckBox *SettingsPage::addSwitch(SettingCard *card, const SettingWords &words, bool Settings::*member)
{
    auto *control = new Switch(m_theme, words.objectName + "Switch"_L1, words.title);
    card->addRow(words, control);
    connect(control, &QCheckBox::toggled, this,
            [this, member](bool on) { change([=](Settings &settings) { settings.*member = on; }); });
    m_show.append([control, member](const Settings &settings) {
        const QSignalBlocker silent(control);
        control->setChecked(settings.*member);
    });
    return control;
}

QComboBox *SettingsPage::addChoice(SettingCard *card, const SettingWords &words, const QList<Choice> &choices,
                                   std::function<void(Settings &, int)> set)
{
    auto *control = new ComboBox(m_theme, words.objectName + "Choice"_L1);
    for (const Choice &choice : choices)
        control->addItem(choice.text, choice.value);
    control->setMinimumWidth(m_theme.width(kChoiceWidth));
    card->addRow(words, control);
    connect(control, &QComboBox::activated, this, [this, control, set = std::move(set)] {
        change([&](Settings &settings) { set(settings, control->currentData().toInt()); });
    });
    return control;
}

void SettingsPage::buildConnection()
{
    m_replace = makeButton(m_theme, {.objectName = u"settingReplace"_s, .text = tr("Replace…")});
    m_connectionRow =
        m_connection->addRow({.objectName = u"settingConnection"_s, .title = {}, .hint = u" "_s}, m_replace);
    connect(m_replace, &QPushButton::clicked, this, &SettingsPage::replaceConnectionRequested);

    m_changes = new SettingNumber(m_theme, u"settingChangesNumber"_s);
    m_changes->setRange(1, 1000);
    m_changes->setFixedWidth(m_theme.width(kNumberWidth));
    m_changesRow = m_connection->addRow({.objectName = u"settingChanges"_s,
                                         .title = tr("Changes per minute, per client"),
                                         .hint = tr("Above this, a client is told when to try again")},
                                        m_changes);
    connect(m_changes, &QSpinBox::valueChanged, this,
            [this](int value) { change([=](Settings &settings) { settings.changesPerMinute = value; }); });
    m_show.append([this](const Settings &settings) {
        const QSignalBlocker silent(m_changes);
        m_changes->setValue(settings.changesPerMinute);
    });
}

void SettingsPage::buildAppearance()
{
    auto *colours = new SegmentedControl(m_theme, tr("Colours"),
                                         {{.objectName = u"coloursSystem"_s, .text = tr("System")},
                                          {.objectName = u"coloursLight"_s, .text = tr("Light")},
                                          {.objectName = u"coloursDark"_s, .text = tr("Dark")}});
    m_appearance->addRow({.objectName = u"settingColours"_s, .title = tr("Colours")}, colours);
    connect(colours, &SegmentedControl::currentChanged, this, [this](int index) {
        change([=](Settings &settings) { settings.colours = static_cast<settings::Colours>(index); });
    });
    auto *height = new SegmentedControl(m_theme, tr("Row height"),
                                        {{.objectName = u"rowsCompact"_s, .text = tr("Compact")},
                                         {.objectName = u"rowsNormal"_s, .text = tr("Normal")}});
    m_appearance->addRow({.objectName = u"settingRowHeight"_s, .title = tr("Row height")}, height);
    connect(height, &SegmentedControl::currentChanged, this, [this](int index) {
        change([=](Settings &settings) { settings.rowHeight = static_cast<settings::RowHeight>(index); });
    });
    static const QStringList languages{{}, u"en"_s, u"de"_s};
    QComboBox *language = addChoice(
        m_appearance,
        {.objectName = u"settingLanguage"_s, .title = tr("Language"), .hint = tr("Takes effect after a restart")},
        {{tr("System"), 0}, {u"English"_s, 1}, {u"Deutsch"_s, 2}},
        [](Settings &settings, int index) { settings.language = languages.value(index); });
    m_show.append([=](const Settings &settings) {
        colours->setCurrentIndex(static_cast<int>(settings.colours));
        height->setCurrentIndex(static_cast<int>(settings.rowHeight));
        language->setCurrentIndex(static_cast<int>(languages.indexOf(settings.language)));
    });
}

void SettingsPage::buildSecurity()
{
    QComboBox *after = addChoice(m_security,
                                 {.objectName = u"settingLockAfter"_s,
                                  .title = tr("Lock after"),
                                  .hint = tr("Forgets the bootstrap token until you unlock")},
                                 {{tr("5 minutes idle"), 5},
                                  {tr("15 minutes idle"), 15},
                                  {tr("30 minutes idle"), 30},
                                  {tr("1 hour idle"), 60},
                                  {tr("4 hours idle"), 240},
                                  {tr("Never"), 0}},
                                 [](Settings &settings, int value) { settings.lockAfter = minutes(value); });
    m_lockWithScreen = addSwitch(
        m_security, {.objectName = u"settingLockWithScreen"_s, .title = tr("Lock with the screen and before sleep")},
        &Settings::lockWithScreen);
    QComboBox *clipboard =
        addChoice(m_security,
                  {.objectName = u"settingClipboard"_s,
                   .title = tr("Clear the clipboard after"),
                   .hint = tr("Only if it still holds our secret")},
                  {{tr("15 seconds"), 15}, {tr("30 seconds"), 30}, {tr("1 minute"), 60}, {tr("2 minutes"), 120}},
                  [](Settings &settings, int value) { settings.clearClipboardAfter = seconds(value); });
    QComboBox *approvals =
        addChoice(m_security,
                  {.objectName = u"settingApprovals"_s,
                   .title = tr("Deny approvals after"),
                   .hint = tr("A call of a client that nobody answers")},
                  {{tr("30 seconds"), 30},
                   {tr("1 minute"), 60},
                   {tr("2 minutes"), 120},
                   {tr("5 minutes"), 300},
                   {tr("15 minutes"), 900}},
                  [](Settings &settings, int value) { settings.denyApprovalAfter = seconds(value); });
    addSwitch(m_security,
              {.objectName = u"settingMask"_s,
               .title = tr("Keep secrets masked"),
               .hint = tr("Show reveals one for 10 seconds")},
              &Settings::maskSecrets);
    // A value that is none of the choices was written into the file: it is shown, and stays until another is chosen.
    const auto show = [](QComboBox *box, int value, const QString &text) {
        int index = box->findData(value);
        if (index < 0) {
            index = box->count();
            box->addItem(text, value);
        }
        box->setCurrentIndex(index);
    };
    m_show.append([=](const Settings &settings) {
        const auto idle = static_cast<int>(settings.lockAfter.count());
        const auto clear = static_cast<int>(settings.clearClipboardAfter.count());
        show(after, idle, tr("%n minute(s) idle", nullptr, idle));
        show(clipboard, clear, tr("%n second(s)", nullptr, clear));
        const auto deny = static_cast<int>(settings.denyApprovalAfter.count());
        show(approvals, deny, tr("%n second(s)", nullptr, deny));
    });
}

void SettingsPage::buildNotifications()
{
    auto *steps = new ExpirySteps(m_theme);
    const QString hint = tr("Once per token and step");
    SettingRow *row = m_notifications->addRow(
        {.objectName = u"settingExpiry"_s, .title = tr("Before a token expires"), .hint = hint}, steps);
    connect(steps, &ExpirySteps::refused, row,
            [row, hint](const QString &sentence) { row->setHint(sentence.isEmpty() ? hint : sentence); });
    connect(steps, &ExpirySteps::stepsChosen, this,
            [this](const QList<int> &chosen) { change([&](Settings &settings) { settings.expirySteps = chosen; }); });
    m_show.append([steps](const Settings &settings) { steps->setSteps(settings.expirySteps); });
    addSwitch(m_notifications,
              {.objectName = u"settingNotifyApprovals"_s, .title = tr("When a client waits for an approval")},
              &Settings::notifyApprovals);
}

void SettingsPage::buildStartup()
{
    m_atSignIn = new Switch(m_theme, u"settingAtSignInSwitch"_s, tr("Start when I sign in"));
    m_startup->addRow({.objectName = u"settingAtSignIn"_s, .title = tr("Start when I sign in"), .hint = u" "_s},
                      m_atSignIn);
    connect(m_atSignIn, &QCheckBox::toggled, this, [this](bool on) {
        const auto set = m_host.setAtSignIn(on ? SettingsHost::AtSignIn::On : SettingsHost::AtSignIn::Off);
        say(set ? m_store.problem() : std::optional(set.error()));
        showHost();
    });
    m_closeToTray = addSwitch(
        m_startup,
        {.objectName = u"settingCloseToTray"_s, .title = tr("Close button hides to the tray"), .hint = u" "_s},
        &Settings::closeToTray);
    addSwitch(m_startup, {.objectName = u"settingServerAtStart"_s, .title = tr("Turn the MCP server on at start")},
              &Settings::serverAtStart);
    addPort();
    m_show.append([this](const Settings &) { showHost(); }); // a switch that can't work here is off, whatever is set
}

void SettingsPage::addPort()
{
    m_port = new SettingNumber(m_theme, u"settingPortNumber"_s);
    m_port->setRange(1024, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setKeyboardTracking(false);
    m_port->setFixedWidth(m_theme.width(kPortWidth));
    m_portRow = m_startup->addRow(
        {.objectName = u"settingPort"_s, .title = tr("Port of the MCP server"), .hint = u" "_s}, m_port);
    connect(m_port, &QSpinBox::valueChanged, this,
            [this](int value) { change([=](Settings &settings) { settings.port = value; }); });
    m_show.append([this](const Settings &settings) {
        const QSignalBlocker silent(m_port);
        m_port->setValue(settings.port);
    });
}

void SettingsPage::showHost()
{
    const ConnectionWords words = m_host.connection();
    const bool connected = !words.name.isEmpty();
    m_connectionRow->setTitle(connected ? words.name : tr("Not connected"));
    m_connectionRow->setHint(words.detail);
    m_connectionRow->setBadge(connected ? Badge{.text = tr("Connected"), .tone = Tone::Ok, .icon = u"check"_s}
                                        : Badge());
    m_replace->setText(connected ? tr("Replace…") : tr("Connect…"));
    m_replace->setVisible(words.token == ConnectionWords::Token::Replaceable);
    m_replace->setAccessibleName(tr("Replace the bootstrap token"));

    const Ability limit = m_host.changeLimit();
    m_changes->setEnabled(works(limit));
    m_changesRow->setHint(works(limit) ? tr("Above this, a client is told when to try again") : limit.why);

    const Ability port = m_host.port();
    m_port->setEnabled(works(port));
    m_portRow->setHint(works(port) ? tr("Takes effect after a restart; then repair the clients") : port.why);

    const Settings &settings = m_store.current();
    showAbility(m_lockWithScreen, m_host.screenLock(), settings.lockWithScreen);
    showAbility(m_closeToTray, m_host.tray(), settings.closeToTray);
    const QSignalBlocker silent(m_atSignIn);
    showAbility(m_atSignIn, m_host.autostart(), m_host.atSignIn() == SettingsHost::AtSignIn::On);
}

} // namespace tokensmith::ui
