// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/refusals.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using Code = base::Error::Code;
using Effect = Meaning::Effect;

namespace {

/** What stands for %1 in a row's sentence. */
enum class Fill {
    Nothing,
    Said,    ///< Cloudflare's own sentence
    Address, ///< the IP address named in it
    Group,   ///< the permission group named in it
};

struct Row
{
    int code;
    int chained;                  ///< must stand in the error_chain; 0: any chain
    QLatin1StringView inSentence; ///< must occur in Cloudflare's sentence; empty: any
    Code meaning;
    const char16_t *message;
    Fill fill = Fill::Nothing;
    Effect effect = Effect::None;
};

constexpr auto kInvalidToken =
    u"Cloudflare does not accept the token: it is wrong, revoked, rolled or expired. Enter a "
    "valid one; an account's token is valid on its own account only.";
constexpr auto kFault = u"Cloudflare had an internal fault. Try again in a moment.";
constexpr auto kPause = u"Cloudflare asks for a pause: too many requests. Try again in a moment.";
constexpr auto kTokenForm = u"The token is malformed: check it for blanks, quotes, line breaks or a missing part, and "
                            "that it is an API token.";
constexpr auto kHeaders = u"Cloudflare can't read the request's headers. Check that the token is whole and holds no "
                          "blanks or quotes.";
constexpr auto kKey = u"Cloudflare knows no such API key or e-mail address. Tokensmith works with API tokens: connect "
                      "with one.";
constexpr auto kKeyForm = u"The API key or its e-mail address is malformed. Tokensmith works with API tokens: connect "
                          "with one.";
constexpr auto kNoCredential = u"No credential reached Cloudflare. Connect with a bootstrap token; a proxy on the way "
                               "may have removed it.";
constexpr auto kWrongKind = u"This kind of token can't be used there: what is about the user needs a user's token, not "
                            "an account's.";
constexpr auto kLocation = u"The token may not be used from %1: it is limited to other IP addresses. Use it from an "
                           "allowed one, or change its IP limit in the Cloudflare dashboard.";
constexpr auto kMissingRight = u"The bootstrap token may not do this: it lacks a permission for that user, account or "
                               "zone. Add the permission to it in the Cloudflare dashboard, or choose others.";
constexpr auto kNotThatWay =
    u"Cloudflare does not let this token act in that way. Use the dashboard, or a token of the "
    "other kind.";
constexpr auto kNotChecked = u"Cloudflare could not check the token just now. Try again in a moment; if it stays so, "
                             "check the token.";
constexpr auto kSubToken = u"A token can't make or change one that manages tokens. Make that one in the Cloudflare "
                           "dashboard: https://dash.cloudflare.com/profile/api-tokens, for an account's token "
                           "https://dash.cloudflare.com/?to=/:account/api-tokens";
constexpr auto kNotGrantable = u"Cloudflare won't let this token grant %1 on the resources asked for. Leave it out, "
                               "choose fewer resources, or use a bootstrap token that has it.";
constexpr auto kQuota = u"Cloudflare's limit on the number of tokens is reached: \"%1\". Revoke tokens nobody needs, "
                        "then try again.";
constexpr auto kInvalid = u"Cloudflare refused the request: \"%1\". Correct that and try again.";
constexpr auto kGone = u"There is no such token (any more). List the tokens again to see which there are.";
constexpr auto kBotCheck =
    u"Cloudflare's bot check turned the request away before it reached the API. Try from another "
    "network, without a proxy or VPN.";
constexpr auto kNoRoute = u"Cloudflare has nothing at that address. Check the account and token ids, and the API "
                          "address if it was changed.";
constexpr auto kNoSuchId = u"Cloudflare knows no such account or token. Check the ids with list_accounts or "
                           "list_tokens.";
constexpr auto kOurDefect = u"Tokensmith asked in a way Cloudflare does not offer. That is a defect of Tokensmith: "
                            "report it with the cf-ray.";

// First match wins: of one code the rows with a text or a chain stand before the one without.
// clang-format off
constexpr std::array kRows{
    Row{1000, 0, "timeout"_L1, Code::Unavailable, kFault, Fill::Nothing, Effect::Unknown},
    Row{1000, 0, "timed out"_L1, Code::Unavailable, kFault, Fill::Nothing, Effect::Unknown},
    Row{1000, 0, "internal error"_L1, Code::Unavailable, kFault, Fill::Nothing, Effect::Unknown},
    Row{1000, 0, ""_L1, Code::Unauthenticated, kInvalidToken},
    Row{6003, 6111, ""_L1, Code::Unauthenticated, kTokenForm},
    Row{6003, 6102, ""_L1, Code::Unauthenticated, kKeyForm},
    Row{6003, 6103, ""_L1, Code::Unauthenticated, kKeyForm},
    Row{6003, 0, ""_L1, Code::Unauthenticated, kHeaders},
    Row{9103, 0, ""_L1, Code::Unauthenticated, kKey},
    Row{9106, 0, "missing"_L1, Code::Unauthenticated, kNoCredential},
    Row{9106, 0, ""_L1, Code::PermissionDenied, kWrongKind},
    Row{9109, 0, "location"_L1, Code::PermissionDenied, kLocation, Fill::Address},
    Row{9109, 0, "invalid access token"_L1, Code::Unauthenticated, kInvalidToken},
    Row{9109, 0, ""_L1, Code::PermissionDenied, kMissingRight},
    Row{10000, 0, ""_L1, Code::PermissionDenied, kMissingRight},
    Row{10001, 0, "not allowed"_L1, Code::PermissionDenied, kNotThatWay},
    Row{10001, 0, "internal error"_L1, Code::Unavailable, kFault, Fill::Nothing, Effect::Unknown},
    Row{10001, 0, ""_L1, Code::Unavailable, kNotChecked},
    Row{1001, 0, "sub-token"_L1, Code::PermissionDenied, kSubToken},
    Row{1001, 0, "failed common permission check"_L1, Code::PermissionDenied, kNotGrantable, Fill::Group},
    Row{1001, 0, "maximum"_L1, Code::QuotaExceeded, kQuota, Fill::Said},
    Row{1001, 0, ""_L1, Code::InvalidArgument, kInvalid, Fill::Said},
    Row{1003, 0, ""_L1, Code::NotFound, kGone},
    Row{1010, 0, ""_L1, Code::PermissionDenied, kBotCheck},
    Row{1015, 0, ""_L1, Code::RateLimited, kPause},
    Row{971, 0, ""_L1, Code::RateLimited, kPause},
    Row{7000, 0, ""_L1, Code::NotFound, kNoRoute},
    Row{7003, 0, ""_L1, Code::NotFound, kNoSuchId},
    Row{7001, 0, ""_L1, Code::Internal, kOurDefect},
};
// clang-format on

const Row *rowFor(const Refusal &refusal)
{
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row &r) {
        return refusal.code == r.code && (r.chained == 0 || refusal.chain.contains(r.chained))
               && refusal.said.contains(r.inSentence, Qt::CaseInsensitive);
    });
    return row == kRows.end() ? nullptr : &*row;
}

QString captured(const QString &pattern, const QString &said, const QString &otherwise)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = expression.match(said);
    return match.hasMatch() ? match.captured(1) : otherwise;
}

QString filling(Fill fill, const QString &said)
{
    switch (fill) {
    case Fill::Nothing:
        return {};
    case Fill::Said:
        return said.isEmpty() ? u"no reason given"_s : said;
    case Fill::Address:
        return captured(uR"(location:\s*\[?([0-9a-f:.]*[0-9a-f]))"_s, said, u"this address"_s);
    case Fill::Group: {
        // A name may hold quotes or brackets of its own: it ends where the sentence does.
        const QString name = captured(uR"re(permission group:\s*"?(.+?)"?\s*\)?\.?\s*$)re"_s, said, {});
        return name.isEmpty() ? u"one of the permissions"_s : u'"' + name + u'"';
    }
    }
    Q_UNREACHABLE();
}

Code codeForStatus(int status)
{
    if (status == 401)
        return Code::Unauthenticated;
    if (status == 403)
        return Code::PermissionDenied;
    if (status == 404)
        return Code::NotFound;
    if (status >= 500)
        return Code::Unavailable;
    return status >= 400 ? Code::InvalidArgument : Code::ProtocolError;
}

} // namespace

bool isKnown(const Refusal &refusal)
{
    return rowFor(refusal) != nullptr;
}

Meaning meaningOf(const Refusal &refusal, int httpStatus)
{
    if (httpStatus == 429)
        return {.code = Code::RateLimited, .message = QString::fromUtf16(kPause)};
    if (const Row *row = rowFor(refusal)) {
        QString message = QString::fromUtf16(row->message);
        if (row->fill != Fill::Nothing)
            message = message.arg(filling(row->fill, refusal.said));
        return {.code = row->meaning, .message = std::move(message), .effect = row->effect};
    }
    // A code below 1000 is an HTTP status put into the envelope, e.g. 400 for a name that is too long.
    const bool isStatus = httpStatus < 400 && refusal.code >= 400 && refusal.code < 600;
    const Code code = codeForStatus(isStatus ? refusal.code : httpStatus);
    if (refusal.said.isEmpty())
        return {.code = code,
                .message = u"Cloudflare refused the request (HTTP %1) and gave no reason."_s.arg(httpStatus)};
    const QString next = code == Code::InvalidArgument ? u" Correct that and try again."_s : QString();
    return {.code = code, .message = u"Cloudflare refused the request: \"%1\"."_s.arg(refusal.said) + next};
}

} // namespace tokensmith::cloudflare
