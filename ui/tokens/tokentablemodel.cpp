// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokentablemodel.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "ui/common/cell.h"
#include "ui/common/times.h"
#include "ui/tokens/tokenlook.h"

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

TokenColumn columnOf(const QModelIndex &index)
{
    return TokenColumn(index.column());
}

CellLook expiryLook(const QDateTime &expires, const QDateTime &now)
{
    const Urgency urgency = urgencyOf(expires, now);
    if (urgency != Urgency::None)
        return {.textColour = textColour(toneOf(urgency)), .style = TextStyle::SmallStrong};
    return {.textColour = expires.isValid() ? Colour::Text2 : Colour::Text3, .style = TextStyle::Small};
}

} // namespace

TokenTableModel::TokenTableModel(const base::Clock &clock, OwnerName ownerName, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_ownerName(std::move(ownerName))
{
}

void TokenTableModel::setTokens(const std::vector<model::Token> &tokens)
{
    std::vector<Row> rows;
    rows.reserve(tokens.size());
    for (const model::Token &token : tokens)
        rows.push_back({.token = token,
                        .name = base::plainLine(token.name, 120),
                        .ownerName = base::plainLine(m_ownerName(token.owner), 120)});
    if (m_placeholders == 0 && !rows.empty() && sameIds(tokens)) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kTokenColumns - 1));
        return;
    }
    beginResetModel();
    m_placeholders = 0;
    m_rows = std::move(rows);
    endResetModel();
}

void TokenTableModel::setPlaceholders(int count)
{
    if (count == m_placeholders || !m_rows.empty())
        return;
    beginResetModel();
    m_placeholders = count;
    endResetModel();
}

const model::Token *TokenTableModel::tokenAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_rows.size() ? &m_rows[std::size_t(row)].token : nullptr;
}

const QString &TokenTableModel::accessAt(int row) const
{
    return access(m_rows.at(std::size_t(row)));
}

int TokenTableModel::rowOf(const QString &tokenId) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.token.id == tokenId; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void TokenTableModel::refreshTimes()
{
    if (m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kTokenColumns - 1),
                       {Qt::DisplayRole, Qt::AccessibleTextRole, CellLookRole});
}

int TokenTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_rows.empty() ? m_placeholders : int(m_rows.size());
}

int TokenTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTokenColumns;
}

QVariant TokenTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (m_rows.empty()) {
        if (role == CellPlaceholderRole)
            return true;
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, columnOf(index));
    case Qt::AccessibleTextRole:
        return spokenText(row, columnOf(index));
    case Qt::ToolTipRole:
        return toolTip(row, columnOf(index));
    case CellLookRole:
        return look(row, columnOf(index));
    default:
        return {};
    }
}

QVariant TokenTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kTokenColumns)
        return {};
    switch (TokenColumn(section)) {
    case TokenColumn::Name:
        return tr("Name");
    case TokenColumn::Owner:
        return tr("Owner");
    case TokenColumn::Access:
        return tr("Access");
    case TokenColumn::Expires:
        return tr("Expires");
    case TokenColumn::LastUsed:
        return tr("Last used");
    }
    Q_UNREACHABLE();
}

Qt::ItemFlags TokenTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.empty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString TokenTableModel::text(const Row &row, TokenColumn column) const
{
    switch (column) {
    case TokenColumn::Name:
        return row.name;
    case TokenColumn::Owner:
        return row.ownerName;
    case TokenColumn::Access:
        return access(row);
    case TokenColumn::Expires:
        return expiryWords(timeOrNone(row.token.expiresOn), m_clock.now());
    case TokenColumn::LastUsed:
        return lastUsedWords(timeOrNone(row.token.lastUsedOn), m_clock.now());
    }
    Q_UNREACHABLE();
}

QString TokenTableModel::spokenText(const Row &row, TokenColumn column) const
{
    const QString words = text(row, column);
    switch (column) {
    case TokenColumn::Name:
        return tr("%1, %2").arg(words, statusMark(row.token, m_clock.now()).words);
    case TokenColumn::Owner:
        return tr("Owned by %1").arg(words);
    case TokenColumn::Access:
        return tr("Access: %1").arg(words);
    case TokenColumn::Expires:
        switch (urgencyOf(timeOrNone(row.token.expiresOn), m_clock.now())) {
        case Urgency::None:
            return row.token.expiresOn ? tr("Expires %1").arg(words) : tr("Never expires");
        case Urgency::Soon:
            return tr("Expires %1, warning").arg(words);
        case Urgency::Urgent:
            return tr("Expires %1, urgent").arg(words);
        case Urgency::Over:
            return tr("Expired %1").arg(words);
        }
        Q_UNREACHABLE();
    case TokenColumn::LastUsed:
        return row.token.lastUsedOn ? tr("Last used: %1").arg(words) : tr("Never used");
    }
    Q_UNREACHABLE();
}

QString TokenTableModel::toolTip(const Row &row, TokenColumn column) const
{
    switch (column) {
    case TokenColumn::Name:
    case TokenColumn::Owner:
    case TokenColumn::Access:
        return {}; // the delegate shows the text itself where it is elided
    case TokenColumn::Expires:
        return exactWords(timeOrNone(row.token.expiresOn), m_clock.now());
    case TokenColumn::LastUsed:
        return exactWords(timeOrNone(row.token.lastUsedOn), m_clock.now());
    }
    Q_UNREACHABLE();
}

QVariant TokenTableModel::look(const Row &row, TokenColumn column) const
{
    const QDateTime now = m_clock.now();
    CellLook look;
    switch (column) {
    case TokenColumn::Name: {
        const StatusMark mark = statusMark(row.token, now);
        look = {.icon = mark.icon,
                .iconColour = mark.colour,
                .textColour = mark.dimmed ? Colour::Text2 : Colour::Text,
                .style = TextStyle::Strong};
        break;
    }
    case TokenColumn::Owner:
        look = {
            .icon = ownerIcon(row.token.owner), .textColour = Colour::Text2, .style = TextStyle::Small, .iconGap = 6};
        break;
    case TokenColumn::Access:
        break;
    case TokenColumn::Expires:
        look = expiryLook(timeOrNone(row.token.expiresOn), now);
        break;
    case TokenColumn::LastUsed:
        look = {.textColour = row.token.lastUsedOn ? Colour::Text2 : Colour::Text3, .style = TextStyle::Small};
        break;
    }
    return QVariant::fromValue(look);
}

const QString &TokenTableModel::access(const Row &row) const
{
    if (row.access.isNull())
        row.access = catalog::accessSummary(row.token.policies);
    return row.access;
}

bool TokenTableModel::sameIds(const std::vector<model::Token> &tokens) const
{
    return std::equal(tokens.begin(), tokens.end(), m_rows.begin(), m_rows.end(),
                      [](const model::Token &token, const Row &row) { return token.id == row.token.id; });
}

} // namespace tokensmith::ui
