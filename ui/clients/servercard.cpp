// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/servercard.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/paragraph.h"
#include "ui/common/switch.h"
#include "ui/window/servercontrol.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using State = ServerControl::State;

namespace {

constexpr int kAddressWidth = 232;

} // namespace

ServerCard::ServerCard(const Theme &theme, ServerControl &server, ClientsActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_server(server)
    , m_actions(actions)
    , m_switch(new Switch(theme, u"serverSwitch"_s, tr("MCP server"), this))
    , m_title(new Label(theme, {.style = TextStyle::Title}, {}, this))
    , m_words(new Label(theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, this))
    , m_problem(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Danger}, {}, this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"serverCard"_s);
    setAccessibleName(tr("MCP server"));
    setProperty("frame", u"card"_s);
    m_title->setObjectName(u"serverCardTitle"_s);
    m_words->setObjectName(u"serverCardWords"_s);
    m_problem->setObjectName(u"serverCardProblem"_s);
    m_row->setSpacing(space::kInset);
    m_row->addWidget(makeState());
    m_row->addWidget(makeAddress());
    m_row->addStretch(1);
    m_row->addWidget(makeCounts(), 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kInset, space::kMedium + 2, space::kInset, space::kMedium + 2);
    column->setSpacing(space::kSmall);
    column->addLayout(m_row);
    column->addWidget(m_problem);
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) {
        if (on && m_server.state() == State::Off)
            m_server.retry(); // starts it
        else if (on)
            m_server.resume();
        else
            m_server.pause();
        refresh();
    });
    connect(&m_server, &ServerControl::changed, this, &ServerCard::refresh);
    connect(&m_actions, &ClientsActions::approvalsChanged, this, &ServerCard::refreshCounts);
    refresh();
    refreshCounts();
}

QWidget *ServerCard::makeState()
{
    auto *state = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_words);
    auto *row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kInset);
    row->addWidget(m_switch);
    row->addLayout(words);
    row->addStretch(1);
    return state;
}

QWidget *ServerCard::makeAddress()
{
    auto *field = new Field(m_theme, {.objectName = u"serverUrl"_s, .accessibleName = tr("Address for clients")}, this);
    m_url = field->edit();
    m_url->setReadOnly(true);
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_url->setFont(m_theme.font(TextStyle::Mono));
    connect(&m_theme, &Theme::changed, m_url, [this] { m_url->setFont(m_theme.font(TextStyle::Mono)); });
    field->setFixedWidth(m_theme.width(kAddressWidth));
    auto *copy = makeIconButton(m_theme, {.objectName = u"serverUrlCopy"_s,
                                          .name = tr("Copy the address"),
                                          .icon = u"copy"_s,
                                          .kind = ButtonKind::Quiet});
    connect(copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_url->text()); });
    auto *address = new QWidget(this);
    auto *row = new QHBoxLayout(address);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kTiny);
    row->addWidget(field);
    row->addWidget(copy);
    row->addStretch(1);
    return address;
}

QWidget *ServerCard::makeCounts()
{
    auto *counts = new QWidget(this);
    auto *row = new QHBoxLayout(counts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kLarge);
    const auto add = [&](const QString &objectName, const QString &title, const QString &tip) {
        auto *value = new Label(m_theme, {.style = TextStyle::SmallStrong}, {}, counts);
        value->setObjectName(objectName);
        auto *label = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, title, counts);
        for (Label *one : {value, label})
            one->setToolTip(tip);
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(label);
        column->addWidget(value);
        row->addLayout(column);
        return value;
    };
    m_approved = add(u"approvedToday"_s, tr("Approved today"), tr("Calls that asked and got a yes"));
    m_denied = add(u"deniedToday"_s, tr("Denied today"), tr("Calls that asked and got a no, or no answer in time"));
    const auto addButton = [&](const QString &objectName, const QString &text) {
        auto *button =
            makeButton(m_theme, {.objectName = objectName, .text = text, .size = ControlSize::Small}, counts);
        row->addWidget(button);
        return button;
    };
    m_retry = addButton(u"serverCardRetry"_s, tr("Try again"));
    connect(m_retry, &QPushButton::clicked, &m_server, &ServerControl::retry);
    connect(addButton(u"serverPort"_s, tr("Change port…")), &QPushButton::clicked, this,
            &ServerCard::portChangeRequested);
    return counts;
}

void ServerCard::refresh()
{
    struct Words
    {
        QString title;
        QString text;
    };
    const State state = m_server.state();
    const auto words = [state]() -> Words {
        switch (state) {
        case State::Starting:
            return {tr("MCP server is starting"), tr("For programs on this computer only")};
        case State::On:
            return {tr("MCP server is on"), tr("For programs on this computer only")};
        case State::Paused:
            return {tr("MCP server is paused"), tr("Every client is refused until you resume")};
        case State::Off:
            return {tr("MCP server is off"), tr("It does not listen; clients can't connect")};
        case State::Failed:
            return {tr("MCP server is not running"), tr("Clients can't connect")};
        }
        Q_UNREACHABLE();
    }();
    m_title->setText(words.title);
    m_words->setText(words.text);
    m_switch->setChecked(state == State::On || state == State::Starting);
    m_switch->setEnabled(state == State::On || state == State::Paused || state == State::Off);
    m_url->setText(m_server.url());
    m_url->parentWidget()->parentWidget()->setVisible(!m_server.url().isEmpty());
    const bool failed = state == State::Failed;
    m_problem->setVisible(failed);
    m_retry->setVisible(failed);
    if (failed)
        m_problem->setText(m_server.failure().message);
}

void ServerCard::refreshCounts()
{
    const ApprovalCounts counts = m_actions.approvalsToday();
    m_approved->setText(QLocale().toString(counts.approved));
    m_denied->setText(QLocale().toString(counts.denied));
}

void ServerCard::setRoom(int width)
{
    const QMargins margins = layout()->contentsMargins();
    m_row->setDirection(QBoxLayout::LeftToRight);
    const int wanted = m_row->minimumSize().width() + margins.left() + margins.right();
    m_row->setDirection(wanted <= width ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tokensmith::ui
