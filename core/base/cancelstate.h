// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tokensmith::base {

/** What a CancelSource and its tokens share; not for use elsewhere. */
class CancelState final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    void cancel();

Q_SIGNALS:
    void cancelled();

private:
    bool m_cancelled = false;
};

} // namespace tokensmith::base
