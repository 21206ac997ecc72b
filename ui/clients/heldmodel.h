// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"

#include <QAbstractTableModel>

namespace tokensmith::ui {

enum class HeldColumn { Token, Client, Held };

/** Tokens whose secrets the keychain holds, newest first. `clock` outlives it. */
class HeldModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit HeldModel(const base::Clock &clock, QObject *parent = nullptr);

    void setTokens(std::vector<HeldToken> tokens);

    [[nodiscard]] const HeldToken *tokenAt(int row) const; ///< null: there is none; valid until the next change
    [[nodiscard]] int rowOf(const QString &tokenId) const; ///< -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const base::Clock &m_clock;
    std::vector<HeldToken> m_tokens;
};

} // namespace tokensmith::ui
