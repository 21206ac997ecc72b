// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/dashboardlink.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr auto kTokenName = "Tokensmith bootstrap"_L1;
constexpr std::array kHosts{"dash.cloudflare.com"_L1, "developers.cloudflare.com"_L1};

struct Permission
{
    QLatin1StringView key;
    QLatin1StringView type;
};

QByteArray permissionKeys(const Permission &tokens)
{
    QJsonArray keys;
    for (const auto &[key, type] : {tokens, {"account_settings"_L1, "read"_L1}, {"zone"_L1, "read"_L1}})
        keys.append(QJsonObject{{u"key"_s, QString(key)}, {u"type"_s, QString(type)}});
    return QJsonDocument(keys).toJson(QJsonDocument::Compact).toPercentEncoding();
}

QString translated(const char *text)
{
    return QCoreApplication::translate("DashboardLink", text);
}

} // namespace

QUrl bootstrapTokenForm(model::Owner::Kind owner)
{
    const QByteArray name = "&name=" + QString(kTokenName).toUtf8().toPercentEncoding();
    switch (owner) {
    case model::Owner::Kind::User:
        return QUrl::fromEncoded("https://dash.cloudflare.com/profile/api-tokens?permissionGroupKeys="
                                 + permissionKeys({"api_tokens"_L1, "edit"_L1}) + "&accountId=*&zoneId=all" + name);
    case model::Owner::Kind::Account: // the dashboard asks which account before it fills ":account" in
        return QUrl::fromEncoded("https://dash.cloudflare.com/?to=/:account/api-tokens&permissionGroupKeys="
                                 + permissionKeys({"account_api_tokens"_L1, "edit"_L1}) + name);
    }
    Q_UNREACHABLE();
}

bool isOpenable(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && url.userInfo().isEmpty() && url.port() == -1
           && std::any_of(kHosts.begin(), kHosts.end(), [&url](QLatin1StringView host) { return url.host() == host; });
}

base::Result<base::Done> openInBrowser(const QUrl &url)
{
    if (!isOpenable(url)) {
        return base::fail({.code = base::Error::Code::InvalidArgument,
                           .message = translated("Only https links to Cloudflare's own pages are opened.")});
    }
    if (!QDesktopServices::openUrl(url)) {
        return base::fail({.code = base::Error::Code::Unavailable,
                           .message = translated("No browser could be opened. Copy the link and open it yourself.")});
    }
    return base::Done{};
}

} // namespace tokensmith::ui
