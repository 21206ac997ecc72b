// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensresult.h"

#include <QApplication>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

TokensResult::TokensResult(const Theme &theme, QWidget *parent)
    : InlineMessage(theme, u"tokensResult"_s, parent)
{
    hide();
}

void TokensResult::showResult(const MessageContent &result)
{
    if (isAncestorOf(QApplication::focusWidget()))
        Q_EMIT focusGoes();
    clearActions();
    setContent(result);
    show();
}

void TokensResult::showResult(const MessageContent &result, const QString &button, std::function<void()> act)
{
    m_act = std::move(act);
    const auto *present = findChild<QPushButton *>(u"tokensResultAct"_s);
    if (isVisible() && present && present->text() == button) {
        setContent(result);
        return;
    }
    showResult(result);
    connect(addAction(u"tokensResultAct"_s, button), &QPushButton::clicked, this, [this] {
        const std::function<void()> now = m_act; // it may set another
        now();
    });
}

} // namespace tokensmith::ui
