// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace tokensmith::ui {

class BadgeLabel;
class IconLabel;
class Paragraph;
class Theme;

/** Whether the keychain holds the secret, and the button that changes it. Removing asks first. `theme` outlives it. */
class HoldCard final : public QFrame
{
    Q_OBJECT

public:
    explicit HoldCard(const Theme &theme, QWidget *parent = nullptr);

    void showWaiting();
    void showHeld();
    void showNotHeld();
    void showFailure(const QString &sentence); ///< the state stays as it was

Q_SIGNALS:
    void holdRequested();
    void removeRequested(); ///< after the person was asked

private:
    enum class State { NotHeld, Held };

    void show(State state, const QString &words);
    void onPressed();

    const Theme &m_theme;
    State m_state = State::NotHeld;
    IconLabel *m_icon; // these belong to the card as its children
    BadgeLabel *m_badge;
    Paragraph *m_words;
    QPushButton *m_button;
};

} // namespace tokensmith::ui
