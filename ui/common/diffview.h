// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/linediff.h"
#include "ui/common/theme.h"

#include <QPlainTextEdit>

namespace tokensmith::ui {

/**
 * What changes in a text: added lines with "+", removed ones with "-", and the characters that differ in medium weight
 * and underlined. Read-only, can be copied. Whoever sets it has masked keys and secrets.
 */
class DiffView : public QPlainTextEdit
{
    Q_OBJECT

public:
    DiffView(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setLines(const QList<DiffLine> &lines);

    /** Wants room for all lines, up to `lines` of them. */
    void setVisibleLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void colour();
    [[nodiscard]] QSize sizeFor(int lines) const;

    const Theme &m_theme;
    QList<DiffLine> m_lines;
    int m_visible = 12;
};

} // namespace tokensmith::ui
