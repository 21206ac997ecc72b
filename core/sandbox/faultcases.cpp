// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/faultcases.h"

#include "core/sandbox/envelope.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

constexpr auto kHeaders = "Invalid request headers"_L1;
constexpr auto kSlower = "Please wait and consider throttling your request speed"_L1;
constexpr auto kBanned = "Access denied: the owner of this website has banned your access based on your browser"_L1;
constexpr auto kLimited = "You are being rate limited"_L1;
constexpr auto kRoute =
    "Could not route to /client/v4/accounts/0/tokens, perhaps your object identifier is invalid?"_L1;

// clang-format off
constexpr auto kCases = std::to_array<FaultCase>({
    {"1000"_L1, 401, 1000, "Invalid API Token"_L1},
    {"1000-timeout"_L1, 400, 1000, "Upstream timeout"_L1},
    {"1000-internal"_L1, 500, 1000, "An internal error occurred"_L1},
    {"6003-6111"_L1, 400, 6003, kHeaders, 6111, "Invalid format for Authorization header"_L1},
    {"6003-6102"_L1, 400, 6003, kHeaders, 6102, "Invalid format for X-Auth-Email header"_L1},
    {"6003-6103"_L1, 400, 6003, kHeaders, 6103, "Invalid format for X-Auth-Key header"_L1},
    {"6003"_L1, 400, 6003, kHeaders},
    {"9103"_L1, 403, 9103, "Unknown X-Auth-Key or X-Auth-Email"_L1},
    {"9106"_L1, 400, 9106, "Authentication failed (status: 400)"_L1},
    {"9106-missing"_L1, 400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers"_L1},
    {"9109"_L1, 403, 9109, "Unauthorized to access requested resource"_L1},
    {"9109-invalid"_L1, 403, 9109, "Invalid access token"_L1},
    {"9109-location"_L1, 403, 9109, "Cannot use the access token from location: 203.0.113.77"_L1},
    {"9109-location6"_L1, 403, 9109, "Cannot use the access token from location: 2001:db8::77"_L1},
    {"10000"_L1, 403, 10000, "Authentication error"_L1},
    {"10000-401"_L1, 401, 10000, "Authentication error"_L1},
    {"10001"_L1, 403, 10001, "Unable to authenticate request"_L1},
    {"10001-method"_L1, 405, 10001, "Method not allowed for this token"_L1},
    {"10001-internal"_L1, 500, 10001, "internal error"_L1},
    {"1001-subtoken"_L1, 400, 1001, "sub-token is not allowed to have permissions to manage other tokens"_L1},
    {"1001-grant"_L1, 400, 1001,
     "Failed common permission check against resources. (Permission group: \"Billing Write\")"_L1},
    {"1001-quota"_L1, 400, 1001, "maximum number of tokens (50) reached"_L1},
    {"1001"_L1, 400, 1001, "permission group not found: 0123"_L1},
    {"1001-managed"_L1, 400, 1001, "This token is managed by Cloudflare and can't be deleted"_L1},
    {"1003"_L1, 404, 1003, "token not found"_L1},
    {"400"_L1, 400, 400, "name must have a length between 1 and 120"_L1},
    {"7000"_L1, 404, 7000, "No route for that URI"_L1},
    {"7003"_L1, 400, 7003, kRoute, 7000, "No route for that URI"_L1},
    {"7001"_L1, 405, 7001, "Method not available for that URI."_L1},
    {"971"_L1, 200, 971, kSlower},
    {"971-503"_L1, 503, 971, kSlower},
    {"429"_L1, 429, 10013, "More than 1200 requests per 300 seconds reached. Please wait and try again."_L1},
    {"1010"_L1, 403, 1010, kBanned},
    {"1010-html"_L1, 403, 1010, kBanned, 0, {}, FaultForm::HtmlPage},
    {"1010-edge"_L1, 403, 1010, kBanned, 0, {}, FaultForm::EdgeJson},
    {"1015"_L1, 429, 1015, kLimited},
    {"1015-html"_L1, 429, 1015, kLimited, 0, {}, FaultForm::HtmlPage},
    {"1015-text"_L1, 429, 1015, kLimited, 0, {}, FaultForm::PlainText},
    {"1015-edge"_L1, 429, 1015, kLimited, 0, {}, FaultForm::EdgeJson},
    {"1015-403"_L1, 403, 1015, kLimited, 0, {}, FaultForm::HtmlPage},
});
// clang-format on

http::HttpReply page(const FaultCase &fault)
{
    const QByteArray code = QByteArray::number(fault.code);
    return {.status = fault.status,
            .contentType = "text/html; charset=UTF-8",
            .body = "<!DOCTYPE html>\n<html><head><title>Access denied</title></head>\n<body><h1><span>Error</span> "
                    "<span>"
                    + code + "</span></h1><p>" + QByteArray(fault.message.data(), fault.message.size())
                    + "</p></body></html>\n"};
}

http::HttpReply edgeJson(const FaultCase &fault)
{
    const QJsonObject body{{u"title"_s, u"Error %1: %2"_s.arg(fault.code).arg(fault.message)},
                           {u"status"_s, fault.status},
                           {u"error_code"_s, fault.code},
                           {u"retryable"_s, fault.status == 429}};
    return {.status = fault.status,
            .contentType = "application/problem+json",
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace

std::span<const FaultCase> faultCases()
{
    return kCases;
}

const FaultCase *faultCase(QStringView name)
{
    const auto found = std::find_if(kCases.begin(), kCases.end(), [&](const FaultCase &c) { return c.name == name; });
    return found == kCases.end() ? nullptr : &*found;
}

http::HttpReply replyOf(const FaultCase &fault)
{
    switch (fault.form) {
    case FaultForm::Envelope: {
        ApiError error{.status = fault.status, .code = fault.code, .message = fault.message};
        if (fault.chainCode != 0)
            error.cause = {fault.chainCode, fault.chainMessage};
        return toReply(tl::unexpected(error));
    }
    case FaultForm::HtmlPage:
        return page(fault);
    case FaultForm::EdgeJson:
        return edgeJson(fault);
    case FaultForm::PlainText:
        return {.status = fault.status,
                .contentType = "text/plain; charset=UTF-8",
                .body = "error code: " + QByteArray::number(fault.code)};
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::sandbox
