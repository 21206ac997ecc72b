// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTest>

namespace tokensmith::test {

/** The error in words; empty on success. */
template <typename T>
QByteArray failureText(const base::Result<T> &result)
{
    if (result.has_value())
        return {};
    const base::Error &error = result.error();
    return QByteArray(base::codeName(error.code).data()) + ": " + error.message.toUtf8() + " " + error.detail.toUtf8();
}

} // namespace tokensmith::test

/**
 * Fails the test with the error's words unless `result` holds a value. A plain QVERIFY2 evaluates its message also when
 * the condition holds, and `result.error()` of a good result is undefined behaviour. `result` is evaluated once.
 */
#define QVERIFY_RESULT(result)                                                                                         \
    do {                                                                                                               \
        const auto &verifiedResult = (result);                                                                         \
        QVERIFY2(verifiedResult.has_value(), ::tokensmith::test::failureText(verifiedResult).constData());             \
    } while (false)
