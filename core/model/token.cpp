// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/token.h"

namespace tokensmith::model {

EffectiveStatus effectiveStatus(const Token &token, const QDateTime &now)
{
    switch (token.status) {
    case TokenStatus::Exposed:
        return EffectiveStatus::Exposed;
    case TokenStatus::Expired:
        return EffectiveStatus::Expired;
    case TokenStatus::Disabled:
    case TokenStatus::Active:
    case TokenStatus::Unknown:
        break;
    }
    if (token.expiresOn && *token.expiresOn <= now)
        return EffectiveStatus::Expired;
    if (token.status == TokenStatus::Disabled)
        return EffectiveStatus::Disabled;
    if (token.status == TokenStatus::Unknown)
        return EffectiveStatus::Unknown;
    if (token.notBefore && *token.notBefore > now)
        return EffectiveStatus::NotYetActive;
    return EffectiveStatus::Active;
}

} // namespace tokensmith::model
