// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensproxy.h"

#include "ui/common/cell.h"
#include "ui/tokens/tokentablemodel.h"

#include <limits>

namespace tokensmith::ui {

namespace {

qint64 orElse(const std::optional<QDateTime> &time, qint64 value)
{
    return time ? time->toMSecsSinceEpoch() : value;
}

int sign(qint64 left, qint64 right)
{
    return left < right ? -1 : left > right ? 1 : 0;
}

} // namespace

TokensProxy::TokensProxy(TokenTableModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setDynamicSortFilter(true);
    setSortRole(CellLookRole - 1); // no role of ours: words that change with the clock don't change the order
}

void TokensProxy::setNameFilter(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_filter)
        return;
    m_filter = trimmed;
    invalidateFilter();
}

bool TokensProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const model::Token *token = m_model.tokenAt(sourceRow);
    return !token || m_filter.isEmpty() || token->name.contains(m_filter, Qt::CaseInsensitive);
}

bool TokensProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const model::Token *one = m_model.tokenAt(left.row());
    const model::Token *other = m_model.tokenAt(right.row());
    if (!one || !other)
        return left.row() < right.row();
    const int order = compare(left.row(), right.row(), left.column());
    if (order != 0)
        return order < 0;
    // Names stay in alphabetical order in both directions.
    const int byName = QString::compare(one->name, other->name, Qt::CaseInsensitive);
    const bool before = byName != 0 ? byName < 0 : one->id < other->id;
    return sortOrder() == Qt::AscendingOrder ? before : !before && one->id != other->id;
}

int TokensProxy::compare(int left, int right, int column) const
{
    const model::Token &one = *m_model.tokenAt(left);
    const model::Token &other = *m_model.tokenAt(right);
    switch (TokenColumn(column)) {
    case TokenColumn::Name:
        return QString::compare(one.name, other.name, Qt::CaseInsensitive);
    case TokenColumn::Owner:
        return QString::compare(m_model.ownerNameAt(left), m_model.ownerNameAt(right), Qt::CaseInsensitive);
    case TokenColumn::Access:
        return QString::compare(m_model.accessAt(left), m_model.accessAt(right), Qt::CaseInsensitive);
    case TokenColumn::Expires: {
        constexpr qint64 kNever = std::numeric_limits<qint64>::max();
        return sign(orElse(one.expiresOn, kNever), orElse(other.expiresOn, kNever));
    }
    case TokenColumn::LastUsed: {
        constexpr qint64 kNever = std::numeric_limits<qint64>::min();
        return sign(orElse(one.lastUsedOn, kNever), orElse(other.lastUsedOn, kNever));
    }
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
