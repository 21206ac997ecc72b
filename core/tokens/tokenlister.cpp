// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenlister.h"

#include <algorithm>

namespace tokensmith::tokens {

using TokenPage = cloudflare::Page<model::Token>;

TokenLister::TokenLister(cloudflare::ApiClient &api)
    : m_api(api)
{
}

base::Async<std::vector<model::Token>> TokenLister::all(model::Owner owner, cloudflare::CallOptions options,
                                                        PageProgress onPage)
{
    const cloudflare::PageRequest firstPage{.page = 1, .perPage = kPageSize};
    base::Result<TokenPage> first = co_await m_api.listTokens(owner, firstPage, options);
    if (!first)
        co_return base::fail(std::move(first.error()));
    const int pages = std::max(1, (first->total + kPageSize - 1) / kPageSize);
    std::vector<model::Token> tokens = std::move(first->items);
    tokens.reserve(static_cast<size_t>(first->total));
    int done = 1;
    if (onPage)
        onPage(done, pages);

    for (int next = 2; next <= pages; next += kAtATime) {
        std::vector<base::Async<TokenPage>> batch; // tasks run from the moment they are made
        for (int page = next; page < std::min(next + kAtATime, pages + 1); ++page)
            batch.push_back(m_api.listTokens(owner, {.page = page, .perPage = kPageSize}, options));
        for (base::Async<TokenPage> &task : batch) {
            base::Result<TokenPage> page = co_await task;
            if (!page)
                co_return base::fail(std::move(page.error()));
            std::move(page->items.begin(), page->items.end(), std::back_inserter(tokens));
            ++done;
            if (onPage && !options.cancel.isCancelled())
                onPage(done, pages);
        }
    }
    co_return tokens;
}

} // namespace tokensmith::tokens
