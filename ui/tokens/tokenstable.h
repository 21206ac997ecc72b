// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/table.h"

namespace tokensmith::ui {

class ProgressLine;
class TokensProxy;

/** The table of the Tokens page: column widths, first order, copying ids, and the progress line under its header. */
class TokensTable : public Table
{
    Q_OBJECT

public:
    TokensTable(const Theme &theme, TokensProxy &proxy, QWidget *parent = nullptr);

    [[nodiscard]] ProgressLine &progress() { return *m_progress; }

    /** Ids of the selected tokens, from top to bottom. */
    [[nodiscard]] QStringList selectedIds() const;

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

    TokensProxy &m_proxy;
    ProgressLine *m_progress;
};

} // namespace tokensmith::ui
