// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/tokenservice.h"

#include <QFrame>

#include <chrono>

class QPushButton;

namespace tokensmith::ui {

class CodeBox;
class IconLabel;
class Label;
class Paragraph;
class Theme;

/** Whether the new token works, and the command that tests it from a shell. `theme` outlives it. */
class VerifyCard final : public QFrame
{
    Q_OBJECT

public:
    explicit VerifyCard(const Theme &theme, QWidget *parent = nullptr);

    /** For the token's owner, against that API. The secret stands in no command line: others can read those. */
    void setCommand(const model::Owner &owner, const QUrl &api);

    void showWaiting();
    void showOutcome(const tokens::VerifyOutcome &outcome, std::chrono::milliseconds took);
    void showFailure(const QString &sentence);

Q_SIGNALS:
    void verifyRequested();

private:
    void show(const QString &icon, const QString &title, const QString &words);

    QString m_command;
    IconLabel *m_icon; // these belong to the card as its children
    Label *m_title;
    Paragraph *m_words;
    QPushButton *m_again;
    CodeBox *m_shown;
};

} // namespace tokensmith::ui
