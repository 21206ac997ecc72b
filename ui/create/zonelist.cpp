// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/zonelist.h"

#include "ui/common/bind.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace tokensmith::ui {

namespace {

constexpr int kBox = 16;
constexpr int kGap = 10;
constexpr int kColumn = 220; ///< two columns need twice as much
constexpr int kRow = 32;

class Delegate final : public QStyledItemDelegate
{
public:
    Delegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect room = option.rect.adjusted(space::kTiny, 0, -space::kTiny, 0);
        const int side = m_theme.iconSize(kBox);
        QStyleOptionButton box;
        box.rect = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, room);
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        box.state = QStyle::State_Enabled | (ticked ? QStyle::State_On : QStyle::State_Off);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
        const QRect words = QStyle::visualRect(
            option.direction, room, {room.left() + side + kGap, room.top(), room.width() - side - kGap, room.height()});
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(m_theme.colour(Colour::Text));
        painter->drawText(words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.colour(Colour::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 4, 4);
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const auto *list = qobject_cast<const QListView *>(option.widget);
        return list && list->gridSize().isValid() ? list->gridSize() : QSize(kColumn, m_theme.height(kRow));
    }

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                     const QModelIndex &index) override
    {
        const bool click = event->type() == QEvent::MouseButtonRelease
                           && dynamic_cast<QMouseEvent &>(*event).button() == Qt::LeftButton;
        const bool space =
            event->type() == QEvent::KeyPress && dynamic_cast<QKeyEvent &>(*event).key() == Qt::Key_Space;
        if (!click && !space)
            return false;
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, int(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
    }

private:
    const Theme &m_theme;
};

} // namespace

ZoneList::ZoneList(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new Delegate(theme, this));
    useSurfaceGround(viewport());
    connect(&theme, &Theme::changed, this, &ZoneList::arrange);
}

void ZoneList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ZoneList::arrange);
}

void ZoneList::arrange()
{
    // Whether it scrolls is said beforehand: asking the view would change the width that its columns come from.
    const int columns = width() >= 2 * m_theme.width(kColumn) ? 2 : 1;
    const int rows = ((model() ? model()->rowCount() : 0) + columns - 1) / columns;
    const int height = m_theme.height(kRow);
    setVerticalScrollBarPolicy(rows * height > this->height() ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setGridSize({(viewport()->width() - 2) / columns, height});
}

void ZoneList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    arrange();
}

} // namespace tokensmith::ui
