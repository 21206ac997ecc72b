// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/suggestiondelegate.h"

#include "ui/common/searchfield.h"

#include <QPainter>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 28;
constexpr int kExplanationRole = Qt::UserRole + 1;

QString explanationOf(const QModelIndex &index)
{
    return index.data(kExplanationRole).toString();
}

int widest(const QAbstractItemModel &suggestions, const QFont &font, int role)
{
    const QFontMetrics metrics(font);
    int width = 0;
    for (int row = 0; row < suggestions.rowCount(); ++row)
        width = std::max(width, metrics.horizontalAdvance(suggestions.index(row, 0).data(role).toString()));
    if (width == 0)
        return 0;
    return width + 2; // a drawn text may need a little more than a measured one
}

} // namespace

QStandardItem *suggestionItem(const SearchSuggestion &suggestion)
{
    auto *item = new QStandardItem(suggestion.text);
    item->setData(suggestion.explanation, kExplanationRole);
    if (!suggestion.explanation.isEmpty())
        item->setData(u"%1, %2"_s.arg(suggestion.text, suggestion.explanation), Qt::AccessibleTextRole);
    return item;
}

int suggestionsWidth(const Theme &theme, const QAbstractItemModel &suggestions)
{
    const int explanation = widest(suggestions, theme.font(TextStyle::Small), kExplanationRole);
    return widest(suggestions, theme.font(TextStyle::Body), Qt::DisplayRole) + 2 * space::kMedium
           + (explanation > 0 ? explanation + space::kInset : 0) + 2 * space::kTiny; // and the frame of the list
}

SuggestionDelegate::SuggestionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.height(kRow)};
}

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, m_theme.colour(selected ? Colour::Selected : Colour::Surface));
    const QRect room = option.rect.adjusted(space::kMedium, 0, -space::kMedium, 0);
    const int column = widest(*index.model(), m_theme.font(TextStyle::Body), Qt::DisplayRole);
    const auto write = [&](int from, int width, TextStyle style, Colour colour, const QString &text) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.colour(colour));
        const QRect place =
            QStyle::visualRect(option.direction, room, {room.left() + from, room.top(), width, room.height()});
        painter->drawText(place, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, width));
    };
    const int text = std::min(column, room.width());
    write(0, text, TextStyle::Body, Colour::Text, index.data().toString());
    const int from = text + space::kInset;
    if (from < room.width())
        write(from, room.width() - from, TextStyle::Small, Colour::Text2, explanationOf(index));
    painter->restore();
}

} // namespace tokensmith::ui
