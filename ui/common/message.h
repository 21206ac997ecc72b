// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace tokensmith::ui {

class Paragraph;

/** What an inline message says. Plain text throughout. */
struct MessageContent
{
    Tone tone = Tone::Info; ///< Info, Ok, Warn or Danger
    QString title;          ///< what happened, in medium weight
    QString text = {};      ///< what it means or what to do
    QString icon = {};      ///< empty: the usual one of the tone
    QString details = {};   ///< codes and cf-ray; shown in mono after a press on "Details"
    QString spoken = {};    ///< for a screen reader, in place of a text that counts down; empty: the text
};

/**
 * A message in the page: coloured left edge, icon, one or two sentences, at most two buttons ("Details" is one). A
 * message of tone Ok hides itself after 6 s; others stay until they are replaced or hidden. Children are named after
 * the message: `<objectName>Text`, `<objectName>Details`, `<objectName>DetailsButton`.
 */
class InlineMessage : public QFrame
{
    Q_OBJECT

public:
    InlineMessage(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    void setContent(const MessageContent &content);

    /** Other sentences after the title of the same message: not announced, and Details stay open. */
    void updateText(const QString &text, const QString &spoken);

    /** A small button at the right end; owned by the message, kept until clearActions(). */
    QPushButton *addAction(const QString &objectName, const QString &text);
    void clearActions();

Q_SIGNALS:
    void announced(); ///< a screen reader was told

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();
    void showText();
    void toggleDetails();

    const Theme &m_theme;
    MessageContent m_content;
    QLabel *m_icon;
    Paragraph *m_text;
    Paragraph *m_details;
    QPushButton *m_detailsButton;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_actions;
    QTimer *m_goAway;
};

} // namespace tokensmith::ui
