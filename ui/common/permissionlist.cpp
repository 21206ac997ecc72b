// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/permissionlist.h"

#include "ui/common/bind.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kLevels{PermissionLevel::None, PermissionLevel::Read, PermissionLevel::Edit};
constexpr int kInset = 12;

QString levelWord(PermissionLevel level)
{
    switch (level) {
    case PermissionLevel::None:
        return PermissionDelegate::tr("None");
    case PermissionLevel::Read:
        return PermissionDelegate::tr("Read");
    case PermissionLevel::Edit:
        return PermissionDelegate::tr("Edit");
    }
    Q_UNREACHABLE();
}

struct LevelLook
{
    Colour ground;
    Colour text;
};

LevelLook lookOf(PermissionLevel level)
{
    switch (level) {
    case PermissionLevel::None:
        return {.ground = Colour::Neutral, .text = Colour::Text};
    case PermissionLevel::Read:
        return {.ground = Colour::AccentSoft, .text = Colour::Accent};
    case PermissionLevel::Edit:
        return {.ground = Colour::AccentFill, .text = Colour::OnFill};
    }
    Q_UNREACHABLE();
}

bool isHeading(const QModelIndex &index)
{
    return !index.flags().testFlag(Qt::ItemIsSelectable);
}

PermissionLevel levelOf(const QModelIndex &index)
{
    return PermissionLevel(std::clamp(index.data(PermissionLevelRole).toInt(), 0, 2));
}

} // namespace

PermissionDelegate::PermissionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QList<PermissionLevel> PermissionDelegate::levelsOf(const QModelIndex &index)
{
    const auto offered = index.data(PermissionLevelsRole).value<QList<int>>();
    QList<PermissionLevel> levels;
    for (const PermissionLevel level : kLevels) {
        if (offered.isEmpty() || offered.contains(int(level)))
            levels.append(level);
    }
    return levels;
}

QSize PermissionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (isHeading(index))
        return {200, m_theme.height(32, TextStyle::Heading)};
    const int text = m_theme.lineHeight(TextStyle::Body) + m_theme.lineHeight(TextStyle::Small);
    return {320, std::max(44, text + 8)};
}

int PermissionDelegate::segmentWidth() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::SmallStrong));
    int width = 48;
    for (const PermissionLevel level : kLevels)
        width = std::max(width, metrics.horizontalAdvance(levelWord(level)) + 20);
    return width;
}

QRect PermissionDelegate::levelRect(const QRect &row, Qt::LayoutDirection direction, PermissionLevel level) const
{
    const int height = m_theme.controlHeight(ControlSize::Small);
    const int wide = segmentWidth();
    const int x = row.right() + 1 - kInset - (3 - int(level)) * wide;
    return QStyle::visualRect(direction, row, QRect(x, row.top() + (row.height() - height) / 2, wide, height));
}

void PermissionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (isHeading(index)) {
        paintHeading(*painter, option, index);
    } else {
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(option.rect, m_theme.colour(hovered ? Colour::Hover : Colour::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          m_theme.colour(Colour::Line));
        paintWords(*painter, option, index);
        paintLevels(*painter, option, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.colour(Colour::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }
    painter->restore();
}

void PermissionDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    const int side = m_theme.iconSize(16);
    painter.fillRect(option.rect, m_theme.colour(Colour::Window));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     m_theme.colour(Colour::Line));
    QRect room = option.rect.adjusted(kInset, 0, -kInset, 0);
    const QString icon = index.data(PermissionIconRole).toString();
    if (!icon.isEmpty()) {
        const QRect box = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, room);
        painter.drawPixmap(box.topLeft(),
                           m_theme.pixmap(icon, side, Colour::Text2, painter.device()->devicePixelRatio()));
        room = QStyle::visualRect(option.direction, room, room.adjusted(side + space::kSmall, 0, 0, 0));
    }
    painter.setFont(m_theme.font(TextStyle::Heading));
    painter.setPen(m_theme.colour(Colour::Text2));
    painter.drawText(room, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

void PermissionDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const int levels = 3 * segmentWidth() + kInset + space::kMedium;
    const QRect room = option.rect.adjusted(kInset, 4, -levels, -4);
    const int name = m_theme.lineHeight(TextStyle::Body);
    const int covers = m_theme.lineHeight(TextStyle::Small);
    const int top = room.top() + std::max(0, (room.height() - name - covers) / 2);
    const auto write = [&](int y, int height, TextStyle style, Colour colour, const QString &text) {
        const QRect line = QStyle::visualRect(option.direction, option.rect, {room.left(), y, room.width(), height});
        painter.setFont(m_theme.font(style));
        painter.setPen(m_theme.colour(colour));
        painter.drawText(line, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    write(top, name, TextStyle::Strong, Colour::Text, index.data().toString());
    write(top + name, covers, TextStyle::Small, Colour::Text2, index.data(PermissionCoversRole).toString());
}

void PermissionDelegate::paintLevels(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const QList<PermissionLevel> offered = levelsOf(index);
    if (offered.isEmpty())
        return;
    QRect all;
    for (const PermissionLevel level : offered)
        all |= levelRect(option.rect, option.direction, level);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(all).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
    painter.fillPath(frame, m_theme.colour(Colour::Surface));
    const PermissionLevel chosen = levelOf(index);
    for (const PermissionLevel level : offered) {
        const QRect box = levelRect(option.rect, option.direction, level);
        const bool on = level == chosen;
        painter.save();
        painter.setClipPath(frame);
        if (on)
            painter.fillRect(box, m_theme.colour(lookOf(level).ground));
        if (box.left() > all.left())
            painter.fillRect(QRect(box.left(), box.top(), 1, box.height()), m_theme.colour(Colour::Border));
        painter.restore();
        painter.setFont(m_theme.font(on ? TextStyle::SmallStrong : TextStyle::Small));
        painter.setPen(m_theme.colour(on ? lookOf(level).text : Colour::Text2));
        painter.drawText(box, Qt::AlignCenter, levelWord(level));
    }
    painter.strokePath(frame, QPen(m_theme.colour(Colour::Button), 1));
}

bool PermissionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || isHeading(index))
        return false;
    const auto &mouse = dynamic_cast<QMouseEvent &>(*event);
    if (mouse.button() != Qt::LeftButton)
        return false;
    for (const PermissionLevel level : levelsOf(index)) {
        if (levelRect(option.rect, option.direction, level).contains(mouse.pos()))
            return model->setData(index, int(level), PermissionLevelRole);
    }
    return false;
}

PermissionList::PermissionList(const Theme &theme, const QString &objectName, const QString &accessibleName,
                               QWidget *parent)
    : QListView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new PermissionDelegate(theme, this));
    useSurfaceGround(viewport());
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void PermissionList::keyPressEvent(QKeyEvent *event)
{
    const bool forward = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
    if ((event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) || isHeading(currentIndex())) {
        QListView::keyPressEvent(event);
        return;
    }
    const QList<PermissionLevel> levels = PermissionDelegate::levelsOf(currentIndex());
    const qsizetype next = levels.indexOf(levelOf(currentIndex())) + (forward ? 1 : -1);
    if (next >= 0 && next < levels.size())
        model()->setData(currentIndex(), int(levels.at(next)), PermissionLevelRole);
}

} // namespace tokensmith::ui
