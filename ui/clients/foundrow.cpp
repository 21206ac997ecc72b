// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/foundrow.h"

#include "ui/clients/clientwords.h"
#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/tile.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using State = clients::connect::ClientConnection::State;

namespace {

constexpr int kHeight = 44;
constexpr int kBar = 3;

} // namespace

FoundRow::FoundRow(const Theme &theme, const FoundClient &client, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new ElidedLabel(theme, {.style = TextStyle::Strong}, client.place.name, this))
    , m_badge(new BadgeLabel(theme, {}, this))
    , m_preview(new Label(theme, {.style = TextStyle::SmallStrong, .colour = Colour::Accent}, tr("Preview"), this))
    , m_act(makeButton(theme, {.objectName = u"clientAct-"_s + client.place.id, .size = ControlSize::Small}, this))
    , m_disconnect(makeIconButton(theme,
                                  {.objectName = u"clientDisconnect-"_s + client.place.id,
                                   .name = tr("Disconnect %1…", "a program").arg(client.place.name),
                                   .icon = u"x"_s,
                                   .kind = ButtonKind::Quiet,
                                   .size = ControlSize::Small},
                                  this))
{
    setObjectName(u"client-"_s + client.place.id);
    auto *tile = new TileLabel(theme, client.place.name, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    row->setSpacing(space::kSmall);
    row->addStrut(std::max(theme.height(kHeight), tile->sizeHint().height() + space::kMedium));
    row->addWidget(tile);
    row->addWidget(m_name, 1);
    row->addWidget(m_badge);
    row->addWidget(m_preview);
    row->addWidget(m_act);
    row->addWidget(m_disconnect);
    connect(m_act, &QPushButton::clicked, this, &FoundRow::act);
    connect(m_disconnect, &QToolButton::clicked, this, &FoundRow::disconnectRequested);
    setClient(client);
    setMark(Mark::None);
}

void FoundRow::setClient(const FoundClient &client)
{
    m_client = client;
    const State state = client.connection.state;
    const QString name = client.place.name;
    struct Look
    {
        Badge badge;
        QString action;
        QString spoken;
    };
    const auto look = [&]() -> Look {
        switch (state) {
        case State::NotConnected:
            return {{}, tr("Connect…"), tr("Connect %1…", "a program").arg(name)};
        case State::Connected:
            return {{.text = tr("Connected"), .tone = Tone::Ok, .icon = u"check"_s},
                    tr("Disconnect…"),
                    tr("Disconnect %1…", "a program").arg(name)};
        case State::Drifted:
            return {{.text = driftWords(client.connection), .tone = Tone::Warn, .icon = u"warn"_s},
                    tr("Repair…"),
                    tr("Repair %1…", "a program").arg(name)};
        case State::Unreadable:
            return {{.text = tr("Unreadable"), .tone = Tone::Danger, .icon = u"stop"_s},
                    tr("Why…"),
                    tr("Why %1 can't be connected…", "a program").arg(name)};
        }
        Q_UNREACHABLE();
    }();
    m_badge->setBadge(look.badge);
    m_badge->setVisible(!look.badge.text.isEmpty());
    m_act->setText(look.action);
    m_act->setAccessibleName(look.spoken);
    m_act->setAccessibleDescription(look.badge.text);
    m_disconnect->setVisible(state == State::Drifted && m_mark == Mark::None);
    m_name->setToolTip({});
}

void FoundRow::setMark(Mark mark)
{
    m_mark = mark;
    m_preview->setVisible(mark == Mark::Chosen);
    m_act->setVisible(mark == Mark::None);
    m_disconnect->setVisible(mark == Mark::None && m_client.connection.state == State::Drifted);
    update();
}

void FoundRow::focusButton()
{
    m_act->setFocus(Qt::OtherFocusReason);
}

void FoundRow::act()
{
    switch (m_client.connection.state) {
    case State::NotConnected:
    case State::Drifted:
        Q_EMIT connectRequested();
        return;
    case State::Connected:
        Q_EMIT disconnectRequested();
        return;
    case State::Unreadable:
        Q_EMIT reasonRequested(m_client);
        return;
    }
    Q_UNREACHABLE();
}

void FoundRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_mark == Mark::Chosen) {
        painter.fillRect(rect(), m_theme.colour(Colour::Selected));
        const QRect bar(0, 0, kBar, height());
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), m_theme.colour(Colour::Accent));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colour(Colour::Line));
}

} // namespace tokensmith::ui
