// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/serverblock.h"

#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/label.h"
#include "ui/window/servercontrol.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

struct Mark
{
    QString icon;
    Colour colour;
};

Mark markFor(ServerControl::State state)
{
    switch (state) {
    case ServerControl::State::Starting:
        return {u"pend"_s, Colour::Text3};
    case ServerControl::State::On:
        return {u"act"_s, Colour::Ok};
    case ServerControl::State::Paused:
    case ServerControl::State::Off:
        return {u"off"_s, Colour::Text3};
    case ServerControl::State::Failed:
        return {u"stop"_s, Colour::Danger};
    }
    Q_UNREACHABLE();
}

} // namespace

ServerBlock::ServerBlock(const Theme &theme, ServerControl &server, QWidget *parent)
    : NavigationCard(theme, parent)
    , m_server(server)
    , m_icon(new IconLabel(theme, 16))
    , m_state(new Label(theme, {.style = TextStyle::SmallStrong}))
    , m_address(new ElidedLabel(theme, {.style = TextStyle::MonoSmall, .colour = Colour::Text3}))
    , m_toggle(makeIconButton(theme, {.objectName = u"serverToggle"_s,
                                      .name = tr("Pause all clients"),
                                      .icon = u"pause"_s,
                                      .kind = ButtonKind::Quiet,
                                      .size = ControlSize::Small}))
{
    setObjectName(u"serverBlock"_s);
    m_state->setObjectName(u"serverState"_s);
    m_address->setObjectName(u"serverAddress"_s);
    m_address->setElideMode(Qt::ElideMiddle); // the port is at its end
    m_address->setLayoutDirection(Qt::LeftToRight);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_state);
    words->addWidget(m_address);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    row->setSpacing(6);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_toggle);
    connect(m_toggle, &QToolButton::clicked, this, &ServerBlock::toggle);
    connect(&m_server, &ServerControl::changed, this, &ServerBlock::refresh);
    connect(&theme, &Theme::changed, this, &ServerBlock::refresh);
    setDensity(Density::Full);
}

void ServerBlock::setDensity(Density density)
{
    m_density = density;
    const bool full = density == Density::Full;
    auto *row = static_cast<QBoxLayout *>(layout());
    row->setDirection(full ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    row->setContentsMargins(full ? space::kSmall : 5, space::kSmall, full ? 6 : 5, full ? space::kSmall : space::kTiny);
    row->setAlignment(m_icon, full ? Qt::AlignVCenter : Qt::AlignHCenter);
    row->setAlignment(m_toggle, full ? Qt::AlignVCenter : Qt::AlignHCenter);
    m_state->setVisible(full);
    m_address->setVisible(full);
    refresh();
}

void ServerBlock::refresh()
{
    const Mark mark = markFor(m_server.state());
    m_icon->setIcon(mark.icon, mark.colour);
    m_state->setText(m_server.stateText());
    m_address->setText(m_server.state() == ServerControl::State::Off ? tr("Not listening") : m_server.address());
    setToolTip(m_density == Density::Full ? QString() : m_server.summary());
    refreshToggle();
    if (accessibleName() != m_server.summary()) {
        setAccessibleName(m_server.summary());
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void ServerBlock::refreshToggle()
{
    struct Action
    {
        QString icon;
        QString name;
    };
    const auto action = [this]() -> Action {
        switch (m_server.state()) {
        case ServerControl::State::Starting:
        case ServerControl::State::On:
            return {u"pause"_s, tr("Pause all clients")};
        case ServerControl::State::Paused:
            return {u"play"_s, tr("Resume all clients")};
        case ServerControl::State::Off:
            return {u"play"_s, tr("Start the server")};
        case ServerControl::State::Failed:
            return {u"refresh"_s, tr("Try to start the server again")};
        }
        Q_UNREACHABLE();
    }();
    m_toggle->setIcon(themeIcon(theme(), action.icon, {.normal = Colour::Text2}));
    m_toggle->setAccessibleName(action.name);
    m_toggle->setToolTip(action.name);
    m_toggle->setEnabled(m_server.state() != ServerControl::State::Starting);
}

void ServerBlock::toggle()
{
    switch (m_server.state()) {
    case ServerControl::State::Starting:
        return;
    case ServerControl::State::On:
        m_server.pause();
        return;
    case ServerControl::State::Paused:
        m_server.resume();
        return;
    case ServerControl::State::Off:
    case ServerControl::State::Failed:
        m_server.retry();
        return;
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
