// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoroTask>

#include <tl/expected.hpp>
#include <utility>

namespace tokensmith::base {

/** A value or the Error that kept it from being made. Exceptions don't cross a module. */
template <typename T>
using Result = tl::expected<T, Error>;

/** A Result that arrives later, on the same thread. Rules for coroutines: core/README.md. */
template <typename T>
using Async = QCoro::Task<Result<T>>;

/** The success value of a call that has nothing to say. */
struct Done
{
};

/** `return fail(Error{.code = …, .message = …});` in a function that returns a Result or an Async. */
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace tokensmith::base
