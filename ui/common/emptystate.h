// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace tokensmith::ui {

class Label;
class Paragraph;

/** What stands in the middle of an empty page or pane. */
struct EmptyContent
{
    QString icon = {};  ///< 28 px, in the hint colour; empty: the outline of our mark, large
    QString title = {}; ///< empty: only the line below
    QString text;
};

/** Picture, title, one or two sentences and buttons, in the middle of whatever room there is. */
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const QString &objectName, const EmptyContent &content, QWidget *parent = nullptr);

    void setContent(const EmptyContent &content);

    /** Below the text, from left to right; taken over by this widget. */
    void addButton(QPushButton *button);

private:
    class Picture;

    Picture *m_picture;
    Label *m_title;
    Paragraph *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace tokensmith::ui
