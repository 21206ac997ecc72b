// SPDX-License-Identifier: GPL-3.0-or-later
// CreateWizard's parts: its pages and how they and the actions are connected.
#include "ui/common/buttons.h"
#include "ui/common/message.h"
#include "ui/common/steprail.h"
#include "ui/common/wizardframe.h"
#include "ui/create/accesspage.h"
#include "ui/create/createrefusal.h"
#include "ui/create/createside.h"
#include "ui/create/createwizard.h"
#include "ui/create/limitspage.h"
#include "ui/create/requestpane.h"
#include "ui/create/reviewpage.h"
#include "ui/create/secretpage.h"
#include "ui/create/startpage.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

void CreateWizard::addPages()
{
    m_frame->addPage({.title = tr("What is the token for?"),
                      .lead = tr("Start from a template or a token you have, or pick everything yourself."),
                      .next = tr("Next: Access")},
                     m_start);
    m_frame->addPage({.title = tr("What may this token do?"),
                      .lead = tr("Pick as little as the job needs."),
                      .next = tr("Next: Limits")},
                     m_access);
    m_frame->addPage({.title = tr("How long, and from where?"),
                      .lead = tr("A token that leaks does less harm if it ends and works only where it is used."),
                      .next = tr("Next: Review")},
                     m_limits);
    m_frame->addPage({.title = tr("Review before creating"),
                      .lead = tr("This is exactly what Cloudflare will be asked for."),
                      .next = tr("Create token")},
                     m_review);
    m_frame->addPage({.title = tr("The token is ready"),
                      .lead = tr("Cloudflare shows the secret only now. Put it where it belongs before you leave."),
                      .next = tr("Done"),
                      .icon = u"check"_s},
                     m_secret);
    m_frame->setNote(tr("Nothing is sent to Cloudflare before you press Create on the review step."));
    m_beside->addWidget(m_side);
    m_beside->addWidget(m_request);
    m_frame->setSidePane(m_beside);
    addFooterButtons();
    refreshSide();
}

void CreateWizard::connectPages()
{
    connect(m_frame, &WizardFrame::nextRequested, this, &CreateWizard::next);
    connect(m_frame, &WizardFrame::stepRequested, this, &CreateWizard::goTo);
    connect(m_frame, &WizardFrame::left, this, &CreateWizard::left);
    const auto edited = [this] {
        m_frame->setLeaving(WizardFrame::Leaving::Asks);
        refreshSide();
    };
    connect(m_start, &StartPage::edited, this, edited);
    connect(m_access, &AccessPage::edited, this, edited);
    connect(m_limits, &LimitsPage::edited, this, edited);
    connect(m_start, &StartPage::startChanged, this, [this] {
        m_startPending = true;
        refreshSide();
    });
    connect(m_start, &StartPage::ownerChanged, this, [this] {
        m_access->setAccounts(m_places.accounts, m_start->owner());
        m_parts.actions.loadGroups(m_start->owner());
    });
    connect(m_access, &AccessPage::accountChanged, this, [this] {
        loadZones();
        refreshSide();
    });
    connect(m_access, &AccessPage::zonesWanted, this, &CreateWizard::loadZones);
    connect(m_access, &AccessPage::dashboardRequested, this, &CreateWizard::openDashboard);
    connect(m_side, &CreateSide::removeAddedRequested, this, [this] {
        if (const auto added = m_access->choices().companion())
            m_access->decline(*added);
    });
    connect(m_frame, &WizardFrame::sidePaneToggled, this, &CreateWizard::placeRequest);
    connect(m_review, &ReviewPage::fixRequested, this, [this](ReviewFix fix) {
        goTo(fix == ReviewFix::Limits ? Limits : fix == ReviewFix::Access ? Access : Start);
    });
    connect(m_limits, &LimitsPage::ownAddressWanted, this, [this] { m_parts.actions.findAddress(); });
    connect(m_secret, &SecretPage::becameSafe, this, [this] { m_frame->setLeaving(WizardFrame::Leaving::Free); });
}

void CreateWizard::connectActions()
{
    CreateActions *actions = &m_parts.actions;
    connect(actions, &CreateActions::placesLoaded, this, [this](const CreatePlaces &places) {
        m_places = places;
        m_start->setOwners(places.owners);
        m_access->setAccounts(places.accounts, m_start->owner());
        m_parts.actions.loadGroups(m_start->owner());
        loadZones();
    });
    connect(actions, &CreateActions::groupsLoaded, this, &CreateWizard::onGroups);
    connect(actions, &CreateActions::zonesLoaded, this,
            [this](const QString &, const std::vector<model::Zone> &zones) { m_access->setZones(zones); });
    connect(actions, &CreateActions::zonesFailed, this,
            [this](const base::Error &error) { m_access->showZonesFailure(error.message); });
    connect(actions, &CreateActions::addressFound, m_limits, &LimitsPage::addAddress);
    connect(actions, &CreateActions::addressFailed, this, &CreateWizard::say);
    connect(actions, &CreateActions::placesFailed, this,
            [this](const base::Error &error) { sayWithRetry(error, [this] { m_parts.actions.loadPlaces(); }); });
    connect(actions, &CreateActions::groupsFailed, this, [this](const base::Error &error) {
        sayWithRetry(error, [this] { m_parts.actions.loadGroups(m_start->owner()); });
    });
    connect(actions, &CreateActions::previewed, this, &CreateWizard::showReview);
    connect(actions, &CreateActions::previewFailed, this, [this](const base::Error &error) {
        onRefused(error);
        if (m_frame->currentPage() == Review)
            m_frame->nextButton()->setEnabled(false); // there is nothing to be created yet
    });
    connect(m_review, &ReviewPage::retryRequested, this, [this] { goTo(Review); });
    connect(actions, &CreateActions::createFailed, this, &CreateWizard::onRefused);
    connect(actions, &CreateActions::created, this, &CreateWizard::onCreated);
    connect(actions, &CreateActions::revoked, this, &CreateWizard::left);
    connect(actions, &CreateActions::revokeFailed, this, [this](const base::Error &error) {
        m_revoke->setEnabled(true);
        say(error);
    });
}

} // namespace tokensmith::ui
