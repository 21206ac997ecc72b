// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/servermessage.h"

#include "ui/common/message.h"
#include "ui/window/servercontrol.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

struct Sentences
{
    QString first;
    QString rest;
};

/** What happened, and what to do about it. */
Sentences split(const QString &message)
{
    const qsizetype end = message.indexOf(u". "_s);
    if (end < 0)
        return {message, {}};
    return {message.left(end + 1), message.mid(end + 2)};
}

} // namespace

ServerMessage::ServerMessage(const Theme &theme, ServerControl &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_message(new InlineMessage(theme, u"serverMessage"_s))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0);
    column->addWidget(m_message);
    const QPushButton *retry = m_message->addAction(u"serverRetry"_s, tr("Try again"));
    connect(retry, &QPushButton::clicked, &m_server, &ServerControl::retry);
    connect(&m_server, &ServerControl::changed, this, &ServerMessage::refresh);
    refresh();
}

void ServerMessage::refresh()
{
    const bool failed = m_server.state() == ServerControl::State::Failed;
    setVisible(failed);
    if (failed) {
        const base::Error failure = m_server.failure();
        const Sentences said = split(failure.message);
        m_message->setContent({.tone = Tone::Danger,
                               .title = said.first,
                               .text = tr("Clients can't connect. %1", "what to do").arg(said.rest).trimmed(),
                               .details = failure.detail});
    }
}

} // namespace tokensmith::ui
