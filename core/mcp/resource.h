// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/outcome.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace tokensmith::mcp {

/**
 * Reads `uri`: the items of `contents`, each {uri, mimeType, text or blob}. `variables` are those of the template,
 * decoded; empty for a fixed resource. An Error NotFound means there is no such resource.
 */
using ResourceReader =
    std::function<base::Async<QJsonArray>(CallContext, QString uri, QHash<QString, QString> variables)>;

/** A resource as a value: what `resources/list` shows and `resources/read` reads. */
struct Resource
{
    QString uri;
    QString name;
    QString title = {};
    QString description = {};
    QString mimeType = {};
    ResourceReader reader;
};

/** A family of resources. `uriTemplate` is RFC 6570 level 1: simple `{name}` expressions only. */
struct ResourceTemplate
{
    QString uriTemplate;
    QString name;
    QString title = {};
    QString description = {};
    QString mimeType = {};
    ResourceReader reader;
    QHash<QString, Completer> completers = {}; ///< by variable
};

/** The entries of `resources/list` and `resources/templates/list`. */
[[nodiscard]] QJsonObject toJson(const Resource &resource);
[[nodiscard]] QJsonObject toJson(const ResourceTemplate &resourceTemplate);

/** One item of `contents` that holds text. */
[[nodiscard]] QJsonObject textContents(const QString &uri, const QString &mimeType, const QString &text);

} // namespace tokensmith::mcp
