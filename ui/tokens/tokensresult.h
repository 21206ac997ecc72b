// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/message.h"

#include <functional>

namespace tokensmith::ui {

/** Says above the list how a change goes or ended; hidden until then. Named tokensResult. */
class TokensResult final : public InlineMessage
{
    Q_OBJECT

public:
    explicit TokensResult(const Theme &theme, QWidget *parent = nullptr);

    void showResult(const MessageContent &result);

    /** With a button, named tokensResultAct, that does something about it. It keeps the keyboard while it stays. */
    void showResult(const MessageContent &result, const QString &button, std::function<void()> act);

Q_SIGNALS:
    void focusGoes(); ///< the button that has it goes

private:
    std::function<void()> m_act; ///< of the button
};

} // namespace tokensmith::ui
