// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/dashboardlink.h"

#include "core/catalog/dashboardform.h"

#include <QCoreApplication>
#include <QDesktopServices>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr auto kTokenName = "Tokensmith bootstrap"_L1;
constexpr std::array kHosts{"dash.cloudflare.com"_L1, "developers.cloudflare.com"_L1};

QString translated(const char *text)
{
    return QCoreApplication::translate("DashboardLink", text);
}

} // namespace

QUrl bootstrapTokenForm(model::Owner::Kind owner)
{
    return catalog::dashboardForm(
        owner, {catalog::editTokens(owner), {"account_settings"_L1, "read"_L1}, {"zone"_L1, "read"_L1}}, kTokenName);
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
