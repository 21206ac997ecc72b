// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QObject>
#include <QPointer>

#include <type_traits>
#include <utility>

namespace tokensmith::ui {

namespace detail {

/** Everything it needs lies in its parameters, which live in the coroutine's frame until the end. */
template <typename T, typename Callback>
QCoro::Task<void> deliverWhenDone(QCoro::Task<T> task, QPointer<QObject> context, Callback callback)
{
    if constexpr (std::is_void_v<T>) {
        co_await task;
        if (context)
            callback();
    } else {
        T value = co_await task;
        if (context)
            callback(std::move(value));
    }
}

} // namespace detail

/**
 * The one way in which a widget takes the result of a task: calls `callback(result)` on this thread when `task` is
 * done, or never if `context` is gone by then. The task itself runs on either way; who wants to stop it has a
 * CancelToken. If the task is already done, the callback runs before this returns.
 */
template <typename T, typename Callback>
void deliver(QCoro::Task<T> &&task, QObject *context, Callback callback)
{
    Q_ASSERT(context);
    detail::deliverWhenDone<T, Callback>(std::move(task), QPointer<QObject>(context), std::move(callback));
}

} // namespace tokensmith::ui
