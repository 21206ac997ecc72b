// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/heldmodel.h"

#include "core/base/text.h"
#include "ui/common/cell.h"
#include "ui/common/times.h"

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

HeldModel::HeldModel(const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void HeldModel::setTokens(std::vector<HeldToken> tokens)
{
    beginResetModel();
    m_tokens = std::move(tokens);
    endResetModel();
}

const HeldToken *HeldModel::tokenAt(int row) const
{
    return row >= 0 && row < int(m_tokens.size()) ? &m_tokens[std::size_t(row)] : nullptr;
}

int HeldModel::rowOf(const QString &tokenId) const
{
    const auto at = std::find_if(m_tokens.begin(), m_tokens.end(),
                                 [&tokenId](const HeldToken &token) { return token.tokenId == tokenId; });
    return at == m_tokens.end() ? -1 : int(at - m_tokens.begin());
}

int HeldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tokens.size());
}

int HeldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(HeldColumn::Held) + 1;
}

QVariant HeldModel::data(const QModelIndex &index, int role) const
{
    const HeldToken *token = index.isValid() ? tokenAt(index.row()) : nullptr;
    if (!token)
        return {};
    const auto column = HeldColumn(index.column());
    if (role == Qt::DisplayRole) {
        switch (column) {
        case HeldColumn::Token:
            return base::plainLine(token->tokenName.isEmpty() ? token->tokenId : token->tokenName, 120);
        case HeldColumn::Client:
            return token->client.isEmpty() ? tr("You, in this window") : base::plainLine(token->client, 80);
        case HeldColumn::Held:
            return lastUsedWords(token->heldAt, m_clock.now());
        }
    }
    if (role == Qt::ToolTipRole && column == HeldColumn::Held)
        return exactWords(token->heldAt, m_clock.now());
    if (role == CellLookRole) {
        if (column == HeldColumn::Token)
            return QVariant::fromValue(
                CellLook{.icon = u"vault"_s, .iconColour = Colour::Text2, .style = TextStyle::Strong});
        return QVariant::fromValue(CellLook{.textColour = Colour::Text2, .style = TextStyle::Small});
    }
    return {};
}

QVariant HeldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (HeldColumn(section)) {
    case HeldColumn::Token:
        return tr("Token");
    case HeldColumn::Client:
        return tr("Asked for by");
    case HeldColumn::Held:
        return tr("Held since");
    }
    return {};
}

} // namespace tokensmith::ui
