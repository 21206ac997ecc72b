// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/authentication.h"

#include "core/sandbox/addressrange.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

Checked<QByteArray> bearerSecret(const http::HttpRequest &request)
{
    static const QRegularExpression kForm(u"^[Bb]earer ([A-Za-z0-9._~+/-]{20,200}=*)$"_s);
    const QByteArray header = request.header("Authorization");
    if (header.isNull()) {
        const bool hasKey = !request.header("X-Auth-Key").isNull() || !request.header("X-Auth-Email").isNull();
        return tl::unexpected(refusal(hasKey ? Refusal::UnknownKey : Refusal::NoCredential));
    }
    const auto match = kForm.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return tl::unexpected(refusal(Refusal::MalformedAuthorization));
    return match.captured(1).toLatin1();
}

QHostAddress clientAddress(const http::HttpRequest &request)
{
    const QByteArray given = request.header("X-Sandbox-Client-IP");
    return given.isEmpty() ? request.peer : QHostAddress(QString::fromLatin1(given));
}

} // namespace

Checked<const SandboxToken *> authenticate(const SandboxWorld &world, const http::HttpRequest &request, Right right)
{
    const auto secret = bearerSecret(request);
    if (!secret)
        return tl::unexpected(secret.error());
    const SandboxToken *token = world.tokenBySecret(*secret);
    if (token == nullptr || !token->isUsable(world.now()))
        return tl::unexpected(refusal(right == Right::Verify ? Refusal::InvalidToken : Refusal::InvalidAccessToken));
    if (right != Right::Verify && token->condition) {
        const QHostAddress address = clientAddress(request);
        if (!admits(*token->condition, address))
            return tl::unexpected(
                ApiError{.status = 403,
                         .code = 9109,
                         .message = "Cannot use the access token from location: "_L1 + address.toString()});
    }
    return token;
}

} // namespace tokensmith::sandbox
