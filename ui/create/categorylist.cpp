// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/categorylist.h"

#include "ui/common/bind.h"

#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace tokensmith::ui {

namespace {

constexpr int kInset = 12;
constexpr int kCategory = Qt::UserRole + 1;
constexpr int kCount = Qt::UserRole + 2;

class Delegate final : public QStyledItemDelegate
{
public:
    Delegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {80, m_theme.height(32, TextStyle::Small)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.colour(selected ? Colour::Selected : Colour::Hover));
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.colour(Colour::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 5, 5);
        }
        paintWords(*painter, option, index);
        painter->restore();
    }

private:
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const int count = index.data(kCount).toInt();
        const QString number = QLocale().toString(count);
        const QRect room = option.rect.adjusted(kInset, 0, -kInset, 0);
        painter.setFont(m_theme.font(TextStyle::Small));
        const int wide = painter.fontMetrics().horizontalAdvance(number) + 1;
        const auto at = [&](const QRect &rect) { return QStyle::visualRect(option.direction, room, rect); };
        painter.setPen(m_theme.colour(Colour::Text3));
        painter.drawText(at({room.right() + 1 - wide, room.top(), wide, room.height()}), Qt::AlignCenter, number);
        painter.setFont(m_theme.font(selected ? TextStyle::Heading : TextStyle::Small));
        painter.setPen(m_theme.colour(selected ? Colour::Text : count == 0 ? Colour::Text3 : Colour::Text2));
        const QRect words = at({room.left(), room.top(), room.width() - wide - space::kTiny, room.height()});
        painter.drawText(words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

    const Theme &m_theme;
};

} // namespace

CategoryList::CategoryList(const Theme &theme, const QString &objectName, const QString &accessibleName,
                           QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new Delegate(theme, this));
    setModel(m_model);
    useSurfaceGround(viewport());
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void CategoryList::setCategories(const std::vector<CategoryCount> &categories)
{
    const QScopedValueRollback filling(m_filling, true);
    const QString before = category();
    if (m_model->rowCount() != int(categories.size()))
        m_model->clear();
    for (int row = 0; row < int(categories.size()); ++row) {
        const CategoryCount &one = categories[std::size_t(row)];
        QStandardItem *item = m_model->item(row);
        if (!item)
            m_model->appendRow(item = new QStandardItem);
        item->setText(one.words);
        item->setToolTip(one.words);
        item->setData(one.category, kCategory);
        item->setData(one.count, kCount);
        item->setData(tr("%1, %n permissions", nullptr, one.count).arg(one.words), Qt::AccessibleTextRole);
    }
    setCategory(before);
}

QString CategoryList::category() const
{
    return currentIndex().data(kCategory).toString();
}

void CategoryList::setCategory(const QString &category)
{
    const QScopedValueRollback filling(m_filling, true);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(kCategory).toString() == category) {
            setCurrentIndex(m_model->index(row, 0));
            return;
        }
    }
    setCurrentIndex(m_model->index(0, 0));
}

void CategoryList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_filling)
        Q_EMIT chosen(category());
}

} // namespace tokensmith::ui
