// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/accessdialog.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/progressline.h"
#include "ui/create/accesspage.h"
#include "ui/create/createrefusal.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 860;
constexpr int kHeight = 720;

/** Of the window that all dialogs stand over. */
QSize roomOver(const QWidget *parent, QSize wanted)
{
    const QWidget *window = parent;
    while (window && window->parentWidget())
        window = window->parentWidget();
    return window ? wanted.boundedTo(window->size() - QSize(32, 32)) : wanted;
}

/** `inside` scrolls where there is too little room for it. */
QScrollArea *makeScroll(const QString &name, const QString &accessibleName, QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(name);
    scroll->setAccessibleName(accessibleName);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    inside->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kInset);
    useSurfaceGround(scroll->viewport());
    scroll->setWidget(inside); // owned by the scroll area
    useSurfaceGround(inside);
    return scroll;
}

/** Cloudflare was not even asked: the chosen can't be had, whenever it is tried. */
bool isRefusal(const base::Error &error)
{
    using Code = base::Error::Code;
    return error.httpStatus == 0 && (error.code == Code::InvalidArgument || error.code == Code::PermissionDenied);
}

} // namespace

AccessDialog::AccessDialog(const Parts &parts, const model::Token &token, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_token(token)
{
    setObjectName(u"accessDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What may %1 do?").arg(base::plainLine(token.name, 80)));
    build();
    connectPage();
    connectActions();
    resize(roomOver(parent, {parts.theme.width(kWidth), parts.theme.width(kHeight)}));
    load();
}

void AccessDialog::build()
{
    useSurfaceGround(this);
    m_progress = new ProgressLine(m_parts.theme, u"accessProgress"_s, this);
    m_message = new InlineMessage(m_parts.theme, u"accessMessage"_s, this);
    m_message->hide();
    auto *banner = new QVBoxLayout;
    banner->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, 0);
    banner->addWidget(m_message);
    m_body = new QStackedWidget(this);
    m_body->addWidget(new QWidget); // while it is being read
    m_body->addWidget(makeEditor());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addLayout(banner);
    column->addWidget(m_body, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter());
}

QWidget *AccessDialog::makeEditor()
{
    m_page = new AccessPage(m_parts.theme);
    return makeScroll(u"accessScroll"_s, windowTitle(), m_page);
}

QWidget *AccessDialog::makeReader() const
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTiny);
    column->addSpacing(space::kSmall);
    for (const catalog::AccessPart &part : catalog::accessParts(m_token.policies, m_change.names())) {
        column->addWidget(new Paragraph(m_parts.theme, {.style = TextStyle::Strong}, part.where));
        column->addWidget(new Paragraph(m_parts.theme, {.colour = Colour::Text2}, part.what));
        column->addSpacing(space::kSmall);
    }
    column->addStretch(1);
    return makeScroll(u"accessWords"_s, windowTitle(), inside);
}

QWidget *AccessDialog::makeFooter()
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    m_cancel = makeButton(m_parts.theme, {.objectName = u"accessCancel"_s, .text = tr("Cancel")}, footer);
    m_apply = makeButton(m_parts.theme,
                         {.objectName = u"accessApply"_s, .text = tr("Apply"), .kind = ButtonKind::Primary}, footer);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &AccessDialog::apply);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    m_note = new Paragraph(m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                           tr("Nothing is sent to Cloudflare before you save the changes."));
    m_note->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    row->addWidget(m_note, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_apply);
    return footer;
}

void AccessDialog::connectPage()
{
    connect(m_page, &AccessPage::edited, this, &AccessDialog::onEdited);
    connect(m_page, &AccessPage::accountChanged, this, &AccessDialog::loadZones);
    connect(m_page, &AccessPage::accountChanged, this, &AccessDialog::onEdited);
    connect(m_page, &AccessPage::zonesWanted, this, &AccessDialog::loadZones);
    connect(m_page, &AccessPage::dashboardRequested, this, &AccessDialog::dashboardWanted);
}

void AccessDialog::connectActions()
{
    const CreateActions *actions = &m_parts.actions;
    connect(actions, &CreateActions::zonesLoaded, this,
            [this](const QString &accountId, const std::vector<model::Zone> &zones) {
                for (const model::Zone &zone : zones)
                    m_change.placeNames.insert(zone.id, zone.name);
                if (m_state != State::Loading && m_state != State::Reading && accountId == m_page->accountId())
                    takeZones(zones);
            });
    m_check = new AccessCheck(m_parts.actions, m_token, this); // hears of zones after their names are noted
    connect(m_check, &AccessCheck::ready, this, &AccessDialog::onReady);
    connect(m_check, &AccessCheck::notEditable, this, &AccessDialog::read);
    connect(m_check, &AccessCheck::failed, this, &AccessDialog::sayFailed);
    connect(actions, &CreateActions::zonesFailed, this, [this](const base::Error &error) {
        if (m_state != State::Loading)
            m_page->showZonesFailure(error.message);
    });
    connect(actions, &CreateActions::previewed, this, &AccessDialog::onPreviewed);
    connect(actions, &CreateActions::previewFailed, this, &AccessDialog::onPreviewFailed);
}

void AccessDialog::load()
{
    setState(State::Loading);
    // Queued: what is known at once would otherwise be said before anybody listens.
    QMetaObject::invokeMethod(m_check, &AccessCheck::start, Qt::QueuedConnection);
}

void AccessDialog::onReady(const AccessStart &start)
{
    for (const model::Account &account : start.accounts)
        m_change.placeNames.insert(account.id, account.name);
    m_page->setAccounts(start.accounts, m_token.owner);
    m_page->setPlaces(start.accountId, start.zoneIds);
    m_page->setChoices(start.choices);
    setState(State::Comparing);
    if (start.zones)
        m_page->setZones(*start.zones);
    else
        loadZones();
    m_parts.actions.preview(requestFrom(draft()));
}

void AccessDialog::loadZones()
{
    m_page->showZonesLoading();
    if (!m_page->accountId().isEmpty())
        m_parts.actions.loadZones(m_page->accountId());
}

void AccessDialog::takeZones(const std::vector<model::Zone> &zones)
{
    if (missesAny(zones, draft().zoneIds))
        read(zonesNotSeen()); // the list would forget them
    else
        m_page->setZones(zones);
}

TokenDraft AccessDialog::draft() const
{
    TokenDraft draft{.name = u"access"_s, .owner = m_token.owner}; // the name only has to be one
    m_page->fill(draft);
    return draft;
}

void AccessDialog::apply()
{
    m_message->hide();
    const TokenDraft chosen = draft();
    const bool zones = chosen.permissions.hasChosen(model::scope::zone);
    if (chosen.permissions.chosenCount() == 0) {
        say(tr("Choose at least one permission."));
    } else if (zones && chosen.zones == TokenDraft::Zones::Chosen && chosen.zoneIds.isEmpty()) {
        say(tr("Choose at least one zone, or all zones."));
    } else {
        setState(State::Applying);
        m_parts.actions.preview(requestFrom(chosen));
    }
}

void AccessDialog::onPreviewed(const tokens::PreviewOutcome &outcome)
{
    switch (m_state) {
    case State::Comparing:
        if (model::sameGrants(outcome.spec.policies, m_token.policies))
            edit();
        else
            read(notExactlyEditable());
        return;
    case State::Applying:
        m_change.policies = outcome.spec.policies;
        Q_EMIT applied(m_change);
        accept();
        return;
    case State::Loading:
    case State::Editing:
    case State::Reading:
        return; // an answer to another dialog
    }
    Q_UNREACHABLE();
}

void AccessDialog::onPreviewFailed(const base::Error &error)
{
    if (m_state == State::Applying) {
        setState(State::Editing);
        m_apply->setFocus(Qt::OtherFocusReason); // it lost it while it could not be pressed
        say(refusalOf(error).sentence, errorDetails(error));
    } else if (m_state == State::Comparing && isRefusal(error)) {
        read(refusalOf(error).sentence);
    } else if (m_state == State::Comparing) {
        sayFailed(error);
    }
}

void AccessDialog::edit()
{
    setState(State::Editing);
    m_page->findChild<QWidget *>(u"createSearch"_s)->setFocus(Qt::OtherFocusReason);
}

void AccessDialog::read(const QString &reason)
{
    m_body->addWidget(makeReader()); // now that names are known
    setState(State::Reading);
    m_message->clearActions();
    m_message->setContent(
        {.tone = Tone::Info, .title = reason, .text = tr("It is changed in the Cloudflare dashboard.")});
    if (m_dashboard == Dashboard::Shown) {
        const QPushButton *open = m_message->addAction(u"accessDashboard"_s, tr("Open the dashboard"));
        connect(open, &QPushButton::clicked, this, &AccessDialog::dashboardWanted);
    }
    m_message->show();
    m_cancel->setFocus(Qt::OtherFocusReason);
    Q_EMIT notEditable(reason);
}

void AccessDialog::onEdited()
{
    const std::optional<std::size_t> added = m_page->choices().companion();
    const bool told = m_message->isVisible() && m_message->findChild<QPushButton *>(u"accessLeaveOut"_s);
    if (added && told)
        return;
    m_message->hide();
    m_message->clearActions();
    if (!added)
        return;
    m_message->setContent({.tone = Tone::Info,
                           .title = tr("Read on Zone was added."),
                           .text = tr("Most DNS clients look up the zone by its name.")});
    const QPushButton *leave = m_message->addAction(u"accessLeaveOut"_s, tr("Leave it out"));
    connect(
        leave, &QPushButton::clicked, this, [this, at = *added] { m_page->decline(at); },
        Qt::QueuedConnection); // which takes the button away
    m_message->show();
}

void AccessDialog::sayFailed(const base::Error &error)
{
    say(error.message, errorDetails(error));
    m_progress->setIdle();
    const QPushButton *again = m_message->addAction(u"accessRetry"_s, tr("Try again"));
    connect(again, &QPushButton::clicked, this, &AccessDialog::load, Qt::QueuedConnection);
}

void AccessDialog::say(const QString &sentence, const QString &details)
{
    m_message->clearActions();
    m_message->setContent({.tone = Tone::Warn, .title = sentence, .details = details});
    m_message->show();
}

void AccessDialog::setState(State state)
{
    m_state = state;
    const bool busy = state != State::Editing && state != State::Reading;
    const bool reads = state == State::Reading;
    const bool edits = state == State::Editing || state == State::Applying;
    m_body->setCurrentIndex(reads ? 2 : edits ? 1 : 0);
    m_body->setEnabled(state != State::Applying);
    m_apply->setVisible(!reads);
    if (reads)
        m_note->setText({}); // nothing can be sent; the room stays, so that Close is at the end
    m_apply->setEnabled(state == State::Editing);
    m_cancel->setText(reads ? tr("Close") : tr("Cancel"));
    if (!busy) {
        m_progress->setIdle();
        return;
    }
    m_message->hide();
    m_progress->setBusy();
}

} // namespace tokensmith::ui
