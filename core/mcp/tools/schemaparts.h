// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/patterns.h"
#include "core/mcp/tool.h"

#include <QJsonObject>
#include <QStringList>

namespace tokensmith::mcp {

// The few kinds of JSON Schema the tools are made of. Descriptions are for the model that fills them in.

/** Least and most of a length, a count or a number. */
struct Bounds
{
    int least = 0;
    int most = 0;
};

[[nodiscard]] QJsonObject textSchema(const QString &description);
[[nodiscard]] QJsonObject textSchema(Bounds length, const QString &description);
[[nodiscard]] QJsonObject textSchema(const Pattern &pattern, const QString &description);
[[nodiscard]] QJsonObject optionalTextSchema(const QString &description); ///< text or null
[[nodiscard]] QJsonObject choiceSchema(const QStringList &choices, const QString &description);
[[nodiscard]] QJsonObject integerSchema(Bounds bounds, const QString &description);
[[nodiscard]] QJsonObject countSchema(const QString &description);
[[nodiscard]] QJsonObject booleanSchema(const QString &description);

/** A list for results. */
[[nodiscard]] QJsonObject listSchema(const QJsonObject &items, const QString &description);
/** A list for arguments: bounded. */
[[nodiscard]] QJsonObject listSchema(const QJsonObject &items, Bounds count, const QString &description);

/** An object with these members only. */
[[nodiscard]] QJsonObject objectSchema(const QJsonObject &properties, const QStringList &required = {});
/** An object that may have more members than these: what Cloudflare sends. */
[[nodiscard]] QJsonObject openObjectSchema(const QJsonObject &properties, const QStringList &required = {});

/** Hints of a tool that reads, and of one that makes something new. */
[[nodiscard]] ToolAnnotations readsCloudflare();
[[nodiscard]] ToolAnnotations readsLocally();
[[nodiscard]] ToolAnnotations createsAtCloudflare();

/** A list of texts as JSON gives it. */
[[nodiscard]] QStringList textList(const QJsonValue &value);

} // namespace tokensmith::mcp
