// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace tokensmith::ui {

struct LabelLook
{
    TextStyle style = TextStyle::Body;
    Colour colour = Colour::Text;
};

/** One line of plain text in a style and colour of the theme. Never markup, whatever the text. */
class Label : public QLabel
{
    Q_OBJECT

public:
    Label(const Theme &theme, LabelLook look, const QString &text = {}, QWidget *parent = nullptr);

    void setColour(Colour colour);

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const LabelLook &look() const { return m_look; }

private:
    void applyLook();

    const Theme &m_theme;
    LabelLook m_look;
};

/** A label that gives way: shows what fits, with an ellipsis, and then the full text as tooltip. */
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    ElidedLabel(const Theme &theme, LabelLook look, const QString &text = {}, QWidget *parent = nullptr);

    /** Right by default; ids elide in the middle. */
    void setElideMode(Qt::TextElideMode mode);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString shown() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace tokensmith::ui
