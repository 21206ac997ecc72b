// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;
class QWidget;

namespace tokensmith::ui {
class SecretClipboard;
}

/** The parts of ComponentsPage. Widgets belong to the parent that is given; words aren't translated. */
namespace tokensmith::ui::gallery {

/** A heading, and below it a column for what it shows. */
QVBoxLayout *addSection(const Theme &theme, QVBoxLayout *column, const QString &title);

/** A line from left to right in a section. */
QHBoxLayout *addLine(QVBoxLayout *section);

[[nodiscard]] QWidget *makeLeft(const Theme &theme, SecretClipboard &clipboard, QWidget *parent);
[[nodiscard]] QWidget *makeRight(const Theme &theme, QWidget *parent);

} // namespace tokensmith::ui::gallery
