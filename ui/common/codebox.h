// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QPlainTextEdit>

namespace tokensmith::ui {

/** Text in mono to be read and selected, never edited. `theme` outlives it. */
class CodeBox final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /** Content: always as high as its text. Free: as the layout likes. */
    enum class Height { Content, Free };

    CodeBox(const Theme &theme, TextStyle style, Height height, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int contentHeight() const;

    Height m_height;
};

} // namespace tokensmith::ui
