// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clientkeysmodel.h"

#include "core/base/text.h"
#include "ui/common/times.h"

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::CallClass;
using clients::Client;
using clients::SecretDelivery;

std::optional<CallClass> classOf(KeyColumn column)
{
    switch (column) {
    case KeyColumn::Read:
        return CallClass::Read;
    case KeyColumn::Create:
        return CallClass::Create;
    case KeyColumn::Change:
        return CallClass::Change;
    case KeyColumn::Revoke:
        return CallClass::Revoke;
    case KeyColumn::Client:
    case KeyColumn::Seen:
    case KeyColumn::Secrets:
    case KeyColumn::Limits:
    case KeyColumn::Menu:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

ClientKeysModel::ClientKeysModel(const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void ClientKeysModel::setKeys(const std::vector<Client> &keys, const std::vector<model::Account> &accounts)
{
    m_accounts = accounts;
    const bool same = std::equal(keys.begin(), keys.end(), m_keys.begin(), m_keys.end(),
                                 [](const Client &a, const Client &b) { return a.name == b.name; });
    if (same) {
        m_keys = keys;
        if (!m_keys.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_keys.size()) - 1, kKeyColumns - 1));
        return;
    }
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

const Client *ClientKeysModel::keyAt(int row) const
{
    return row >= 0 && row < int(m_keys.size()) ? &m_keys[std::size_t(row)] : nullptr;
}

int ClientKeysModel::rowOf(const QString &name) const
{
    const auto at =
        std::find_if(m_keys.begin(), m_keys.end(), [&name](const Client &client) { return client.name == name; });
    return at == m_keys.end() ? -1 : int(at - m_keys.begin());
}

int ClientKeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int ClientKeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kKeyColumns;
}

QString ClientKeysModel::text(const Client &client, KeyColumn column) const
{
    if (const std::optional<CallClass> callClass = classOf(column))
        return policyWord(choiceOf(client.policy.of(*callClass)));
    switch (column) {
    case KeyColumn::Client:
        return keyTitle(client);
    case KeyColumn::Seen:
        return seenWords(client, m_clock.now()).text;
    case KeyColumn::Secrets:
        return secretsWord(client.policy.secrets);
    case KeyColumn::Limits:
        return limitWords(client, m_accounts);
    default:
        return {};
    }
}

CellLook ClientKeysModel::look(const Client &client, KeyColumn column) const
{
    switch (column) {
    case KeyColumn::Client:
        return {.style = TextStyle::Strong};
    case KeyColumn::Seen:
        return seenWords(client, m_clock.now()).look;
    case KeyColumn::Secrets: {
        const bool open = client.policy.secrets == SecretDelivery::Inline;
        return {.icon = open ? u"eye"_s : u"eyeoff"_s,
                .iconColour = open ? Colour::Warn : Colour::Text3,
                .textColour = open ? Colour::Warn : Colour::Text,
                .style = open ? TextStyle::SmallStrong : TextStyle::Small,
                .iconGap = space::kTiny};
    }
    case KeyColumn::Menu:
        return {.icon = u"dots"_s, .iconColour = Colour::Text2};
    default:
        return {.textColour = Colour::Text2, .style = TextStyle::Small};
    }
}

QString ClientKeysModel::tip(const Client &client, KeyColumn column) const
{
    if (column != KeyColumn::Seen || !client.seenAt)
        return {};
    const QString when = exactWords(*client.seenAt, m_clock.now());
    const QString who = base::plainLine(client.seen.client, 80);
    const QString how = base::plainLine(client.seen.revision, 30);
    QStringList said{when};
    if (!who.isEmpty())
        said.append(tr("calls itself %1", "a client").arg(who));
    if (!how.isEmpty())
        said.append(tr("speaks MCP %1", "a client").arg(how));
    return said.join(u", "_s);
}

QVariant ClientKeysModel::data(const QModelIndex &index, int role) const
{
    const Client *client = index.isValid() ? keyAt(index.row()) : nullptr;
    if (!client)
        return {};
    const auto column = KeyColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*client, column);
    case Qt::ToolTipRole:
        return tip(*client, column);
    case Qt::AccessibleTextRole:
        if (column == KeyColumn::Menu)
            return tr("More for %1", "a client key").arg(keyTitle(*client));
        return column == KeyColumn::Client
                   ? keyTitle(*client)
                   : u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                     text(*client, column));
    case CellLookRole:
        return QVariant::fromValue(look(*client, column));
    case KeyPolicyRole:
        if (const std::optional<CallClass> callClass = classOf(column))
            return int(choiceOf(client->policy.of(*callClass)));
        return {};
    case KeyEditableRole:
        return isEditable(*client);
    default:
        return {};
    }
}

QVariant ClientKeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const auto column = KeyColumn(section);
    if (const std::optional<CallClass> callClass = classOf(column))
        return classWord(*callClass);
    switch (column) {
    case KeyColumn::Client:
        return tr("Client");
    case KeyColumn::Seen:
        return tr("Last seen");
    case KeyColumn::Secrets:
        return tr("Secrets");
    case KeyColumn::Limits:
        return tr("Limits");
    default:
        return {};
    }
}

} // namespace tokensmith::ui
