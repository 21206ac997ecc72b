// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancellation.h"

#include "core/base/cancelstate.h"

#include <utility>

namespace tokensmith::base {

void CancelState::cancel()
{
    if (std::exchange(m_cancelled, true))
        return;
    Q_EMIT cancelled();
}

CancelToken::CancelToken(std::shared_ptr<CancelState> state)
    : m_state(std::move(state))
{
}

bool CancelToken::isCancelled() const
{
    return m_state && m_state->isCancelled();
}

void CancelToken::onCancelled(QObject *context, const std::function<void()> &then) const
{
    if (isCancelled())
        then();
    else if (m_state)
        QObject::connect(m_state.get(), &CancelState::cancelled, context, then);
}

CancelSource::CancelSource()
    : m_state(std::make_shared<CancelState>())
{
}

CancelToken CancelSource::token() const
{
    return CancelToken(m_state);
}

void CancelSource::cancel()
{
    const auto keepAlive = m_state; // a receiver may drop the last other reference
    keepAlive->cancel();
}

} // namespace tokensmith::base
