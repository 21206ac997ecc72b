// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "ui/common/table.h"

#include <optional>
#include <vector>

namespace tokensmith::ui {

class ProgressLine;
class TokenColumns;
class TokenTableModel;

/**
 * The table of the Tokens page: its columns (TokenColumns), copying ids, and the progress line under its header. What
 * is selected stays so when search or list change, as far as it is still shown; the current row keeps its place on the
 * screen.
 */
class TokensTable : public Table
{
    Q_OBJECT

public:
    /** `stateFile`: where the columns are kept; empty: nowhere. */
    TokensTable(const Theme &theme, TokenTableModel &model, QWidget *parent = nullptr, const QString &stateFile = {});

    [[nodiscard]] ProgressLine &progress() { return *m_progress; }

    [[nodiscard]] TokenColumns &columns() { return *m_columns; }

    /** Ids of the selected tokens, from top to bottom. */
    [[nodiscard]] QStringList selectedIds() const;

    /** How many are selected; quick whatever their number, unlike the lists. */
    [[nodiscard]] int selectedCount() const;

    /** Whether every selected token is disabled; stops at the first that is not. */
    [[nodiscard]] bool allDisabled() const;

    [[nodiscard]] std::vector<model::Token> selectedTokens() const; ///< likewise
    [[nodiscard]] std::vector<model::Token> shownTokens() const;    ///< likewise

    /** Selects these tokens as far as they are shown, and makes the first of them current. */
    void selectIds(const QStringList &ids);

Q_SIGNALS:
    void selectedTokensChanged();
    /** Enter or a click on a row: the person wants to see the details. */
    void opened();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copyIds() const;

    /** What a person has before the eyes, to be found again when the model has been reset. */
    struct Place
    {
        QStringList selected = {};
        QString current = {}; ///< id
        int scrolled = 0;
        std::optional<int> currentAt = {}; ///< where the current row stands in the viewport, if it is in sight
    };

    void keepPlace();
    void restorePlace();

    TokenTableModel &m_model;
    ProgressLine *m_progress;
    TokenColumns *m_columns = nullptr;
    Place m_kept;
};

} // namespace tokensmith::ui
