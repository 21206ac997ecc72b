// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace tokensmith::base {

class CancelState;

/**
 * The receiving end of "stop this": handed by value into whatever may take long. A default-made token is never
 * cancelled. One thread.
 */
class CancelToken
{
public:
    CancelToken() = default;

    [[nodiscard]] bool isCancelled() const;

    /** Calls `then` once, at cancel(), unless `context` is gone by then. If already cancelled: calls it now. */
    void onCancelled(QObject *context, const std::function<void()> &then) const;

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<CancelState> state);

    std::shared_ptr<CancelState> m_state;
};

/** The giving end. Going out of scope does not cancel. */
class CancelSource
{
public:
    CancelSource();

    [[nodiscard]] CancelToken token() const;
    void cancel();

private:
    std::shared_ptr<CancelState> m_state;
};

} // namespace tokensmith::base
