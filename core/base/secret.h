// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

namespace tokensmith::base {

/**
 * A token value or key in memory.
 *
 * The bytes leave it only through reveal(). It does not print, convert or compare by itself. The buffer is overwritten
 * on destruction and assignment when no other QByteArray shares it; copies made by Qt on the way (a request header, the
 * clipboard, a D-Bus message) can't be reached and are not wiped.
 */
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    /** The value itself. Keep it in no variable that outlives the call it is for. */
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }

    /** Equal length and bytes, in time that depends on the length only. */
    [[nodiscard]] bool equals(const Secret &other) const;

    bool operator==(const Secret &) const = delete;

private:
    void wipe();

    QByteArray m_value; // never shared: every copy detaches
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace tokensmith::base
