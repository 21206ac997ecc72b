// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clientkeystable.h"

#include "ui/common/badge.h"
#include "ui/common/celldelegate.h"
#include "ui/common/tile.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::CallClass;
using clients::Client;
using clients::KeyStanding;
using clients::SecretDelivery;

namespace {

constexpr int kRow = 44;
constexpr int kTile = 24;
constexpr int kLongestName = 196; // of its column; narrower where the limits have less than kLimits
constexpr int kShortestName = 140;
constexpr int kLimits = 140;

Badge badgeOf(PolicyChoice choice)
{
    switch (choice) {
    case PolicyChoice::Allow:
        return {.text = policyWord(choice), .tone = Tone::Ok, .icon = u"check"_s};
    case PolicyChoice::Ask:
        return {.text = policyWord(choice), .tone = Tone::Info, .icon = u"shield"_s};
    case PolicyChoice::Deny:
        return {.text = policyWord(choice), .tone = Tone::Neutral, .icon = u"off"_s};
    }
    Q_UNREACHABLE();
}

/** Tiles before the names, pills for the policies, and a frame around the cell that keys act on. */
class KeyCellDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override
    {
        const QVariant policy = index.data(KeyPolicyRole);
        if (policy.isValid())
            paintPolicy(painter, room, PolicyChoice(policy.toInt()), index.data(KeyEditableRole).toBool());
        else if (index.column() == int(KeyColumn::Client))
            paintName(painter, room, option, index);
        else
            CellDelegate::paintContent(painter, room, option, index);
        const auto *table = qobject_cast<const Table *>(option.widget);
        if (table && table->showsKeyboardFrame() && table->currentIndex() == index) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme().colour(Colour::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(room).adjusted(-4, 5, 4, -6), 5, 5);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }

private:
    void paintPolicy(QPainter &painter, const QRect &room, PolicyChoice choice, bool canEdit) const
    {
        if (canEdit)
            paintPolicyPill(painter, theme(), room, choice);
        else
            paintBadge(painter, theme(), room, badgeOf(choice));
    }

    void paintName(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const
    {
        const int side = theme().iconSize(kTile);
        const QRect tile = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, room);
        paintTile(painter, theme(), tile, index.data(Qt::DisplayRole).toString());
        const QRect words = room.adjusted(side + space::kSmall, 0, 0, 0);
        CellDelegate::paintContent(painter, QStyle::visualRect(option.direction, room, words), option, index);
    }
};

} // namespace

ClientKeysTable::ClientKeysTable(const Theme &theme, ClientKeysModel &model, QWidget *parent)
    : Table(theme, u"clientKeys"_s, tr("Client keys"), parent)
    , m_theme(theme)
    , m_model(model)
{
    setItemDelegate(new KeyCellDelegate(theme, this));
    setModel(&model);
    setSelectionMode(SingleSelection);
    setSortingEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(theme.width(40));
    setColumnWidths({kLongestName, 112, 92, 92, 92, 92, 96, 0, 44});
    applyHeights();
    applyWidths();
    connect(&theme, &Theme::changed, this, &ClientKeysTable::applyHeights);
    connect(this, &QAbstractItemView::clicked, this, &ClientKeysTable::activateCell);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const Client *current = m_model.keyAt(currentIndex().row());
        m_currentName = current ? current->name : QString();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_model.rowOf(m_currentName); row >= 0)
            setCurrentIndex(m_model.index(row, 0));
        updateGeometry();
    });
}

void ClientKeysTable::applyHeights()
{
    verticalHeader()->setDefaultSectionSize(std::max(m_theme.height(kRow), m_theme.iconSize(kTile) + space::kMedium));
    updateGeometry();
}

void ClientKeysTable::applyWidths()
{
    constexpr int kPadding = 16;
    int others = m_theme.width(kLimits);
    for (int column = 0; column < kKeyColumns; ++column) {
        if (classOf(KeyColumn(column)))
            setColumnWidth(column, std::max(columnWidth(column), policyPillSize(m_theme).width() + kPadding));
        if (column != int(KeyColumn::Client) && column != int(KeyColumn::Limits))
            others += columnWidth(column);
    }
    const int name =
        std::clamp(viewport()->width() - others, m_theme.width(kShortestName), m_theme.width(kLongestName));
    setColumnWidth(int(KeyColumn::Client), name);
}

QSize ClientKeysTable::sizeHint() const
{
    const int rows = m_model.rowCount() * verticalHeader()->defaultSectionSize();
    const bool scrolls = horizontalHeader()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {600, horizontalHeader()->height() + rows + bar + 2 * frameWidth()};
}

void ClientKeysTable::resizeEvent(QResizeEvent *event)
{
    Table::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        applyWidths();
    updateGeometry();
}

void ClientKeysTable::keyPressEvent(QKeyEvent *event)
{
    const Client *client = m_model.keyAt(currentIndex().row());
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateCell(currentIndex());
        return;
    case Qt::Key_F2:
        if (client && isEditable(*client))
            Q_EMIT renameRequested(client->name);
        return;
    case Qt::Key_Delete:
        if (client && isEditable(*client))
            Q_EMIT revokeRequested(client->name);
        return;
    default:
        Table::keyPressEvent(event);
    }
}

void ClientKeysTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (const Client *client = m_model.keyAt(index.row()))
        popUp(rowMenu(*client), index);
}

void ClientKeysTable::activateCell(const QModelIndex &index)
{
    const Client *client = index.isValid() ? m_model.keyAt(index.row()) : nullptr;
    if (!client)
        return;
    const auto column = KeyColumn(index.column());
    const std::optional<CallClass> callClass = classOf(column);
    if (column == KeyColumn::Menu || (column == KeyColumn::Client && hasFocus() && showsKeyboardFrame()))
        popUp(rowMenu(*client), index);
    else if (!isEditable(*client))
        return;
    else if (callClass)
        popUp(policyMenu(*client, *callClass), index);
    else if (column == KeyColumn::Secrets)
        popUp(secretsMenu(*client), index);
    else if (column == KeyColumn::Limits && showsKeyboardFrame())
        Q_EMIT limitsRequested(client->name);
}

void ClientKeysTable::popUp(QMenu *menu, const QModelIndex &index)
{
    const QRect cell = visualRect(index);
    menu->popup(viewport()->mapToGlobal(cell.bottomLeft()));
}

QMenu *ClientKeysTable::makeMenu(const QString &objectName, const QString &name)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(objectName);
    menu->setAccessibleName(name);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    return menu;
}

QMenu *ClientKeysTable::policyMenu(const Client &client, CallClass callClass)
{
    QMenu *menu = makeMenu(u"keyPolicyMenu"_s, classWord(callClass));
    for (const PolicyChoice choice : {PolicyChoice::Allow, PolicyChoice::Ask, PolicyChoice::Deny}) {
        QAction *action = menu->addAction(themeIcon(m_theme, badgeOf(choice).icon), policyWord(choice));
        if (choiceOf(client.policy.of(callClass)) == choice)
            menu->setActiveAction(action);
        connect(action, &QAction::triggered, this, [this, name = client.name, callClass, choice] {
            Q_EMIT policyChosen(name, callClass, permissionOf(choice));
        });
    }
    return menu;
}

QMenu *ClientKeysTable::secretsMenu(const Client &client)
{
    QMenu *menu = makeMenu(u"keySecretsMenu"_s, tr("Secrets"));
    const auto add = [&](const QString &icon, const QString &text, SecretDelivery secrets) {
        QAction *action = menu->addAction(themeIcon(m_theme, icon), text);
        connect(action, &QAction::triggered, this,
                [this, name = client.name, secrets] { Q_EMIT secretsChosen(name, secrets); });
    };
    add(u"eyeoff"_s, tr("Hidden, in the keychain"), SecretDelivery::Hidden);
    add(u"eye"_s, tr("Inline, in the answer…"), SecretDelivery::Inline);
    return menu;
}

QMenu *ClientKeysTable::rowMenu(const Client &client)
{
    const QString name = client.name;
    QMenu *menu = makeMenu(u"keyMenu"_s, tr("More for %1", "a client key").arg(keyTitle(client)));
    const auto add = [&](const QString &objectName, const QString &icon, const QString &text, auto act) {
        QAction *action = menu->addAction(themeIcon(m_theme, icon), text);
        action->setObjectName(objectName);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const bool paused = client.standing == KeyStanding::Paused;
    const KeyStanding next = paused ? KeyStanding::Open : KeyStanding::Paused;
    QAction *rename = add(u"keyRename"_s, u"pencil"_s, tr("Rename…"), [this, name] { Q_EMIT renameRequested(name); });
    add(u"keyPause"_s, paused ? u"play"_s : u"pause"_s, paused ? tr("Resume") : tr("Pause"),
        [this, name, next] { Q_EMIT standingChosen(name, next); });
    QAction *limits = add(u"keyLimits"_s, u"settings"_s, tr("Limits…"), [this, name] { Q_EMIT limitsRequested(name); });
    menu->addSeparator();
    QAction *revoke = add(u"keyRevoke"_s, u"trash"_s, tr("Revoke…"), [this, name] { Q_EMIT revokeRequested(name); });
    for (QAction *action : {rename, limits, revoke})
        action->setEnabled(isEditable(client));
    return menu;
}

} // namespace tokensmith::ui
