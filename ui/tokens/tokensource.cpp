// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensource.h"

#include "ui/common/errortext.h"

namespace tokensmith::ui {

bool isOffline(const TokenListStatus &status)
{
    switch (status.state) {
    case TokenListStatus::State::Empty:
    case TokenListStatus::State::Ready:
        return false;
    case TokenListStatus::State::Loading:
    case TokenListStatus::State::Failed:
        return status.error && isOffline(*status.error);
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
