// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/foundcard.h"

#include "ui/clients/foundrow.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::connect::ClientPlace;

FoundCard::FoundCard(const Theme &theme, ClientsActions &actions, QWidget *parent)
    : Card(theme, u"foundClients"_s, tr("Found on this computer"), parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_list(new QVBoxLayout)
    , m_nothing(new EmptyState(theme, u"noClients"_s,
                               {.icon = u"clients"_s,
                                .title = tr("No client found"),
                                .text = tr("Tokensmith looks for Claude Desktop, Claude Code, Cursor, VS Code, Zed and "
                                           "others. In any other, use the text beside this.")},
                               this))
{
    auto *again = makeIconButton(theme,
                                 {.objectName = u"clientsLookAgain"_s,
                                  .name = tr("Look again"),
                                  .icon = u"refresh"_s,
                                  .kind = ButtonKind::Quiet,
                                  .size = ControlSize::Small},
                                 this);
    head()->addStretch(1);
    head()->addWidget(again);
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    m_list->setSpacing(0);
    body()->addLayout(m_list);
    body()->addWidget(m_nothing, 1);
    body()->addStretch();
    connect(again, &QToolButton::clicked, this, &FoundCard::refresh);
    refresh();
}

void FoundCard::refresh()
{
    std::vector<FoundClient> found = m_actions.foundClients();
    std::erase_if(found,
                  [](const FoundClient &client) { return client.place.presence == ClientPlace::Presence::NotFound; });
    const bool same =
        std::equal(found.begin(), found.end(), m_rows.begin(), m_rows.end(),
                   [](const FoundClient &client, const FoundRow *row) { return client.place.id == row->clientId(); });
    if (!same) {
        for (FoundRow *row : std::as_const(m_rows)) {
            row->hide();
            row->deleteLater(); // one of its buttons may have been pressed
        }
        m_rows.clear();
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (same) {
            m_rows.at(qsizetype(i))->setClient(found[i]);
            continue;
        }
        auto *row = new FoundRow(m_theme, found[i], this);
        const QString id = row->clientId();
        connect(row, &FoundRow::connectRequested, this,
                [this, id] { Q_EMIT changeRequested(ClientChange::Goal::Connect, id); });
        connect(row, &FoundRow::disconnectRequested, this,
                [this, id] { Q_EMIT changeRequested(ClientChange::Goal::Disconnect, id); });
        connect(row, &FoundRow::reasonRequested, this, &FoundCard::reasonRequested);
        m_list->addWidget(row);
        m_rows.append(row);
    }
    m_nothing->setVisible(m_rows.isEmpty());
    setChosen(m_chosen);
}

void FoundCard::setChosen(const QString &clientId)
{
    m_chosen = clientId;
    for (FoundRow *row : std::as_const(m_rows))
        row->setMark(row->clientId() == clientId ? FoundRow::Mark::Chosen : FoundRow::Mark::None);
}

void FoundCard::focusOn(const QString &clientId)
{
    for (FoundRow *row : std::as_const(m_rows)) {
        if (row->clientId() == clientId)
            row->focusButton();
    }
}

} // namespace tokensmith::ui
