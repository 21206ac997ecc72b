// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace tokensmith::ui {

class TokenTableModel;

/**
 * Order and filter of the tokens. Expires: soonest first, so expired ones on top and Never at the end; last used:
 * longest ago first, never used before all. Equal cells are ordered by name. Compares values, never words.
 */
class TokensProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TokensProxy(TokenTableModel &model, QObject *parent = nullptr);

    [[nodiscard]] const TokenTableModel &tokenModel() const { return m_model; }

    /** Keeps tokens whose name contains the text, whatever its case; empty keeps all. */
    void setNameFilter(const QString &text);
    [[nodiscard]] const QString &nameFilter() const { return m_filter; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] int compare(int left, int right, int column) const;

    TokenTableModel &m_model;
    QString m_filter;
};

} // namespace tokensmith::ui
