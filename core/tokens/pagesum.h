// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace tokensmith::tokens {

/** Told after each page of how many of how many are read; `pagesTotal` may grow. May be empty. */
using PageProgress = std::function<void(int pagesDone, int pagesTotal)>;

/** Adds up the pages of lists read one after another. A list that has not begun counts as one page. */
class PageSum
{
public:
    PageSum(PageProgress onPage, int lists);

    /** What the next list is to tell its pages to. Empty where nobody asked. */
    [[nodiscard]] PageProgress next();

private:
    struct State
    {
        PageProgress onPage;
        int listsToCome;
        int doneBefore = 0; ///< pages of the lists before this one
        int done = 0;       ///< of this one
    };
    std::shared_ptr<State> m_state;
};

} // namespace tokensmith::tokens
