// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/dashboardform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct Page
{
    model::Owner::Kind kind;
    const char *start; ///< up to and with the "?" or "&"
    const char *more;
    QLatin1StringView tokensKey;
};
constexpr std::array<Page, 2> kPages{{
    {model::Owner::Kind::User, "https://dash.cloudflare.com/profile/api-tokens?", "&accountId=*&zoneId=all",
     "api_tokens"_L1},
    // The dashboard asks which account before it fills ":account" in.
    {model::Owner::Kind::Account, "https://dash.cloudflare.com/?to=/:account/api-tokens&", "", "account_api_tokens"_L1},
}};

const Page &pageOf(model::Owner::Kind kind)
{
    return *std::find_if(kPages.begin(), kPages.end(), [&](const Page &page) { return page.kind == kind; });
}

} // namespace

FormPermission editTokens(model::Owner::Kind kind)
{
    return {.key = pageOf(kind).tokensKey, .type = "edit"_L1};
}

QUrl dashboardForm(model::Owner::Kind kind, const std::vector<FormPermission> &permissions, const QString &tokenName)
{
    QJsonArray keys;
    for (const FormPermission &permission : permissions)
        keys.append(QJsonObject{{u"key"_s, permission.key}, {u"type"_s, permission.type}});
    const Page &page = pageOf(kind);
    return QUrl::fromEncoded(page.start + QByteArray("permissionGroupKeys=")
                             + QJsonDocument(keys).toJson(QJsonDocument::Compact).toPercentEncoding() + page.more
                             + "&name=" + tokenName.toUtf8().toPercentEncoding());
}

} // namespace tokensmith::catalog
