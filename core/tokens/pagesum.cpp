// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/pagesum.h"

#include <utility>

namespace tokensmith::tokens {

PageSum::PageSum(PageProgress onPage, int lists)
    : m_state(std::make_shared<State>(State{.onPage = std::move(onPage), .listsToCome = lists}))
{
}

PageProgress PageSum::next()
{
    m_state->doneBefore += std::exchange(m_state->done, 0);
    --m_state->listsToCome;
    if (!m_state->onPage)
        return {};
    return [state = m_state](int done, int total) {
        state->done = done;
        state->onPage(state->doneBefore + done, state->doneBefore + total + state->listsToCome);
    };
}

} // namespace tokensmith::tokens
