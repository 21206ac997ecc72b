// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/change/changeactions.h"
#include "ui/change/editdraft.h"
#include "ui/change/editplace.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QScrollArea;
class QTimer;

namespace tokensmith::ui {

class AccessSection;
class CreateActions;
class DiffView;
class ExpiryField;
class Field;
class InlineMessage;
struct MessageContent;
class Theme;

/**
 * Changes the name, the status, the limits of a token and what it may do, and shows before and after while they are
 * edited. Where what it may do can't be chosen here, it is changed in the dashboard: dashboardWanted(). An error goes
 * to its field, and nothing typed is lost. Shown by open(), deletes itself when closed.
 */
class EditDialog final : public QDialog
{
    Q_OBJECT

public:
    /** All outlive the dialog. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        ChangeActions &actions;
        CreateActions &choices; ///< only for this dialog and what opens over it
    };

    EditDialog(const Parts &parts, const model::Token &token, QWidget *parent);

    /** Puts the focus where that is edited. */
    void showPlace(EditPlace place);

    void hideDashboard(); ///< the simulated Cloudflare has none

Q_SIGNALS:
    void saved(const tokensmith::ui::MessageContent &result);
    void dashboardWanted();

private:
    void build();
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeFooter();
    void connectAll();
    [[nodiscard]] TokenEdit current() const;
    void onEdited();
    void askForPreview();
    void onPreview(const tokens::UpdateOutcome &outcome);
    void onUpdated(const tokens::UpdateOutcome &outcome);
    void onError(const base::Error &error);
    void save();
    void showAt(Field *field, const base::Error &error);
    void clearErrors();
    void showDiff(const model::Token &token, const std::vector<tokens::TokenChange> &changes);

    Parts m_parts;
    model::Token m_token;
    QTimer *m_pause; ///< while typing, nothing is asked for
    enum class State { Editing, Saving };
    State m_state = State::Editing;
    std::optional<QDateTime> m_seenModifiedOn; ///< of the last preview
    InlineMessage *m_message = nullptr;        // these belong to the dialog as its children
    Field *m_name = nullptr;
    QCheckBox *m_enabled = nullptr;
    ExpiryField *m_expiry = nullptr;
    Field *m_allow = nullptr;
    Field *m_deny = nullptr;
    AccessSection *m_access = nullptr;
    QScrollArea *m_scroll = nullptr;
    DiffView *m_diff = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace tokensmith::ui
