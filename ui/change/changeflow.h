// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/change/changeactions.h"
#include "ui/common/message.h"

class QWidget;

namespace tokensmith::ui {

class ConfirmDialog;
struct Confirmation;
class SecretClipboard;

/** Asks what has to be asked before a token is changed, has it done, and words how it ended. */
class ChangeFlow final : public QObject
{
    Q_OBJECT

public:
    /** All outlive the flow. Dialogs open over `window`. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        ChangeActions &actions;
        SecretClipboard &clipboard;
        QWidget &window;
    };

    explicit ChangeFlow(const Parts &parts, QObject *parent = nullptr);

    void revoke(const std::vector<model::Token> &tokens); ///< asks first
    void roll(const model::Token &token);                 ///< asks first

    /** Enables them if all are disabled, at once; else disables those that are not, after asking. */
    void toggle(const std::vector<model::Token> &tokens);

    void stop(); ///< leaves the tokens as they are that are not yet changed

Q_SIGNALS:
    void ended(const tokensmith::ui::MessageContent &result);

    /** Several are being changed: how far it is. Can be stopped by stop(). */
    void advanced(const tokensmith::ui::MessageContent &progress);

private:
    template <typename Act>
    ConfirmDialog *ask(const Confirmation &confirmation, Act act);
    void onBatch(const BatchOutcome &outcome);
    void onRolled(const tokens::RollOutcome &outcome);
    void showSecret(const tokens::RollOutcome &outcome);

    Parts m_parts;
};

} // namespace tokensmith::ui
