// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientwords.h"

#include <QAbstractTableModel>

#include <optional>

namespace tokensmith::ui {

enum class KeyColumn { Client, Seen, Read, Create, Change, Revoke, Secrets, Limits, Menu };
inline constexpr int kKeyColumns = int(KeyColumn::Menu) + 1;

/** What the model answers besides the roles of cell.h. */
enum KeyRole {
    KeyPolicyRole = Qt::UserRole + 1, ///< int of a PolicyChoice, in the columns of policies
    KeyEditableRole,                  ///< bool: a key made here
};

/** The class of calls a column is about; nothing for the others. */
[[nodiscard]] std::optional<clients::CallClass> classOf(KeyColumn column);

/** The client keys as rows. `clock` outlives it. */
class ClientKeysModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ClientKeysModel(const base::Clock &clock, QObject *parent = nullptr);

    /** Rows stay where their names do; else all are new. */
    void setKeys(const std::vector<clients::Client> &keys, const std::vector<model::Account> &accounts);

    [[nodiscard]] const clients::Client *keyAt(int row) const; ///< null: there is none; valid until the next change
    [[nodiscard]] int rowOf(const QString &name) const;        ///< -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const clients::Client &client, KeyColumn column) const;
    [[nodiscard]] CellLook look(const clients::Client &client, KeyColumn column) const;
    [[nodiscard]] QString tip(const clients::Client &client, KeyColumn column) const;

    const base::Clock &m_clock;
    std::vector<clients::Client> m_keys;
    std::vector<model::Account> m_accounts;
};

} // namespace tokensmith::ui
