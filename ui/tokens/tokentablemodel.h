// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/token.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace tokensmith::ui {

/** The columns of the Tokens page, in their first order. */
enum class TokenColumn { Name, Owner, Access, Expires, LastUsed };
inline constexpr int kTokenColumns = int(TokenColumn::LastUsed) + 1;

/**
 * Tokens as rows, in the order they came; or, before anything is known, rows that only hold the place.
 *
 * Words come from ui/common/times.h and core/catalog/accesswords.h and are made when asked for, with the clock's
 * present time. Names are made fit for one line. Answers the roles of ui/common/cell.h.
 */
class TokenTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using OwnerName = std::function<QString(const model::Owner &)>;

    TokenTableModel(const base::Clock &clock, OwnerName ownerName, QObject *parent = nullptr);

    /** Replaces all rows. Where the ids are the same in the same order, selection and scroll position survive. */
    void setTokens(const std::vector<model::Token> &tokens);

    /** Shows `count` placeholder rows while there are no tokens; 0 takes them away. */
    void setPlaceholders(int count);

    [[nodiscard]] const model::Token *tokenAt(int row) const; ///< null for a placeholder
    [[nodiscard]] const QString &ownerNameAt(int row) const { return m_rows.at(std::size_t(row)).ownerName; }
    [[nodiscard]] const QString &accessAt(int row) const;
    [[nodiscard]] int rowOf(const QString &tokenId) const; ///< -1: not there

    /** The clock has moved on: relative times have to be read again. */
    void refreshTimes();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        model::Token token;
        QString name; ///< fit for one line
        QString ownerName;
        mutable QString access = {}; ///< made when first asked for
    };

    [[nodiscard]] QString text(const Row &row, TokenColumn column) const;
    [[nodiscard]] QString spokenText(const Row &row, TokenColumn column) const;
    [[nodiscard]] QString toolTip(const Row &row, TokenColumn column) const;
    [[nodiscard]] QVariant look(const Row &row, TokenColumn column) const;
    [[nodiscard]] const QString &access(const Row &row) const;
    [[nodiscard]] bool sameIds(const std::vector<model::Token> &tokens) const;

    const base::Clock &m_clock;
    OwnerName m_ownerName;
    std::vector<Row> m_rows;
    int m_placeholders = 0;
};

} // namespace tokensmith::ui
