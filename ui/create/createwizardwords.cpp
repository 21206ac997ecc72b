// SPDX-License-Identifier: GPL-3.0-or-later
// CreateWizard's words: what it says beside and above its pages, and at its end.
#include "core/catalog/tokenguard.h"
#include "ui/common/buttons.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/errortext.h"
#include "ui/common/message.h"
#include "ui/common/times.h"
#include "ui/common/wizardframe.h"
#include "ui/create/accesspage.h"
#include "ui/create/createside.h"
#include "ui/create/createwizard.h"
#include "ui/create/limitspage.h"
#include "ui/create/requestpane.h"
#include "ui/create/reviewpage.h"
#include "ui/create/secretpage.h"
#include "ui/create/startpage.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideWidth = 304;
constexpr int kRequestWidth = 368;

QString shortId(const QString &id)
{
    return id.size() > 16 ? id.left(8) + u'…' + id.right(4) : id;
}

} // namespace

void CreateWizard::loadZones()
{
    m_access->showZonesLoading();
    if (!m_access->accountId().isEmpty())
        m_parts.actions.loadZones(m_access->accountId());
}

void CreateWizard::openDashboard() const
{
    QDesktopServices::openUrl(catalog::tokenManagerForm(m_start->owner().kind));
}

void CreateWizard::refreshSide()
{
    fillDraft();
    if (m_frame->currentPage() == Secret)
        return; // that says what was made
    const bool starting = m_startPending && m_frame->currentPage() == Start;
    const TokenDraft draft = starting ? startDraft() : m_draft;
    const PlaceNames names = m_access->placeNames();
    SideWords words{.can = accessLines(draft, names),
                    .cannot = cannotWords(draft, names),
                    .instead = tr("Nothing chosen yet. The token can't do anything.")};
    for (const catalog::Template &one : m_parts.actions.templates()) {
        if (one.id == draft.wholeTemplate)
            words.instead = one.description;
    }
    if (draft.permissions.companion() && !starting)
        words.added = tr("Most DNS clients look up the zone by name, so Read on Zone was added.");
    m_side->setWords(words);
}

void CreateWizard::sayWithRetry(const base::Error &error, const std::function<void()> &retry)
{
    say(error);
    QPushButton *again = m_message->addAction(u"createRetry"_s, tr("Try again"));
    const auto press = [this, retry] {
        m_message->hide();
        retry();
    };
    connect(again, &QPushButton::clicked, this, press, Qt::QueuedConnection); // a new error replaces the button
}

void CreateWizard::sayDashboardOnly()
{
    say({.message = tr("A token that may make or change tokens can only be made in the dashboard.")});
    QPushButton *open = m_message->addAction(u"createTemplateDashboard"_s, tr("Open the dashboard"));
    connect(open, &QPushButton::clicked, this, &CreateWizard::openDashboard);
}

void CreateWizard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    focusPage();
}

void CreateWizard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    focusPage();
}

void CreateWizard::focusPage()
{
    static constexpr std::array kFirst{"createName"_L1, "createSearch"_L1, "createExpiry"_L1, "createNext"_L1,
                                       "createSecretCopy"_L1};
    const bool waits = m_frame->currentPage() == Review && !m_frame->nextButton()->isEnabled();
    QWidget *first = waits ? static_cast<QWidget *>(m_frame->backButton())
                           : findChild<QWidget *>(kFirst[std::size_t(m_frame->currentPage())]);
    if (first && first->isVisible())
        first->setFocus(Qt::OtherFocusReason);
}

void CreateWizard::say(const base::Error &error)
{
    m_message->clearActions();
    m_message->setContent({.tone = Tone::Warn, .title = error.message, .details = errorDetails(error)});
    m_message->show();
}

void CreateWizard::addFooterButtons()
{
    m_frame->addToFooter(m_revoke, Qt::LeftEdge);
    m_frame->addToFooter(m_another, Qt::RightEdge);
    m_frame->addToFooter(m_frame->nextButton(), Qt::RightEdge); // stays the last
    m_revoke->hide();
    m_another->hide();
    connect(m_revoke, &QPushButton::clicked, this, &CreateWizard::askToRevoke);
    connect(m_another, &QPushButton::clicked, this, [this] { endWith(&CreateWizard::anotherRequested); });
}

void CreateWizard::endWith(void (CreateWizard::*signal)())
{
    if (m_secret->isSafe())
        Q_EMIT(this->*signal)();
    else
        say({.message = tr("Copy the secret or hold it in the keychain first: it can't be shown again.")});
}

void CreateWizard::askToRevoke()
{
    auto *dialog = new ConfirmDialog(
        m_parts.theme,
        {.objectName = u"createRevokeDialog"_s,
         .title = tr("Revoke %1?").arg(m_made.name),
         .text = tr("The token stops working at once, for good. If its secret is in use already, that breaks too."),
         .verb = tr("Revoke")},
        this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_revoke->setEnabled(false);
        m_parts.actions.revoke(m_made);
    });
    dialog->open();
}

void CreateWizard::placeRequest()
{
    const bool review = m_frame->currentPage() == Review;
    m_frame->setSidePaneWidth(review ? kRequestWidth : kSideWidth);
    if (review && !m_frame->isSidePaneShown()) {
        m_review->room()->addWidget(m_request);
        m_request->show();
    } else if (m_beside->indexOf(m_request) < 0) {
        m_beside->addWidget(m_request);
    }
    m_beside->setCurrentWidget(review && m_beside->indexOf(m_request) >= 0 ? static_cast<QWidget *>(m_request)
                                                                           : m_side);
}

ReviewContext CreateWizard::reviewContext(const model::TokenSpec &spec) const
{
    ReviewContext context{.draft = m_draft,
                          .names = m_access->placeNames(),
                          .spec = spec,
                          .ownerName = m_parts.actions.ownerName(m_draft.owner),
                          .ownAddress = m_limits->ownAddress(),
                          .now = m_parts.clock.now()};
    for (const model::Token &token : m_parts.actions.tokens()) {
        if (token.owner == m_draft.owner)
            context.takenNames.append(token.name);
    }
    if (m_draft.wholeTemplate.isEmpty())
        return context;
    for (const catalog::Template &one : m_parts.actions.templates()) {
        if (one.id != m_draft.wholeTemplate)
            continue;
        for (const catalog::WantedGroup &group : one.leftOut)
            context.leftOut.append(group.name);
    }
    return context;
}

void CreateWizard::showReview(const tokens::PreviewOutcome &outcome)
{
    m_review->showOutcome(outcome, reviewContext(outcome.spec));
    QUrl url = m_parts.actions.apiBase();
    const bool user = outcome.owner.kind == model::Owner::Kind::User;
    url.setPath(url.path() + (user ? u"/user/tokens"_s : u"/accounts/%1/tokens"_s.arg(outcome.owner.accountId)));
    m_request->setRequest(outcome.spec, url);
    m_seenWarnings = outcome.warnings;
    m_frame->nextButton()->setEnabled(true);
    focusPage();
}

void CreateWizard::showSecretWords(const model::Token &token)
{
    m_made = token;
    m_frame->setPageWords(
        Secret,
        {.title = tr("%1 is ready").arg(token.name),
         .lead = tr("Cloudflare shows the secret only now. Put it where it belongs before you leave this page."),
         .next = tr("Done"),
         .icon = u"check"_s});
    QStringList from;
    for (const QString &cidr : token.condition.in)
        from.append(addressWords(cidr));
    const PlaceNames names = m_access->placeNames();
    m_side->setWords(
        {.can = accessLines(m_draft, names),
         .instead = tr("What the template allows."),
         .facts = {
             {.name = tr("Valid until"),
              .value = token.expiresOn ? exactWords(*token.expiresOn, m_parts.clock.now()) : tr("Never expires")},
             {.name = tr("Addresses"), .value = from.isEmpty() ? tr("Any") : tr("%1 only").arg(from.join(u", "_s))},
             {.name = tr("Owner"), .value = m_parts.actions.ownerName(token.owner)},
             {.name = tr("Token ID"), .value = shortId(token.id), .copied = token.id}}});
}

} // namespace tokensmith::ui
