// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloudflare/apiclient.h"
#include "core/tokens/pagesum.h"

#include <vector>

namespace tokensmith::tokens {

/** Reads whole token lists, page by page. */
class TokenLister
{
public:
    explicit TokenLister(cloudflare::ApiClient &api);

    using PageProgress = tokens::PageProgress;

    /**
     * All tokens of one owner, each once: the first page tells how many there are, the others follow up to four at a
     * time; where it does not tell, one by one until a page is not full. A page without anything new ends the list,
     * whatever total was named. Fails as a whole if any page does. `onPage` may be empty; it is not called after a
     * cancel.
     */
    [[nodiscard]] base::Async<std::vector<model::Token>> all(model::Owner owner, cloudflare::CallOptions options,
                                                             PageProgress onPage = {});

    static constexpr int kPageSize = 50;
    static constexpr int kAtATime = 4;

private:
    cloudflare::ApiClient &m_api;
};

} // namespace tokensmith::tokens
