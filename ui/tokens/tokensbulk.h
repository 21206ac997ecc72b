// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tokensmith::ui {

class BulkBar;
class Theme;
class TokenActions;

/** What stands in place of the footer while two or more tokens are selected; named tokensBulk. Both outlive it. */
[[nodiscard]] BulkBar *makeTokensBulk(const Theme &theme, TokenActions &actions, QWidget *parent);

} // namespace tokensmith::ui
