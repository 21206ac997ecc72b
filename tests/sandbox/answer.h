// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace tokensmith::test {

/** An answer, taken apart. */
struct Answer
{
    http::HttpReply reply;
    QJsonObject json;

    [[nodiscard]] int status() const { return reply.status; }
    [[nodiscard]] QJsonValue result() const { return json.value(QStringLiteral("result")); }
    [[nodiscard]] QJsonObject object() const { return result().toObject(); }
    [[nodiscard]] QJsonArray list() const { return result().toArray(); }
    [[nodiscard]] QJsonObject error() const { return json.value(QStringLiteral("errors")).toArray().at(0).toObject(); }
    [[nodiscard]] int code() const { return error().value(QStringLiteral("code")).toInt(); }
    [[nodiscard]] QString message() const { return error().value(QStringLiteral("message")).toString(); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : reply.headers) {
            if (name.compare(key, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

} // namespace tokensmith::test

// Compares a refusal with what is expected of it.
#define COMPARE_REFUSAL(answer, httpStatus, cloudflareCode)                                                            \
    do {                                                                                                               \
        QCOMPARE((answer).status(), httpStatus);                                                                       \
        QCOMPARE((answer).code(), cloudflareCode);                                                                     \
        QCOMPARE((answer).json.value(QStringLiteral("success")), QJsonValue(false));                                   \
        QVERIFY((answer).json.contains(QStringLiteral("result")) && (answer).result().isNull());                       \
    } while (false)
