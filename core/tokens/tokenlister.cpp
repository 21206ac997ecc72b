// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenlister.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace tokensmith::tokens {

using TokenPage = cloudflare::Page<model::Token>;

namespace {

/** What the pages bring, each token once: a token made or revoked meanwhile moves others to the next page. */
class Gathered
{
public:
    /** True if the page brought something new. */
    bool add(std::vector<model::Token> page)
    {
        const size_t before = m_tokens.size();
        for (model::Token &token : page) {
            if (m_seen.contains(token.id))
                continue;
            m_seen.insert(token.id);
            m_tokens.push_back(std::move(token));
        }
        return m_tokens.size() > before;
    }

    [[nodiscard]] std::vector<model::Token> take() { return std::move(m_tokens); }

private:
    std::vector<model::Token> m_tokens;
    QSet<QString> m_seen;
};

/** How many pages there are, by the total and by what a page really holds; nothing where no total is named. */
std::optional<int> pageCount(const TokenPage &first)
{
    const int held = static_cast<int>(first.items.size());
    if (!first.total)
        return held < TokenLister::kPageSize ? std::optional(1) : std::nullopt;
    return held == 0 ? 1 : std::max(1, *first.total / held + (*first.total % held == 0 ? 0 : 1));
}

} // namespace

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
    const std::optional<int> pages = pageCount(*first);
    int done = 1;
    if (onPage)
        onPage(done, pages.value_or(done + 1));

    Gathered gathered;
    bool more = gathered.add(std::move(first->items)) && pages != 1;
    while (more) {
        std::vector<base::Async<TokenPage>> batch; // tasks run from the moment they are made
        const int atATime = pages ? std::min(kAtATime, *pages - done) : 1;
        for (int page = done + 1; page <= done + atATime; ++page)
            batch.push_back(m_api.listTokens(owner, {.page = page, .perPage = kPageSize}, options));
        for (base::Async<TokenPage> &task : batch) {
            base::Result<TokenPage> page = co_await task;
            if (!page)
                co_return base::fail(std::move(page.error()));
            const bool full = static_cast<int>(page->items.size()) >= kPageSize;
            const bool isNew = gathered.add(std::move(page->items));
            ++done;
            more = more && isNew && (pages ? done < *pages : full);
            if (onPage && !options.cancel.isCancelled())
                onPage(done, pages.value_or(more ? done + 1 : done));
        }
    }
    co_return gathered.take();
}

} // namespace tokensmith::tokens
