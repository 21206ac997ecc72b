// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokentablemodel.h"

#include "core/catalog/accesswords.h"

#include <QItemSelection>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace tokensmith::ui {

using namespace std::chrono_literals;
using search::SortKey;

namespace {

constexpr auto kSlice = 8ms;         ///< of digesting, between two turns of the event loop
constexpr qint64 kJudgeAgain = 3600; ///< seconds after which findings are looked for anew

TokenColumn columnOf(const QModelIndex &index)
{
    return TokenColumn(index.column());
}

SortKey sortKeyOf(int column)
{
    if (column < 0 || column >= kTokenColumns)
        return SortKey::Natural;
    switch (TokenColumn(column)) {
    case TokenColumn::Name:
        return SortKey::Name;
    case TokenColumn::Owner:
        return SortKey::Owner;
    case TokenColumn::Access:
        return SortKey::Access;
    case TokenColumn::Expires:
        return SortKey::Expires;
    case TokenColumn::LastUsed:
        return SortKey::LastUsed;
    case TokenColumn::Findings:
        return SortKey::Findings;
    case TokenColumn::Status:
        return SortKey::Status;
    case TokenColumn::Created:
        return SortKey::Issued;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenTableModel::TokenTableModel(const base::Clock &clock, search::IndexNames names, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_names(names)
    , m_results(std::move(names))
    , m_digesting(new QTimer(this))
{
    m_digesting->setInterval(0);
    connect(m_digesting, &QTimer::timeout, this, &TokenTableModel::digest);
}

void TokenTableModel::setTokens(const std::vector<model::Token> &tokens)
{
    search::Results next = m_results;
    next.setTokens(tokens, m_clock.now());
    QTimer::singleShot(0, this, [before = m_results] {}); // an index of many tokens takes its time to go
    show(std::move(next));
    judgeAgain();
}

void TokenTableModel::setPlaceholders(int count)
{
    if (count == m_placeholders || !isEmpty())
        return;
    beginResetModel();
    m_placeholders = count;
    endResetModel();
}

void TokenTableModel::setBootstrapToken(const QString &tokenId)
{
    if (std::exchange(m_bootstrapToken, tokenId) != tokenId)
        judgeAgain();
}

void TokenTableModel::setSearch(const QString &text)
{
    m_search = text;
    search::Selection selection = m_results.selection();
    selection.query = search::parseQuery(text);
    select(selection);
}

void TokenTableModel::setChips(search::Traits traits)
{
    search::Selection selection = m_results.selection();
    selection.traits = traits;
    select(selection);
}

void TokenTableModel::setExpirySpan(const std::optional<search::TimeSpan> &span)
{
    search::Selection selection = m_results.selection();
    selection.expires = span;
    select(selection);
}

void TokenTableModel::select(const search::Selection &selection)
{
    if (selection == m_results.selection())
        return;
    search::Results next = m_results;
    next.setSelection(selection, m_clock.now());
    show(std::move(next));
}

/** Shows other results, moving as little as possible. */
void TokenTableModel::show(search::Results next)
{
    const bool stays = m_placeholders == 0 && next.showsSame(m_results);
    if (!stays)
        beginResetModel();
    m_results = std::move(next);
    if (!isEmpty())
        m_placeholders = 0;
    if (stays)
        allChanged({});
    else
        endResetModel();
    Q_EMIT countsChanged();
}

void TokenTableModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> tokens;
    for (const QModelIndex &index : before)
        tokens.push_back(isEmpty() ? index.row() : tokenNumber(index.row()));
    m_results.setOrder(sortKeyOf(column), order, m_clock.now());
    if (!before.isEmpty() && !isEmpty()) {
        const std::vector<int> rows = m_results.rowsByToken();
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after += index(rows[std::size_t(tokens[std::size_t(i)])], before[i].column());
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/** What comes of it is shown in a turn of its own. */
void TokenTableModel::digest()
{
    if (!m_results.index().isDigested()) {
        m_results.index().digest(findingContext(), kSlice);
        return;
    }
    m_digesting->stop();
    search::Results next = m_results;
    next.update(m_clock.now());
    show(std::move(next));
}

bool TokenTableModel::isComplete() const
{
    return m_results.index().isDigested() && !m_digesting->isActive();
}

void TokenTableModel::judgeAgain()
{
    m_judgedAt = m_clock.now();
    m_results.index().judgeAgain();
    m_digesting->start();
}

void TokenTableModel::refreshTimes()
{
    if (isEmpty())
        return;
    if (m_judgedAt.secsTo(m_clock.now()) >= kJudgeAgain)
        judgeAgain();
    search::Results next = m_results;
    next.setSelection(m_results.selection(), m_clock.now());
    show(std::move(next));
}

void TokenTableModel::refreshZoneNames()
{
    m_results.index().renameZones();
    const search::Query &query = m_results.selection().query;
    if (std::none_of(query.begin(), query.end(), [](const auto &term) { return term.field == search::Field::Zone; }))
        return;
    search::Results next = m_results;
    next.setSelection(m_results.selection(), m_clock.now());
    show(std::move(next));
}

void TokenTableModel::allChanged(const QList<int> &roles)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kTokenColumns - 1), roles);
}

const search::TokenIndex &TokenTableModel::searchIndex()
{
    m_results.index().readAccess();
    return m_results.index();
}

const model::Token *TokenTableModel::tokenAt(int row) const
{
    return row >= 0 && row < m_results.count() ? &m_results.index().token(tokenNumber(row)) : nullptr;
}

const model::Token *TokenTableModel::tokenOf(const QString &id) const
{
    const search::TokenIndex &index = m_results.index();
    for (int i = 0; i < index.size(); ++i) {
        if (index.id(i) == id)
            return &index.token(i);
    }
    return nullptr;
}

QString TokenTableModel::idAt(int row) const
{
    return row >= 0 && row < m_results.count() ? m_results.index().id(tokenNumber(row)) : QString();
}

QString TokenTableModel::ownerNameAt(int row) const
{
    return m_results.index().ownerName(tokenNumber(row));
}

QString TokenTableModel::accessAt(int row) const
{
    const search::TokenIndex &index = m_results.index();
    const int number = tokenNumber(row);
    return index.hasAccess(number) ? index.access(number) : catalog::accessSummary(index.token(number).policies);
}

std::vector<model::Finding> TokenTableModel::findingsAt(int row) const
{
    const model::Token *token = tokenAt(row);
    return token ? tokens::findingsOf(*token, findingContext()) : std::vector<model::Finding>();
}

SeveralTokens TokenTableModel::overviewOf(const QItemSelection &rows) const
{
    std::vector<int> numbers;
    for (const QItemSelectionRange &range : rows) {
        for (int row = range.top(); row <= std::min(range.bottom(), m_results.count() - 1); ++row)
            numbers.push_back(tokenNumber(row));
    }
    const search::TokenIndex &index = m_results.index();
    SeveralTokens several{.overview = search::overviewOf(index, numbers, m_clock.now())};
    if (const std::optional<int> next = several.overview.nextToEnd) {
        several.nextName = index.token(*next).name;
        several.nextEnds = index.token(*next).expiresOn.value_or(QDateTime());
    }
    return several;
}

int TokenTableModel::rowOf(const QString &tokenId) const
{
    for (int row = 0; row < m_results.count(); ++row) {
        if (m_results.index().id(tokenNumber(row)) == tokenId)
            return row;
    }
    return -1;
}

std::vector<int> TokenTableModel::rowsOf(const QStringList &tokenIds) const
{
    const QSet<QString> wanted(tokenIds.begin(), tokenIds.end());
    std::vector<int> rows;
    for (int row = 0; row < m_results.count() && !wanted.isEmpty(); ++row) {
        if (wanted.contains(m_results.index().id(tokenNumber(row))))
            rows.push_back(row);
    }
    return rows;
}

tokens::FindingContext TokenTableModel::findingContext() const
{
    tokens::FindingContext context{.now = m_clock.now(), .bootstrapTokenId = m_bootstrapToken};
    if (m_names.owner)
        context.accountName = [&name = m_names.owner](const QString &id) { return name(model::Owner::account(id)); };
    return context;
}

int TokenTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return isEmpty() ? m_placeholders : m_results.count();
}

int TokenTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTokenColumns;
}

TokenCellRow TokenTableModel::cellRow(int row, TokenColumn column) const
{
    const search::TokenIndex &index = m_results.index();
    const int number = tokenNumber(row);
    TokenCellRow cells{.token = index.token(number), .now = m_clock.now()};
    if (column == TokenColumn::Owner)
        cells.ownerName = index.ownerName(number);
    else if (column == TokenColumn::Access)
        cells.access = accessAt(row);
    else if (column == TokenColumn::Findings)
        cells.findings = index.hasFindings(number) ? index.findings(number) : search::summaryOf(findingsAt(row));
    return cells;
}

QVariant TokenTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isEmpty()) {
        if (role == CellPlaceholderRole)
            return true;
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    const TokenColumn column = columnOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(cellRow(index.row(), column), column);
    case Qt::AccessibleTextRole:
        return cellSpoken(cellRow(index.row(), column), column);
    case Qt::ToolTipRole:
        return cellToolTip(cellRow(index.row(), column), column);
    case CellLookRole:
        return QVariant::fromValue(cellLook(cellRow(index.row(), column), column));
    default:
        return {};
    }
}

QVariant TokenTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kTokenColumns)
        return {};
    return columnTitle(TokenColumn(section));
}

Qt::ItemFlags TokenTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace tokensmith::ui
