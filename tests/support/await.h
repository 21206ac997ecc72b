// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

namespace tokensmith::test {

/** Runs the event loop until the task is done. Tests only: the product never blocks on a task. */
template <typename T>
T await(QCoro::Task<T> &&task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace tokensmith::test
