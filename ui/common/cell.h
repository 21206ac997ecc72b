// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QMetaType>

namespace tokensmith::ui {

/** How a table cell looks; its words are Qt::DisplayRole, what a screen reader says is Qt::AccessibleTextRole. */
struct CellLook
{
    QString icon = {}; ///< 16 px in front of the text; empty: none
    Colour iconColour = Colour::Text3;
    Colour textColour = Colour::Text;
    TextStyle style = TextStyle::Body;
    Qt::TextElideMode elide = Qt::ElideRight;
    int iconGap = space::kSmall;
};

/** What a model answers to be painted by CellDelegate in a Table. */
enum CellRole {
    CellLookRole = Qt::UserRole + 100, ///< CellLook
    CellPlaceholderRole,               ///< bool: a row that stands for one still being loaded
};

} // namespace tokensmith::ui

Q_DECLARE_METATYPE(tokensmith::ui::CellLook)
