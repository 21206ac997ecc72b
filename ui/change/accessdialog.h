// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/change/accesschange.h"
#include "ui/change/accesscheck.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace tokensmith::ui {

class AccessPage;
class InlineMessage;
class Paragraph;
class ProgressLine;
class Theme;

/**
 * Chooses what a token that exists may do, and where, with the wizard's pickers. They are shown only where they say
 * exactly what the token has: what Cloudflare would be asked for is compared first. Else what it can do is read here,
 * with the reason. Nothing is written: applied() hands on what was chosen. Shown by open(), deletes itself when closed.
 */
class AccessDialog final : public QDialog
{
    Q_OBJECT

public:
    /** Both outlive the dialog; nobody else uses `actions` meanwhile. */
    struct Parts
    {
        const Theme &theme;
        CreateActions &actions;
    };

    AccessDialog(const Parts &parts, const model::Token &token, QWidget *parent);

    void hideDashboard() { m_dashboard = Dashboard::Hidden; } ///< before it is opened

Q_SIGNALS:
    void applied(const tokensmith::ui::AccessChange &change);
    void notEditable(const QString &reason); ///< the dialog stays and says so
    void dashboardWanted();

private:
    enum class State { Loading, Comparing, Editing, Applying, Reading };

    void build();
    [[nodiscard]] QWidget *makeEditor();
    [[nodiscard]] QWidget *makeReader() const;
    [[nodiscard]] QWidget *makeFooter();
    void connectPage();
    void connectActions();
    void load();
    void onReady(const AccessStart &start);
    void takeZones(const std::vector<model::Zone> &zones);
    void onPreviewed(const tokens::PreviewOutcome &outcome);
    void onPreviewFailed(const base::Error &error);
    void loadZones();
    void onEdited();
    void apply();
    void edit();
    void read(const QString &reason);
    void sayFailed(const base::Error &error);
    void say(const QString &sentence, const QString &details = {});
    void setState(State state);
    [[nodiscard]] TokenDraft draft() const;

    Parts m_parts;
    model::Token m_token;
    State m_state = State::Loading;
    enum class Dashboard { Shown, Hidden };
    Dashboard m_dashboard = Dashboard::Shown;
    AccessCheck *m_check = nullptr; // these belong to the dialog as its children
    ProgressLine *m_progress = nullptr;
    InlineMessage *m_message = nullptr;
    QStackedWidget *m_body = nullptr;
    AccessPage *m_page = nullptr;
    Paragraph *m_note = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_apply = nullptr;
    AccessChange m_change; ///< the names known so far
};

} // namespace tokensmith::ui
