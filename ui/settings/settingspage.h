// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settingsstore.h"
#include "ui/settings/settingcard.h"

#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tokensmith::ui {

class EmptyState;
class ExpirySteps;
class InlineMessage;
class SegmentedControl;
class SettingNumber;
class SettingsHost;

/**
 * The Settings page: cards of rows in two columns, in one where it is narrow. Every choice acts at once; there is no
 * Save. A choice that can't work here is off and says why. The search keeps the rows that match.
 */
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    /** All outlive the page. */
    struct Parts
    {
        const Theme &theme;
        settings::SettingsStore &store;
        SettingsHost &host;
    };

    explicit SettingsPage(const Parts &parts, QWidget *parent = nullptr);

    /** Brings the port into view, with the focus. */
    void showPort();

Q_SIGNALS:
    void replaceConnectionRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using Change = std::function<void(settings::Settings &)>;

    void buildConnection();
    void buildAppearance();
    void buildSecurity();
    void buildNotifications();
    void buildStartup();
    void addPort();
    QWidget *makeSearch();
    QWidget *makeFooter();
    void layOut();
    void filter(const QString &words);

    /** The page's controls are found again by what they set: a row of a switch or a list of choices. */
    QCheckBox *addSwitch(SettingCard *card, const SettingWords &words, bool settings::Settings::*member);
    struct Choice
    {
        QString text;
        int value;
    };
    QComboBox *addChoice(SettingCard *card, const SettingWords &words, const QList<Choice> &choices,
                         std::function<void(settings::Settings &, int)> set);

    void change(const Change &how);
    void say(const std::optional<base::Error> &problem);
    void showSettings();
    void showHost();

    const Theme &m_theme;
    settings::SettingsStore &m_store;
    SettingsHost &m_host;
    QList<std::function<void(const settings::Settings &)>> m_show; ///< each puts one control to what is set

    QWidget *m_problemRoom = nullptr;
    InlineMessage *m_problem; // these belong to the page as its children
    QWidget *m_cards;
    QBoxLayout *m_columns;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    EmptyState *m_nothing;
    SettingCard *m_connection;
    SettingCard *m_appearance;
    SettingCard *m_security;
    SettingCard *m_notifications;
    SettingCard *m_startup;
    SettingRow *m_connectionRow = nullptr;
    QPushButton *m_replace = nullptr;
    SettingNumber *m_changes = nullptr;
    SettingRow *m_changesRow = nullptr;
    SettingNumber *m_port = nullptr;
    SettingRow *m_portRow = nullptr;
    QCheckBox *m_lockWithScreen = nullptr;
    QCheckBox *m_atSignIn = nullptr;
    QCheckBox *m_closeToTray = nullptr;
};

} // namespace tokensmith::ui
