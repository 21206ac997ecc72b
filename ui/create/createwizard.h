// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/create/createactions.h"
#include "ui/create/reviewchecks.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace tokensmith::ui {

class AccessPage;
class CreateSide;
class InlineMessage;
class LimitsPage;
class RequestPane;
class ReviewPage;
class SecretClipboard;
class SecretPage;
class StartPage;
class Theme;
class WizardFrame;

/**
 * The New token wizard, in place of the page. It goes through the pages, asks CreateActions, and brings an error to the
 * field it is about. left() is the end of it, made() names a token that now exists.
 */
class CreateWizard final : public QWidget
{
    Q_OBJECT

public:
    /** All outlive the wizard. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        CreateActions &actions;
        SecretClipboard &clipboard;
    };

    explicit CreateWizard(const Parts &parts, QWidget *parent = nullptr);

    void copyFrom(const QString &tokenId);

Q_SIGNALS:
    void left();
    void made(const QString &tokenId);
    void anotherRequested(); ///< the person wants to make another one; it may be left

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; ///< hands it on to the page's first field

private:
    enum Step { Start, Access, Limits, Review, Secret };

    void addPages();
    void connectPages();
    void connectActions();
    void next(int from);
    void goTo(int step);
    void finishStart();
    void finishAccess();
    void applyStart();
    [[nodiscard]] TokenDraft startDraft() const; ///< what Start would make of the draft
    void onGroups(const tokens::GrantableGroups &groups);
    void onCreated(const tokens::CreateOutcome &outcome);
    void onRefused(const base::Error &error);
    void fillDraft();
    void loadZones();
    void openDashboard() const;
    void refreshSide();
    void say(const base::Error &error);
    void sayWithRetry(const base::Error &error, const std::function<void()> &retry);
    void sayDashboardOnly();
    void focusPage();
    void addFooterButtons();
    void showReview(const tokens::PreviewOutcome &outcome);
    void placeRequest();
    void showSecretWords(const model::Token &token);
    void endWith(void (CreateWizard::*signal)());
    void askToRevoke();
    [[nodiscard]] ReviewContext reviewContext(const model::TokenSpec &spec) const;

    Parts m_parts;
    TokenDraft m_draft;
    CreatePlaces m_places;
    QStringList m_seenWarnings;  ///< of the review: not said again
    bool m_startPending = false; ///< what it starts from is to be applied when the groups are there
    WizardFrame *m_frame;        // these belong to the wizard as its children
    InlineMessage *m_message;
    StartPage *m_start;
    AccessPage *m_access;
    LimitsPage *m_limits;
    ReviewPage *m_review;
    SecretPage *m_secret;
    QStackedWidget *m_beside; ///< the two below; the second moves into the review where there is no room beside it
    CreateSide *m_side;
    RequestPane *m_request;
    QPushButton *m_revoke;
    QPushButton *m_another;
    model::Token m_made = {}; ///< once there is one
};

} // namespace tokensmith::ui
