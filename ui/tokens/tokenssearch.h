// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/searchfield.h"

namespace tokensmith::ui {

class TokenTableModel;

/**
 * The search line of the Tokens page: what is typed filters the model at once, in the grammar of
 * core/tokens/search/query.h, and how to go on is offered below. The model must outlive it.
 */
class TokensSearch final : public SearchField
{
    Q_OBJECT

public:
    TokensSearch(const Theme &theme, TokenTableModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void leftForTable(); ///< Enter

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void suggest();
    void showNote();

    TokenTableModel &m_model;
};

/** The search as it may have been meant; empty: nothing better is known. For one that leaves no token. */
[[nodiscard]] QString betterSearch(TokenTableModel &model);

} // namespace tokensmith::ui
