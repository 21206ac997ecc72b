// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenlook.h"

#include "core/base/text.h"
#include "ui/common/times.h"

#include <QCoreApplication>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using model::EffectiveStatus;

namespace {

struct TokenLook
{
    Q_DECLARE_TR_FUNCTIONS(TokenLook)
};

StatusMark activeMark(Urgency urgency)
{
    switch (urgency) {
    case Urgency::None:
        return {.icon = u"act"_s, .colour = Colour::Ok, .words = TokenLook::tr("works")};
    case Urgency::Soon:
        return {.icon = u"clock"_s, .colour = Colour::Warn, .words = TokenLook::tr("expires soon")};
    case Urgency::Urgent:
    case Urgency::Over:
        return {.icon = u"clock"_s, .colour = Colour::Danger, .words = TokenLook::tr("expires very soon")};
    }
    Q_UNREACHABLE();
}

QString lowered(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toLower();
    return words;
}

} // namespace

StatusMark statusMark(const model::Token &token, const QDateTime &now)
{
    switch (model::effectiveStatus(token, now)) {
    case EffectiveStatus::Active:
        return activeMark(urgencyOf(timeOrNone(token.expiresOn), now));
    case EffectiveStatus::NotYetActive:
        return {.icon = u"pend"_s, .colour = Colour::Text3, .words = TokenLook::tr("not started"), .dimmed = true};
    case EffectiveStatus::Disabled:
        return {.icon = u"off"_s, .colour = Colour::Text3, .words = TokenLook::tr("disabled"), .dimmed = true};
    case EffectiveStatus::Expired:
        return {.icon = u"expd"_s, .colour = Colour::Danger, .words = TokenLook::tr("expired"), .dimmed = true};
    case EffectiveStatus::Exposed:
        return {.icon = u"stop"_s,
                .colour = Colour::Danger,
                .words = TokenLook::tr("exposed, revoked by Cloudflare"),
                .dimmed = true};
    case EffectiveStatus::Unknown:
        return {.icon = u"info"_s, .colour = Colour::Text3, .words = TokenLook::tr("state unknown")};
    }
    Q_UNREACHABLE();
}

Badge statusBadge(const model::Token &token, const QDateTime &now)
{
    const QDateTime expires = timeOrNone(token.expiresOn);
    const QString when = lowered(expiryWords(expires, now));
    switch (model::effectiveStatus(token, now)) {
    case EffectiveStatus::Active: {
        const Urgency urgency = urgencyOf(expires, now);
        if (urgency == Urgency::None)
            return {.text = TokenLook::tr("Working"), .tone = Tone::Ok, .icon = u"check"_s};
        return {.text = TokenLook::tr("Expires %1").arg(when), .tone = toneOf(urgency), .icon = u"clock"_s};
    }
    case EffectiveStatus::NotYetActive: {
        const QString start = lowered(expiryWords(timeOrNone(token.notBefore), now));
        return {.text = TokenLook::tr("Starts %1").arg(start), .tone = Tone::Neutral, .icon = u"pend"_s};
    }
    case EffectiveStatus::Disabled:
        return {.text = TokenLook::tr("Disabled"), .tone = Tone::Neutral, .icon = u"off"_s};
    case EffectiveStatus::Expired:
        return {.text = expires.isValid() ? TokenLook::tr("Expired %1").arg(when) : TokenLook::tr("Expired"),
                .tone = Tone::Danger,
                .icon = u"expd"_s};
    case EffectiveStatus::Exposed:
        return {.text = TokenLook::tr("Exposed"), .tone = Tone::Danger, .icon = u"stop"_s};
    case EffectiveStatus::Unknown: {
        const QString word = base::plainLine(token.statusText, 40);
        return {
            .text = word.isEmpty() ? TokenLook::tr("State unknown") : word, .tone = Tone::Neutral, .icon = u"info"_s};
    }
    }
    Q_UNREACHABLE();
}

QString ownerIcon(const model::Owner &owner)
{
    return owner.kind == model::Owner::Kind::User ? u"user"_s : u"org"_s;
}

QDateTime timeOrNone(const std::optional<QDateTime> &time)
{
    return time.value_or(QDateTime());
}

} // namespace tokensmith::ui
