// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenstable.h"

#include "ui/common/cell.h"
#include "ui/common/progressline.h"
#include "ui/tokens/tokencolumns.h"
#include "ui/tokens/tokentablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

TokensTable::TokensTable(const Theme &theme, TokenTableModel &model, QWidget *parent, const QString &stateFile)
    : Table(theme, u"tokensTable"_s, tr("Tokens"), parent)
    , m_model(model)
    , m_progress(new ProgressLine(theme, u"tokensProgress"_s, this))
{
    setModel(&model);
    setSortingEnabled(true);
    m_columns = new TokenColumns(theme, *this, stateFile);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TokensTable::selectedTokensChanged);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TokensTable::keepPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        const bool standIns = m_model.index(0, 0).data(CellPlaceholderRole).toBool();
        setVerticalScrollBarPolicy(standIns ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
        restorePlace();
        Q_EMIT selectedTokensChanged();
    });
    connect(this, &QAbstractItemView::clicked, this, &TokensTable::opened);
}

QStringList TokensTable::selectedIds() const
{
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(), [](const auto &a, const auto &b) { return a.top() < b.top(); });
    QStringList ids;
    for (const QItemSelectionRange &range : std::as_const(selection)) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const QString id = m_model.idAt(row); !id.isEmpty())
                ids += id;
        }
    }
    return ids;
}

int TokensTable::selectedCount() const
{
    int count = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        count += range.height();
    return count;
}

bool TokensTable::allDisabled() const
{
    const QItemSelection selection = selectionModel()->selection();
    return std::all_of(selection.begin(), selection.end(), [this](const QItemSelectionRange &range) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const model::Token *token = m_model.tokenAt(row);
            if (!token || token->status != model::TokenStatus::Disabled)
                return false;
        }
        return true;
    });
}

std::vector<model::Token> TokensTable::selectedTokens() const
{
    std::vector<model::Token> selected;
    for (const QString &id : selectedIds()) {
        if (const model::Token *token = m_model.tokenOf(id))
            selected.push_back(*token);
    }
    return selected;
}

std::vector<model::Token> TokensTable::shownTokens() const
{
    std::vector<model::Token> shown;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const model::Token *token = m_model.tokenAt(row))
            shown.push_back(*token);
    }
    return shown;
}

void TokensTable::selectIds(const QStringList &ids)
{
    const std::vector<int> rows = m_model.rowsOf(ids);
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) { // as few ranges as possible: each costs with every paint
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append({m_model.index(rows[i], 0), m_model.index(rows[end - 1], kTokenColumns - 1)});
        i = end;
    }
    if (!rows.empty())
        selectionModel()->setCurrentIndex(m_model.index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void TokensTable::keepPlace()
{
    m_kept = {.selected = selectedIds(), .current = m_model.idAt(currentIndex().row())};
    m_kept.scrolled = verticalScrollBar()->value();
    const int y = rowViewportPosition(currentIndex().row());
    if (!m_kept.current.isEmpty() && y >= 0 && y < viewport()->height())
        m_kept.currentAt = y;
}

void TokensTable::restorePlace()
{
    const Place kept = std::exchange(m_kept, {});
    executeDelayedItemsLayout();
    if (!kept.selected.isEmpty())
        selectIds(kept.selected);
    const int row = kept.current.isEmpty() ? -1 : m_model.rowOf(kept.current);
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
    verticalScrollBar()->setValue(kept.scrolled); // making a row current has scrolled to it
    if (row >= 0 && kept.currentAt)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rowViewportPosition(row) - *kept.currentAt);
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
