// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenstable.h"

#include "ui/common/cell.h"
#include "ui/common/progressline.h"
#include "ui/tokens/tokensproxy.h"
#include "ui/tokens/tokentablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

const QList<int> kWidths{190, 122, 0, 96, 92}; ///< in the order of TokenColumn; 0: the rest

} // namespace

TokensTable::TokensTable(const Theme &theme, TokensProxy &proxy, QWidget *parent)
    : Table(theme, u"tokensTable"_s, tr("Tokens"), parent)
    , m_proxy(proxy)
    , m_progress(new ProgressLine(theme, u"tokensProgress"_s, this))
{
    setModel(&proxy);
    setSortingEnabled(true);
    sortByColumn(int(TokenColumn::Expires), Qt::AscendingOrder);
    setColumnWidths(kWidths);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TokensTable::selectedTokensChanged);
    connect(&proxy, &QAbstractItemModel::modelReset, this, &TokensTable::selectedTokensChanged);
    connect(&proxy, &QAbstractItemModel::modelReset, this, [this] {
        const bool standIns = m_proxy.index(0, 0).data(CellPlaceholderRole).toBool();
        setVerticalScrollBarPolicy(standIns ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    });
    connect(this, &QAbstractItemView::clicked, this, &TokensTable::opened);
}

QStringList TokensTable::selectedIds() const
{
    const TokenTableModel &model = m_proxy.tokenModel();
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.row() < b.row(); });
    QStringList ids;
    for (const QModelIndex &row : rows) {
        if (const model::Token *token = model.tokenAt(m_proxy.mapToSource(row).row()))
            ids += token->id;
    }
    return ids;
}

void TokensTable::selectIds(const QStringList &ids)
{
    const TokenTableModel &model = m_proxy.tokenModel();
    QItemSelection selection;
    QModelIndex first;
    for (const QString &id : ids) {
        const int row = model.rowOf(id);
        const QModelIndex index = row < 0 ? QModelIndex() : m_proxy.mapFromSource(model.index(row, 0));
        if (!index.isValid())
            continue;
        if (!first.isValid())
            first = index;
        selection.select(index, index);
    }
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TokensTable::resizeEvent(QResizeEvent *event)
{
    Table::resizeEvent(event);
    const QRect header = horizontalHeader()->geometry();
    m_progress->setGeometry(0, header.bottom() + 1 - m_progress->height(), width(), m_progress->height());
    m_progress->raise();
}

void TokensTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyIds();
        return;
    }
    Table::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
}

void TokensTable::copyIds() const
{
    const QStringList ids = selectedIds();
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

} // namespace tokensmith::ui
