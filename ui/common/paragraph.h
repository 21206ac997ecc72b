// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/label.h"

#include <QTextLayout>

namespace tokensmith::ui {

/**
 * Wrapped plain text with the line height of the design, its beginning in medium weight if wanted. What QLabel can't do
 * without markup, which text from outside must never reach.
 */
class Paragraph : public Label
{
    Q_OBJECT

public:
    Paragraph(const Theme &theme, LabelLook look, const QString &text = {}, QWidget *parent = nullptr);

    /** `lead` in medium weight and main colour, a blank, then `rest`; either may be empty. */
    void setTexts(const QString &lead, const QString &rest);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** Breaks the text for that width; returns the height. */
    int layOut(QTextLayout &layout, int width) const;

    qsizetype m_leadLength = 0;
};

} // namespace tokensmith::ui
