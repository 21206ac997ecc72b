// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace tokensmith::ui {

struct SearchSuggestion;

/** A row of suggestions: the text, and what it finds as the accessible text says too. Belongs to the model it goes to.
 */
[[nodiscard]] QStandardItem *suggestionItem(const SearchSuggestion &suggestion);

/** What the widest row needs. */
[[nodiscard]] int suggestionsWidth(const Theme &theme, const QAbstractItemModel &suggestions);

/** Draws suggestions: the texts, and beside them in a softer column what they find. The theme must outlive it. */
class SuggestionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SuggestionDelegate(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
