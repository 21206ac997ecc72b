// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/changeflow.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "ui/common/buttons.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/errortext.h"
#include "ui/common/paragraph.h"
#include "ui/common/secretfield.h"
#include "ui/common/times.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSecretWidth = 520;

QString nameOf(const model::Token &token)
{
    return base::plainLine(token.name, 80);
}

QString title(const std::vector<model::Token> &tokens, const QString &one, const QString &many)
{
    return tokens.size() == 1 ? one.arg(nameOf(tokens.front())) : many.arg(tokens.size());
}

QString useOf(const model::Token &token, const QDateTime &now)
{
    if (!token.lastUsedOn)
        return ChangeFlow::tr("It was never used.");
    return ChangeFlow::tr("It was last used %1.").arg(agoWords(*token.lastUsedOn, now));
}

QString doneWords(BatchKind kind, const std::vector<model::Token> &tokens)
{
    switch (kind) {
    case BatchKind::Disable:
        return title(tokens, ChangeFlow::tr("%1 is disabled."), ChangeFlow::tr("%1 tokens are disabled."));
    case BatchKind::Enable:
        return title(tokens, ChangeFlow::tr("%1 is enabled."), ChangeFlow::tr("%1 tokens are enabled."));
    case BatchKind::Revoke:
        return title(tokens, ChangeFlow::tr("%1 is revoked."), ChangeFlow::tr("%1 tokens are revoked."));
    }
    Q_UNREACHABLE();
}

} // namespace

ChangeFlow::ChangeFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.actions, &ChangeActions::batchFinished, this, &ChangeFlow::onBatch);
    connect(&parts.actions, &ChangeActions::rolled, this, &ChangeFlow::onRolled);
    connect(&parts.actions, &ChangeActions::rollFailed, this, [this](const model::Token &, const base::Error &error) {
        Q_EMIT ended({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
    });
}

template <typename Act>
void ChangeFlow::ask(const Confirmation &confirmation, Act act)
{
    auto *dialog = new ConfirmDialog(m_parts.theme, confirmation, &m_parts.window); // deletes itself when closed
    connect(dialog, &QDialog::accepted, this, act);
    dialog->open();
}

void ChangeFlow::revoke(const std::vector<model::Token> &tokens)
{
    if (tokens.empty())
        return;
    const QString what = tokens.size() == 1
                             ? useOf(tokens.front(), m_parts.clock.now()) + u' '
                                   + tr("It can reach: %1.").arg(catalog::accessSummary(tokens.front().policies)) + u' '
                             : QString();
    ask({.objectName = u"revokeDialog"_s,
         .title = title(tokens, tr("Revoke %1?"), tr("Revoke %1 tokens?")),
         .text = what + tr("Whatever uses it stops working at once. This can't be undone."),
         .verb = tr("Revoke")},
        [this, tokens] { m_parts.actions.run(BatchKind::Revoke, tokens); });
}

void ChangeFlow::toggle(const std::vector<model::Token> &tokens)
{
    std::vector<model::Token> enabled;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(enabled),
                 [](const model::Token &token) { return token.status != model::TokenStatus::Disabled; });
    if (enabled.empty()) {
        m_parts.actions.run(BatchKind::Enable, tokens);
        return;
    }
    ask({.objectName = u"disableDialog"_s,
         .icon = u"power"_s,
         .title = title(enabled, tr("Disable %1?"), tr("Disable %1 tokens?")),
         .text = tr("Whatever uses it stops working until you enable it again."),
         .verb = tr("Disable")},
        [this, enabled] { m_parts.actions.run(BatchKind::Disable, enabled); });
}

void ChangeFlow::roll(const model::Token &token)
{
    ask({.objectName = u"rollDialog"_s,
         .icon = u"bolt"_s,
         .title = tr("Roll the secret of %1?").arg(nameOf(token)),
         .text = tr("The old secret stops working at once. The new one is put into the keychain."),
         .verb = tr("Roll")},
        [this, token] { m_parts.actions.roll(token); });
}

void ChangeFlow::onBatch(const BatchOutcome &outcome)
{
    if (outcome.failures.empty()) {
        if (!outcome.done.empty())
            Q_EMIT ended({.tone = Tone::Ok, .title = doneWords(outcome.kind, outcome.done)});
        return;
    }
    const BatchFailure &first = outcome.failures.front();
    const QString done = outcome.done.empty() ? QString() : doneWords(outcome.kind, outcome.done) + u' ';
    const QString more =
        outcome.failures.size() == 1 ? QString() : u' ' + tr("So did %1 more.").arg(outcome.failures.size() - 1);
    Q_EMIT ended({.tone = Tone::Danger,
                  .title = done + tr("%1 stayed as it was.").arg(nameOf(first.token)) + more,
                  .text = first.error.message,
                  .details = errorDetails(first.error)});
}

void ChangeFlow::onRolled(const tokens::RollOutcome &outcome)
{
    const QString title = tr("%1 has a new secret.").arg(nameOf(outcome.token));
    const bool held = !outcome.keychainItem.isEmpty();
    Q_EMIT ended({.tone = held ? Tone::Ok : Tone::Warn, .title = title, .text = outcome.warnings.join(u' ')});
    showSecret(outcome);
}

void ChangeFlow::showSecret(const tokens::RollOutcome &outcome)
{
    const bool held = !outcome.keychainItem.isEmpty();
    auto *dialog = new QDialog(&m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"secretDialog"_s);
    dialog->setWindowTitle(tr("New secret"));
    auto *secret = new SecretField(m_parts.theme, m_parts.clipboard, u"rolledSecret"_s);
    secret->setSecret(outcome.secret);
    auto *done =
        makeButton(m_parts.theme, {.objectName = u"secretDone"_s, .text = tr("Done"), .kind = ButtonKind::Primary});
    connect(done, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kInset);
    column->addWidget(new Paragraph(m_parts.theme, {.style = TextStyle::SectionTitle},
                                    tr("The new secret of %1").arg(nameOf(outcome.token))));
    column->addWidget(new Paragraph(m_parts.theme, {.colour = Colour::Text2},
                                    held ? tr("It is in the keychain, so you can copy it again.")
                                         : tr("It is kept nowhere. Copy it before you close this.")));
    column->addWidget(secret);
    column->addWidget(done, 0, Qt::AlignRight);
    dialog->setMinimumWidth(m_parts.theme.width(kSecretWidth));
    dialog->open();
}

} // namespace tokensmith::ui
