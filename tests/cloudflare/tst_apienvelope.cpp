// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apienvelope.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using Code = base::Error::Code;

Q_DECLARE_METATYPE(tokensmith::base::Error::Code)

namespace {

cloudflare::HttpAnswer refusal(int status, int code, const char *message)
{
    return {.status = status,
            .body = QStringLiteral(R"({"success":false,"errors":[{"code":%1,"message":"%2"}],"result":null})")
                        .arg(code)
                        .arg(QString::fromUtf8(message))
                        .toUtf8(),
            .headers = {{"CF-Ray", "8f00ba4-AMS"}}};
}

} // namespace

class ApiEnvelopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void keepsTheContext();
    void successDecides();
    void messagesAreNotErrors();
    void notAnEnvelope_data();
    void notAnEnvelope();
    void aChangeMayHaveWorked_data();
    void aChangeMayHaveWorked();
    void cutOffJsonIsNotQuoted();
};

void ApiEnvelopeTest::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Code>("expected");
    const auto row = [](const char *name, int status, int code, const char *message, Code expected) {
        QTest::newRow(name) << status << code << QByteArray(message) << expected;
    };
    row("invalid token", 401, 1000, "Invalid API Token", Code::Unauthenticated);
    row("1000 as a fault", 500, 1000, "internal error", Code::Unavailable);
    row("1000 as a time-out", 400, 1000, "request timeout", Code::Unavailable);
    row("malformed header", 400, 6003, "Invalid request headers", Code::Unauthenticated);
    row("9109 invalid", 403, 9109, "Invalid access token", Code::Unauthenticated);
    row("9109 location", 403, 9109, "Cannot use the access token from location: 192.0.2.1", Code::PermissionDenied);
    row("9109 right", 403, 9109, "Unauthorized to access requested resource", Code::PermissionDenied);
    row("memberships", 400, 9106, "Authentication failed", Code::PermissionDenied);
    row("missing right", 403, 10000, "Authentication error", Code::PermissionDenied);
    row("can't check", 400, 10001, "Unable to authenticate request", Code::Unavailable);
    row("edge rate limit", 403, 1015, "You are being rate limited", Code::RateLimited);
    row("sub-token", 400, 1001, "sub-token is not allowed to have permissions to manage other tokens",
        Code::PermissionDenied);
    row("not grantable", 400, 1001, "Failed common permission check against resources. (Permission group: X)",
        Code::PermissionDenied);
    row("other 1001", 400, 1001, "permission group not found", Code::InvalidArgument);
    row("gone", 404, 1003, "token not found", Code::NotFound);
    row("bad name", 400, 400, "name must have a length between 1 and 120", Code::InvalidArgument);
    row("no such id", 404, 7003, "Could not route", Code::NotFound);
    row("slow down, called fine", 200, 971, "Please wait and consider throttling", Code::RateLimited);
    row("rate limit", 429, 10000, "slow down", Code::RateLimited);
    row("a new code, 403", 403, 4242, "no", Code::PermissionDenied);
    row("a new code, 500", 503, 4242, "no", Code::Unavailable);
}

void ApiEnvelopeTest::errors()
{
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(QByteArray, message);
    QFETCH(Code, expected);
    const auto result = cloudflare::openEnvelope(refusal(status, code, message.constData()));
    QVERIFY(!result);
    QCOMPARE(base::codeName(result.error().code), base::codeName(expected));
    QCOMPARE(result.error().cloudflareCode, code);
    QVERIFY(!result.error().message.isEmpty());
}

void ApiEnvelopeTest::keepsTheContext()
{
    cloudflare::HttpAnswer answer = refusal(403, 9109, "Cannot use the access token from location: 192.0.2.1");
    answer.headers.emplaceBack("Retry-After", "7");
    const base::Error error = cloudflare::openEnvelope(answer).error();
    QCOMPARE(error.httpStatus, 403);
    QCOMPARE(error.cfRay, u"8f00ba4-AMS"_s);
    QCOMPARE(error.retryAfter->count(), 7);
    QVERIFY(error.message.contains("192.0.2.1"_L1)); // the address is what one must know
    QVERIFY(error.detail.contains("(9109)"_L1));
}

void ApiEnvelopeTest::successDecides()
{
    QVERIFY(!cloudflare::openEnvelope({.status = 200, .body = R"({"success":false,"errors":[]})"}));
    QVERIFY(cloudflare::openEnvelope({.status = 200, .body = R"({"success":true,"result":{}})"}));
}

void ApiEnvelopeTest::messagesAreNotErrors()
{
    const auto result = cloudflare::openEnvelope(
        {.status = 200,
         .body =
             R"({"success":true,"errors":[],"messages":[{"code":10000,"message":"This API Token is valid"}],"result":1})"});
    QVERIFY(result);
    QCOMPARE(result->result.toInt(), 1);
}

void ApiEnvelopeTest::notAnEnvelope_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Code>("expected");
    QTest::newRow("edge page") << 502 << QByteArray("<html><h1>Bad gateway</h1></html>") << Code::Unavailable;
    QTest::newRow("edge rate limit") << 429 << QByteArray("error code: 1015") << Code::RateLimited;
    QTest::newRow("bot check") << 403 << QByteArray("<html>1010</html>") << Code::PermissionDenied;
    QTest::newRow("cut off") << 200 << QByteArray(R"({"success":true,"result":[{"id":"0)") << Code::ProtocolError;
    QTest::newRow("empty") << 200 << QByteArray() << Code::ProtocolError;
    QTest::newRow("an array") << 200 << QByteArray("[]") << Code::ProtocolError;
    QTest::newRow("no success") << 200 << QByteArray("{}") << Code::ProtocolError;
}

void ApiEnvelopeTest::notAnEnvelope()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Code, expected);
    const auto result = cloudflare::openEnvelope({.status = status, .body = body});
    QVERIFY(!result);
    QCOMPARE(base::codeName(result.error().code), base::codeName(expected));
}

void ApiEnvelopeTest::aChangeMayHaveWorked_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Code>("expected");
    const QByteArray fault = refusal(500, 4242, "no").body;
    QTest::newRow("edge page") << 502 << QByteArray("<html>Bad gateway</html>") << Code::OutcomeUnknown;
    QTest::newRow("fault") << 500 << fault << Code::OutcomeUnknown;
    QTest::newRow("cut off") << 200 << QByteArray(R"({"success":true,"result":{"id)") << Code::OutcomeUnknown;
    QTest::newRow("empty") << 200 << QByteArray() << Code::OutcomeUnknown;
    QTest::newRow("can't check") << 400 << refusal(400, 10001, "no").body << Code::Unavailable;
    QTest::newRow("refused") << 400 << refusal(400, 1001, "no").body << Code::InvalidArgument;
    QTest::newRow("rate limit") << 429 << QByteArray("error code: 1015") << Code::RateLimited;
    QTest::newRow("bot check") << 403 << QByteArray("<html>1010</html>") << Code::PermissionDenied;
}

void ApiEnvelopeTest::aChangeMayHaveWorked()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Code, expected);
    const auto result = cloudflare::openEnvelope({.status = status, .body = body}, cloudflare::HttpCall::Method::Post);
    QVERIFY(!result);
    QCOMPARE(base::codeName(result.error().code), base::codeName(expected));
    QCOMPARE(result.error().httpStatus, status);
}

void ApiEnvelopeTest::cutOffJsonIsNotQuoted()
{
    const QByteArray secret = "cfut_" + QByteArray(48, 's');
    const QByteArray cutOff = R"( {"success":true,"result":{"value":")" + secret;
    for (const int status : {200, 502}) {
        const base::Error error = cloudflare::openEnvelope({.status = status, .body = cutOff}).error();
        QVERIFY2(!error.detail.contains("ssss"_L1), qPrintable(error.detail));
        QVERIFY(!error.message.contains("ssss"_L1));
        QVERIFY(!error.detail.isEmpty());
    }
    const base::Error page = cloudflare::openEnvelope({.status = 502, .body = "<h1>Bad gateway</h1>"}).error();
    QVERIFY(page.detail.contains("Bad gateway"_L1));
}

QTEST_GUILESS_MAIN(ApiEnvelopeTest)
#include "tst_apienvelope.moc"
