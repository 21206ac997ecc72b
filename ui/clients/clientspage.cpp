// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clientspage.h"

#include "ui/clients/clientkeystable.h"
#include "ui/clients/connectcard.h"
#include "ui/clients/foundcard.h"
#include "ui/clients/heldcard.h"
#include "ui/clients/servercard.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/focusareas.h"
#include "ui/common/message.h"
#include "ui/common/pageheader.h"
#include "ui/common/paragraph.h"
#include "ui/window/servercontrol.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using State = ServerControl::State;
using Goal = ClientChange::Goal;

namespace {

constexpr int kFoundWidth = 372;  ///< least, beside the difference
constexpr int kChangeWidth = 420; ///< least, beside the found clients
constexpr int kFooter = 28;

QString doneWords(const ClientChange &change)
{
    if (change.goal == Goal::Disconnect)
        return ClientsPage::tr("%1 is disconnected.", "a program").arg(change.clientName);
    return ClientsPage::tr("%1 is connected.", "a program").arg(change.clientName);
}

} // namespace

ClientsPage::ClientsPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(parts.clock)
    , m_flow({.theme = parts.theme,
              .clock = parts.clock,
              .actions = parts.actions,
              .clipboard = parts.clipboard,
              .window = *this})
{
    setObjectName(u"clientsPage"_s);
    setFocusPolicy(Qt::StrongFocus);
    useSurfaceGround(this);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"clientsScroll"_s);
    scroll->setAccessibleName(tr("Clients"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QWidget *header = makeHeader();
    QWidget *cards = makeCards();
    useSurfaceGround(cards);
    scroll->setWidget(cards);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(scroll, 1);
    column->addWidget(makeFooter());
    connectAll();
    showServer();
    showKeys();
}

QWidget *ClientsPage::makeHeader()
{
    auto *header = new PageHeader(m_parts.theme, tr("Clients"));
    m_pause = makeButton(m_parts.theme, {.objectName = u"pauseAll"_s, .icon = u"pause"_s});
    auto *add = makeButton(m_parts.theme, {.objectName = u"newKeyButton"_s,
                                           .text = tr("New client key"),
                                           .icon = u"plus"_s,
                                           .kind = ButtonKind::Primary});
    header->add(m_pause);
    header->add(add);
    connect(add, &QPushButton::clicked, &m_flow, &KeyFlow::makeKey);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_parts.server.state() == State::Paused)
            m_parts.server.resume();
        else
            m_parts.server.pause();
    });
    markFocusArea(header);
    return header;
}

QWidget *ClientsPage::makeCards()
{
    auto *cards = new QWidget;
    m_message = new InlineMessage(m_parts.theme, u"clientsMessage"_s, cards);
    m_message->hide();
    m_server = new ServerCard(m_parts.theme, m_parts.server, m_parts.actions, cards);
    m_found = new FoundCard(m_parts.theme, m_parts.actions, cards);
    m_connect =
        new ConnectCard({.theme = m_parts.theme, .actions = m_parts.actions, .clipboard = m_parts.clipboard}, cards);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pair->setSpacing(space::kInset);
    m_pair->addWidget(m_found, 2);
    m_pair->addWidget(m_connect, 3);
    QWidget *keys = makeKeys(cards);
    auto *held = new HeldCard(
        {.theme = m_parts.theme, .clock = m_parts.clock, .actions = m_parts.actions, .clipboard = m_parts.clipboard},
        cards);
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(space::kPage, space::kInset, space::kPage, space::kInset);
    column->setSpacing(space::kInset);
    column->addWidget(m_message);
    column->addWidget(m_server);
    column->addLayout(m_pair);
    column->addWidget(keys);
    column->addWidget(held);
    column->addStretch(1);
    connect(m_server, &ServerCard::portChangeRequested, this, &ClientsPage::portChangeRequested);
    connect(held, &HeldCard::said, this, &ClientsPage::say);
    for (QWidget *area : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_found),
                          static_cast<QWidget *>(m_connect), keys, static_cast<QWidget *>(held)})
        markFocusArea(area);
    return cards;
}

QWidget *ClientsPage::makeKeys(QWidget *parent)
{
    auto *card = new Card(m_parts.theme, u"clientKeysCard"_s, tr("Client keys"), parent);
    auto *about = new ElidedLabel(m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                  tr("What each client may do. Ask opens a window here, on your screen."), card);
    card->head()->addWidget(about, 1);
    m_keys = new ClientKeysTable(m_parts.theme, m_model, card);
    auto *noKeys =
        new Paragraph(m_parts.theme, {.colour = Colour::Text2},
                      tr("There is no key yet, so nothing can call. Connect a client above, or make a key for "
                         "one that isn't listed."),
                      card);
    noKeys->setObjectName(u"noKeys"_s);
    m_noKeysRoom = new QWidget(card);
    auto *room = new QVBoxLayout(m_noKeysRoom);
    room->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    room->addWidget(noKeys);
    card->body()->setContentsMargins(1, 0, 1, 1);
    card->body()->setSpacing(0);
    card->body()->addWidget(m_keys);
    card->body()->addWidget(m_noKeysRoom);
    return card;
}

QWidget *ClientsPage::makeFooter()
{
    auto *footer = new QWidget;
    useWindowGround(footer);
    m_count = new Label(m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2});
    m_count->setObjectName(u"clientsCount"_s);
    auto *local = new ElidedLabel(m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                  tr("Only programs on this computer can reach the server"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kPage, 0, space::kPage, 0);
    row->setSpacing(space::kInset);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(local);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDivider(Qt::Horizontal));
    column->addLayout(row, 1);
    footer->setFixedHeight(m_parts.theme.height(kFooter, TextStyle::Small));
    return footer;
}

void ClientsPage::connectAll()
{
    connect(&m_parts.server, &ServerControl::changed, this, [this] {
        showServer();
        lookForClients(); // the address may be another
        m_connect->refreshText();
    });
    connect(&m_parts.actions, &ClientsActions::keysChanged, this, [this] {
        showKeys();
        lookForClients();
    });
    connect(&m_parts.actions, &ClientsActions::accountsChanged, this, &ClientsPage::showKeys);
    connect(&m_flow, &KeyFlow::said, this, &ClientsPage::say);
    connect(m_found, &FoundCard::changeRequested, this, &ClientsPage::preview);
    connect(m_found, &FoundCard::reasonRequested, this, [this](const FoundClient &client) {
        m_previewed = client.place.id;
        m_connect->showReason(client.place.name, client.place.file, client.connection.reason);
        m_found->setChosen(m_previewed);
    });
    connect(m_connect, &ConnectCard::cancelled, this, &ClientsPage::endPreview);
    connect(m_connect, &ConnectCard::confirmed, this, &ClientsPage::carryOut);
    m_flow.follow(*m_keys);
}

void ClientsPage::lookForClients()
{
    if (isVisible()) // their files may be large; showEvent() makes up for it
        m_found->refresh();
}

void ClientsPage::showServer()
{
    const State state = m_parts.server.state();
    const bool paused = state == State::Paused;
    m_pause->setText(paused ? tr("Resume all clients") : tr("Pause all clients"));
    setButtonIcon(m_pause, m_parts.theme, paused ? u"play"_s : u"pause"_s);
    m_pause->setEnabled(paused || state == State::On);
    layOut(); // its words are others
}

void ClientsPage::showKeys()
{
    const std::vector<clients::Client> &keys = m_parts.actions.keys();
    m_model.setKeys(keys, m_parts.actions.accounts());
    m_keys->setVisible(!keys.empty());
    m_noKeysRoom->setVisible(keys.empty());
    const QDateTime now = m_parts.clock.now();
    const auto active = std::count_if(keys.begin(), keys.end(),
                                      [&now](const clients::Client &client) { return isActive(client, now); });
    m_count->setText(tr("%1, %2", "client keys, of which active")
                         .arg(tr("%n client keys", nullptr, int(keys.size())),
                              tr("%n used in the last 5 minutes", nullptr, int(active))));
}

void ClientsPage::preview(Goal goal, const QString &clientId)
{
    const base::Result<ClientChange> change = m_parts.actions.plan(goal, clientId);
    if (!change) {
        m_found->refresh();
        say({.tone = Tone::Danger, .title = change.error().message, .details = errorDetails(change.error())});
        return;
    }
    m_message->hide();
    m_previewed = clientId;
    m_connect->showChange(*change);
    m_found->setChosen(clientId);
}

void ClientsPage::carryOut(const ClientChange &change)
{
    const base::Result<ClientChangeDone> done = m_parts.actions.carryOut(change);
    if (!done && done.error().code == base::Error::Code::Unavailable) {
        preview(change.goal, change.clientId); // what the file says now
        say({.tone = Tone::Warn, .title = done.error().message, .details = errorDetails(done.error())});
        return;
    }
    endPreview();
    m_found->refresh();
    if (!done) {
        say({.tone = Tone::Danger, .title = done.error().message, .details = errorDetails(done.error())});
        return;
    }
    const QString backup =
        done->backup.isEmpty() ? QString() : tr("The file as it was: %1.").arg(shortPath(done->backup));
    const QString next = change.goal == Goal::Connect ? tr("Start it again so that it reads its file.") : QString();
    say({.tone = Tone::Info,
         .title = doneWords(change),
         .text = QStringList{next, backup}.join(u' ').trimmed(),
         .icon = u"check"_s});
}

void ClientsPage::endPreview()
{
    const QString id = std::exchange(m_previewed, QString());
    m_connect->showAnyClient();
    m_found->setChosen({});
    m_found->focusOn(id);
}

void ClientsPage::say(const MessageContent &content)
{
    m_message->setContent(content);
    m_message->show();
    auto *scroll = findChild<QScrollArea *>(u"clientsScroll"_s);
    scroll->ensureVisible(0, 0);
}

void ClientsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ClientsPage::layOut()
{
    const int room = width() - 2 * space::kPage - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int beside = m_parts.theme.width(kFoundWidth) + m_parts.theme.width(kChangeWidth) + space::kInset;
    m_pair->setDirection(room >= beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_server->setRoom(room);
}

void ClientsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_found->refresh();
    showKeys();
}

bool ClientsPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        lookForClients(); // files may have been changed in the meantime
    return QWidget::event(event);
}

} // namespace tokensmith::ui
