// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/pause.h"

#include <QCoroTimer>
#include <QTimer>

namespace tokensmith::cloudflare {

QCoro::Task<> pauseFor(std::chrono::milliseconds time, base::CancelToken cancel)
{
    if (cancel.isCancelled())
        co_return;
    QTimer timer;
    timer.setSingleShot(true);
    cancel.onCancelled(&timer, [&timer] { timer.start(0); });
    timer.start(time);
    co_await qCoro(timer).waitForTimeout();
}

} // namespace tokensmith::cloudflare
