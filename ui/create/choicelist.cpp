// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/choicelist.h"

#include "ui/common/bind.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kInset = 12;
constexpr int kBar = 3; ///< at the edge of what is chosen
constexpr int kAbout = Qt::UserRole + 1;
constexpr int kNote = Qt::UserRole + 2;

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
        const int text = m_theme.lineHeight(TextStyle::Body) + m_theme.lineHeight(TextStyle::Small);
        return {200, std::max(48, text + 12)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        const Colour ground = selected ? Colour::Selected : hovered ? Colour::Hover : Colour::Surface;
        painter->fillRect(option.rect, m_theme.colour(ground));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          m_theme.colour(Colour::Line));
        if (selected)
            painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                                 {option.rect.left(), option.rect.top(), kBar, option.rect.height()}),
                              m_theme.colour(Colour::Accent));
        paintWords(*painter, option, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.colour(Colour::Accent), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const QRect room = option.rect.adjusted(kInset, 0, -kInset, 0);
        const int name = m_theme.lineHeight(TextStyle::Body);
        const int about = m_theme.lineHeight(TextStyle::Small);
        const int top = room.top() + std::max(0, (room.height() - name - about) / 2);
        const auto write = [&](const QRect &place, TextStyle style, Colour colour, const QString &text) {
            painter.setFont(m_theme.font(style));
            painter.setPen(m_theme.colour(colour));
            painter.drawText(QStyle::visualRect(option.direction, room, place),
                             int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
        };
        const QString note = index.data(kNote).toString();
        const int wide = QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(note) + 1;
        write({room.right() + 1 - wide, room.top(), wide, room.height()}, TextStyle::Small, Colour::Text2, note);
        const int rest = room.width() - wide - space::kMedium;
        write({room.left(), top, rest, name}, TextStyle::Strong, Colour::Text, index.data().toString());
        write({room.left(), top + name, rest, about}, TextStyle::Small, Colour::Text2, index.data(kAbout).toString());
    }

    const Theme &m_theme;
};

} // namespace

ChoiceList::ChoiceList(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent)
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
    setUniformItemSizes(true);
    setItemDelegate(new Delegate(theme, this));
    setModel(m_model);
    useSurfaceGround(viewport());
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void ChoiceList::setChoices(const std::vector<Choice> &choices, int current)
{
    const QScopedValueRollback filling(m_filling, true);
    m_model->clear();
    for (const Choice &choice : choices) {
        auto *item = new QStandardItem(choice.name);
        item->setData(choice.about, kAbout);
        item->setData(choice.note, kNote);
        QStringList words{choice.name, choice.about, choice.note};
        words.removeAll(QString());
        item->setData(words.join(u", "_s), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    setCurrentIndex(m_model->index(current, 0));
}

void ChoiceList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_filling && current.isValid())
        Q_EMIT chosen(current.row());
}

} // namespace tokensmith::ui
