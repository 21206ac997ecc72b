// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/tokenguard.h"

#include "core/catalog/groupname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct Form
{
    model::Owner::Kind kind;
    const char *groupId;
    const char *page; ///< up to and with the "?" or "&"
    const char *key;  ///< the dashboard's word for the group
    const char *more;
};
constexpr std::array<Form, 2> kForms{{
    {model::Owner::Kind::User, "686d18d5ac6c441c867cbf6771e58a0a", "https://dash.cloudflare.com/profile/api-tokens?",
     "api_tokens", "&accountId=*&zoneId=all"},
    {model::Owner::Kind::Account, "5bc3f8b21c554832afc660159ab75fa4",
     "https://dash.cloudflare.com/?to=/:account/api-tokens&", "account_api_tokens", ""},
}};
constexpr const char *kTokenName = "Token manager";

} // namespace

bool managesTokens(const QString &groupId, const QString &groupName)
{
    if (std::any_of(kForms.begin(), kForms.end(),
                    [&](const Form &form) { return groupId == QLatin1StringView(form.groupId); }))
        return true;
    const GroupName name = splitName(groupName);
    return name.stem.contains("API Tokens"_L1, Qt::CaseInsensitive) && name.level != Level::Read;
}

QUrl tokenManagerForm(model::Owner::Kind kind)
{
    const auto form = std::find_if(kForms.begin(), kForms.end(), [&](const Form &f) { return f.kind == kind; });
    const QJsonArray keys{QJsonObject{{u"key"_s, QLatin1StringView(form->key)}, {u"type"_s, u"edit"_s}}};
    const QByteArray wanted = QJsonDocument(keys).toJson(QJsonDocument::Compact).toPercentEncoding();
    return QUrl::fromEncoded(form->page + QByteArray("permissionGroupKeys=") + wanted + form->more
                             + "&name=" + QByteArray(kTokenName).toPercentEncoding());
}

base::Error managesTokensRefusal(model::Owner::Kind kind, const QString &field)
{
    return {.code = base::Error::Code::PermissionDenied,
            .message = u"Cloudflare lets no token make a token that manages tokens. Make it in the dashboard: %1"_s.arg(
                tokenManagerForm(kind).toString(QUrl::FullyEncoded)),
            .field = field};
}

} // namespace tokensmith::catalog
