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
constexpr std::size_t kNamesShown = 5;

QString nameOf(const model::Token &token)
{
    return base::plainLine(token.name, 80);
}

QString title(const std::vector<model::Token> &tokens, const QString &one, const QString &many)
{
    return tokens.size() == 1 ? one.arg(nameOf(tokens.front())) : many;
}

/** Names for a person to recognise what is about to change: the first few. */
QString someNames(const std::vector<model::Token> &tokens)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(tokens.size(), kNamesShown); ++i)
        names += nameOf(tokens[i]);
    const int more = int(tokens.size()) - int(names.size());
    return more > 0 ? ChangeFlow::tr("%1 and %n more.", nullptr, more).arg(names.join(u", "_s))
                    : names.join(u", "_s) + u'.';
}

/** The latest use among them. */
QString useOfSeveral(const std::vector<model::Token> &tokens, const QDateTime &now)
{
    const auto latest = std::max_element(tokens.begin(), tokens.end(), [](const auto &a, const auto &b) {
        return a.lastUsedOn.value_or(QDateTime()) < b.lastUsedOn.value_or(QDateTime());
    });
    if (!latest->lastUsedOn)
        return ChangeFlow::tr("None of them was ever used.");
    return ChangeFlow::tr("%1 was used last, %2.").arg(nameOf(*latest), agoWords(*latest->lastUsedOn, now));
}

QString progressWords(BatchKind kind, int done, int total)
{
    switch (kind) {
    case BatchKind::Disable:
        return ChangeFlow::tr("Disabling tokens: %1 of %2").arg(done).arg(total);
    case BatchKind::Enable:
        return ChangeFlow::tr("Enabling tokens: %1 of %2").arg(done).arg(total);
    case BatchKind::Revoke:
        return ChangeFlow::tr("Revoking tokens: %1 of %2").arg(done).arg(total);
    }
    Q_UNREACHABLE();
}

/** Who failed and why, for under "Details". */
QString detailsOf(const std::vector<BatchFailure> &failures)
{
    QStringList lines;
    for (const BatchFailure &failure : failures) {
        const QString codes = errorDetails(failure.error);
        lines += failures.size() == 1
                     ? codes
                     : u"%1: %2 %3"_s.arg(nameOf(failure.token), failure.error.message, codes).trimmed();
    }
    return lines.join(u'\n').trimmed();
}

QString useOf(const model::Token &token, const QDateTime &now)
{
    if (!token.lastUsedOn)
        return ChangeFlow::tr("It was never used.");
    return ChangeFlow::tr("It was last used %1.").arg(agoWords(*token.lastUsedOn, now));
}

QString doneWords(BatchKind kind, const std::vector<model::Token> &tokens)
{
    const int count = int(tokens.size());
    switch (kind) {
    case BatchKind::Disable:
        return title(tokens, ChangeFlow::tr("%1 is disabled."),
                     ChangeFlow::tr("%n tokens are disabled.", nullptr, count));
    case BatchKind::Enable:
        return title(tokens, ChangeFlow::tr("%1 is enabled."),
                     ChangeFlow::tr("%n tokens are enabled.", nullptr, count));
    case BatchKind::Revoke:
        return title(tokens, ChangeFlow::tr("%1 is revoked."),
                     ChangeFlow::tr("%n tokens are revoked.", nullptr, count));
    }
    Q_UNREACHABLE();
}

} // namespace

ChangeFlow::ChangeFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.actions, &ChangeActions::batchFinished, this, &ChangeFlow::onBatch);
    connect(&parts.actions, &ChangeActions::batchAdvanced, this, [this](BatchKind kind, int done, int total) {
        if (done < total)
            Q_EMIT advanced({.tone = Tone::Info, .title = progressWords(kind, done, total), .icon = u"hour"_s});
    });
    connect(&parts.actions, &ChangeActions::rolled, this, &ChangeFlow::onRolled);
    connect(&parts.actions, &ChangeActions::rollFailed, this, [this](const model::Token &, const base::Error &error) {
        Q_EMIT ended({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
    });
}

template <typename Act>
ConfirmDialog *ChangeFlow::ask(const Confirmation &confirmation, Act act)
{
    auto *dialog = new ConfirmDialog(m_parts.theme, confirmation, &m_parts.window); // deletes itself when closed
    connect(dialog, &QDialog::accepted, this, act);
    dialog->open();
    return dialog;
}

void ChangeFlow::stop()
{
    m_parts.actions.stopBatch();
}

void ChangeFlow::revoke(const std::vector<model::Token> &tokens)
{
    if (tokens.empty())
        return;
    const bool one = tokens.size() == 1;
    const QDateTime now = m_parts.clock.now();
    const QString reach =
        one ? tr("It can reach: %1.").arg(catalog::accessSummary(tokens.front().policies)) : QString();
    const QString text = one ? useOf(tokens.front(), now) + u' ' + reach + u' '
                                   + tr("Whatever uses it stops working at once. This can't be undone.")
                             : someNames(tokens) + u' ' + useOfSeveral(tokens, now) + u' '
                                   + tr("Whatever uses them stops working at once. This can't be undone.");
    const bool canDisable = std::any_of(tokens.begin(), tokens.end(), [](const model::Token &token) {
        return token.status == model::TokenStatus::Active;
    });
    ConfirmDialog *dialog =
        ask({.objectName = u"revokeDialog"_s,
             .title = title(tokens, tr("Revoke %1?"), tr("Revoke %n tokens?", nullptr, int(tokens.size()))),
             .text = text,
             .verb = tr("Revoke"),
             .milder = canDisable ? tr("Disable instead…") : QString()},
            [this, tokens] { m_parts.actions.run(BatchKind::Revoke, tokens); });
    connect(dialog, &ConfirmDialog::milderChosen, this, [this, tokens] { toggle(tokens); });
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
         .title = title(enabled, tr("Disable %1?"), tr("Disable %n tokens?", nullptr, int(enabled.size()))),
         .text = enabled.size() == 1
                     ? tr("Whatever uses it stops working until you enable it again.")
                     : someNames(enabled) + u' ' + tr("Whatever uses them stops working until you enable them again."),
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
    const QString done = outcome.done.empty() ? QString() : doneWords(outcome.kind, outcome.done);
    const QString left = outcome.left == 0   ? QString()
                         : outcome.left == 1 ? tr("Stopped: 1 token stayed as it was.")
                                             : tr("Stopped: %n tokens stayed as they were.", nullptr, outcome.left);
    if (outcome.failures.empty()) {
        if (!done.isEmpty() || !left.isEmpty())
            Q_EMIT ended({.tone = left.isEmpty() ? Tone::Ok : Tone::Info,
                          .title = done.isEmpty() ? left : done,
                          .text = done.isEmpty() ? QString() : left});
        return;
    }
    const BatchFailure &first = outcome.failures.front();
    const int others = int(outcome.failures.size()) - 1;
    const QString stayed = others == 0
                               ? tr("%1 stayed as it was.").arg(nameOf(first.token))
                               : tr("%1 and %n more stayed as they were.", nullptr, others).arg(nameOf(first.token));
    Q_EMIT ended({.tone = Tone::Danger,
                  .title = (done + u' ' + stayed).trimmed(),
                  .text = (first.error.message + u' ' + left).trimmed(),
                  .details = detailsOf(outcome.failures)});
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
