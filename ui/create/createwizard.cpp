// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/createwizard.h"

#include "ui/common/buttons.h"
#include "ui/common/message.h"
#include "ui/common/steprail.h"
#include "ui/common/wizardframe.h"
#include "ui/create/accesspage.h"
#include "ui/create/createrefusal.h"
#include "ui/create/createside.h"
#include "ui/create/limitspage.h"
#include "ui/create/requestpane.h"
#include "ui/create/reviewpage.h"
#include "ui/create/secretpage.h"
#include "ui/create/startpage.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

CreateWizard::CreateWizard(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_frame(new WizardFrame(parts.theme,
                              {.objectName = u"create"_s,
                               .title = tr("New token"),
                               .back = tr("Back to tokens"),
                               .steps = {tr("Start"), tr("Access"), tr("Limits"), tr("Review"), tr("Secret")},
                               .leaveTitle = tr("Leave without creating the token?"),
                               .leaveText = tr("What you entered is lost. No token was made."),
                               .leaveVerb = tr("Leave")},
                              this))
    , m_message(new InlineMessage(parts.theme, u"createMessage"_s))
    , m_start(new StartPage(parts.theme, parts.actions))
    , m_access(new AccessPage(parts.theme))
    , m_limits(new LimitsPage(parts.theme, parts.clock))
    , m_review(new ReviewPage(parts.theme))
    , m_secret(new SecretPage(parts.theme, parts.actions, parts.clipboard))
    , m_beside(new QStackedWidget)
    , m_side(new CreateSide(parts.theme))
    , m_request(new RequestPane(parts.theme))
    , m_revoke(makeButton(parts.theme, {.objectName = u"createRevoke"_s,
                                        .text = tr("Revoke this token…"),
                                        .icon = u"trash"_s,
                                        .kind = ButtonKind::Danger}))
    , m_another(makeButton(parts.theme, {.objectName = u"createAnother"_s, .text = tr("Create another")}))
{
    setObjectName(u"createWizard"_s);
    setAccessibleName(tr("New token"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_frame, 1);
    m_frame->setBanner(m_message);
    m_message->hide();
    addPages();
    connectPages();
    connectActions();
    m_frame->setCurrentPage(Start);
    m_parts.actions.loadPlaces();
}

void CreateWizard::copyFrom(const QString &tokenId)
{
    m_start->copyFrom(tokenId);
}

void CreateWizard::onGroups(const tokens::GrantableGroups &groups)
{
    PermissionChoices choices(groups.groups);
    choices.takeLevelsFrom(m_access->choices());
    m_access->setChoices(choices);
    refreshSide();
}

TokenDraft CreateWizard::startDraft() const
{
    TokenDraft draft = m_draft;
    draft.permissions.clear();
    draft.wholeTemplate.clear();
    if (const catalog::Template *chosen = m_start->chosenTemplate()) {
        if (chosen->making == catalog::Template::Making::Listed) {
            draft.permissions.choose(catalog::wantedGroups(*chosen, m_start->owner().kind));
            draft.permissions.addCompanions();
        } else {
            draft.wholeTemplate = chosen->id; // the review says what it comes to, or why it can't be made
        }
    } else if (const std::optional<model::Token> &token = m_start->chosenToken()) {
        draft.permissions.choose(accessCopiedFrom(*token).groups);
    }
    return draft;
}

void CreateWizard::applyStart()
{
    if (!std::exchange(m_startPending, false))
        return;
    const TokenDraft draft = startDraft();
    m_draft.wholeTemplate = draft.wholeTemplate;
    if (const std::optional<model::Token> &token = m_start->chosenToken()) {
        const CopiedAccess copied = accessCopiedFrom(*token);
        m_access->setPlaces(copied.accountId, copied.zoneIds);
        m_limits->setAddresses(copied.ipAllow, copied.ipDeny);
        loadZones();
        if (copied.fidelity == CopiedAccess::Fidelity::InPart)
            say({.message = tr("Part of that token's access can't be copied. Check what is chosen here.")});
    }
    m_access->setChoices(draft.permissions);
}

void CreateWizard::next(int from)
{
    m_message->hide();
    switch (Step(from)) {
    case Start:
        finishStart();
        return;
    case Access:
        finishAccess();
        return;
    case Limits:
        if (m_limits->check())
            goTo(Review);
        return;
    case Review:
        m_frame->nextButton()->setEnabled(false);
        m_parts.actions.create(requestFrom(m_draft));
        return;
    case Secret:
        endWith(&CreateWizard::left);
        return;
    }
    Q_UNREACHABLE();
}

void CreateWizard::finishStart()
{
    if (m_start->name().isEmpty()) {
        m_start->setNameError(tr("Give the token a name, 1 to 120 characters."));
        return;
    }
    const catalog::Template *chosen = m_start->chosenTemplate();
    if (chosen && chosen->making == catalog::Template::Making::DashboardOnly) {
        sayDashboardOnly();
        return;
    }
    if (m_start->from() == StartPage::From::Copy && !m_start->chosenToken()) {
        say({.message = tr("Choose the token to copy.")});
        return;
    }
    applyStart();
    goTo(m_draft.wholeTemplate.isEmpty() ? Access : Limits);
}

void CreateWizard::finishAccess()
{
    fillDraft();
    const bool nothing = m_draft.permissions.chosenCount() == 0;
    if (nothing)
        say({.message = tr("Choose at least one permission.")});
    else if (m_draft.zones == TokenDraft::Zones::Chosen && m_draft.zoneIds.isEmpty())
        say({.message = tr("Choose at least one zone, or all zones.")});
    else
        goTo(Limits);
}

void CreateWizard::goTo(int step)
{
    fillDraft();
    StepRail *rail = m_frame->rail();
    rail->setResult(Start, m_start->summary());
    rail->setResult(Access, m_draft.wholeTemplate.isEmpty() ? countWords(m_draft.permissions) : tr("By template"));
    if (step > Limits)
        rail->setResult(Limits, m_limits->summary());
    m_frame->setCurrentPage(step);
    m_frame->nextButton()->setEnabled(step != Review);
    placeRequest();
    refreshSide();
    focusPage();
    if (step != Review)
        return;
    m_review->showWaiting();
    m_request->clear();
    m_parts.actions.preview(requestFrom(m_draft));
}

void CreateWizard::fillDraft()
{
    m_draft.name = m_start->name();
    m_draft.owner = m_start->owner();
    m_access->fill(m_draft);
    m_limits->fill(m_draft);
}

void CreateWizard::onCreated(const tokens::CreateOutcome &outcome)
{
    m_frame->rail()->setReturn(StepRail::Return::Over);
    m_frame->setLeaving(WizardFrame::Leaving::Locked);
    m_frame->setNote(tr("The token exists. Closing this page does not undo it; Revoke does."));
    m_frame->setCurrentPage(Secret);
    m_frame->nextButton()->setEnabled(true);
    m_frame->backButton()->hide();
    m_frame->cancelButton()->hide();
    m_revoke->show();
    m_another->show();
    placeRequest();
    showSecretWords(outcome.created.token);
    m_secret->showCreated(outcome, m_request->holding());
    focusPage();
    QStringList news = outcome.warnings;
    news.removeIf([this](const QString &warning) { return m_seenWarnings.contains(warning); });
    if (!news.isEmpty())
        m_message->setContent({.tone = Tone::Warn, .title = news.join(u' ')});
    m_message->setVisible(!news.isEmpty());
    Q_EMIT made(outcome.created.token.id);
}

void CreateWizard::onRefused(const base::Error &error)
{
    const Refusal refusal = refusalOf(error);
    base::Error said = error;
    said.message = refusal.sentence;
    m_frame->nextButton()->setEnabled(true);
    switch (refusal.at) {
    case RefusedAt::Review:
        m_review->showError(said);
        return;
    case RefusedAt::Name:
        m_start->setNameError(refusal.sentence);
        goTo(Start);
        return;
    case RefusedAt::Template:
        say(said);
        goTo(Start);
        return;
    case RefusedAt::Access:
        say(said);
        goTo(Access);
        return;
    case RefusedAt::Allow:
        m_limits->setAddressError(refusal.sentence);
        break;
    case RefusedAt::Deny:
        m_limits->setDenyError(refusal.sentence);
        break;
    case RefusedAt::Start:
        m_limits->setStartError(refusal.sentence);
        break;
    case RefusedAt::End:
        m_limits->setEndError(refusal.sentence);
        break;
    }
    goTo(Limits);
}

} // namespace tokensmith::ui
