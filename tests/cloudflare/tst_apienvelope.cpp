// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apienvelope.h"

#include <QRandomGenerator>
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
    void theChainTellsApart_data();
    void theChainTellsApart();
    void theTellingErrorIsChosen();
    void namesWhatIsAtFault_data();
    void namesWhatIsAtFault();
    void faultsInsideLeaveTheOutcomeOpen_data();
    void faultsInsideLeaveTheOutcomeOpen();
    void theEdgesCodeIsRead_data();
    void theEdgesCodeIsRead();
    void anythingIsReadWithoutHarm();
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

void ApiEnvelopeTest::theChainTellsApart_data()
{
    QTest::addColumn<int>("chained");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("token") << 6111 << u"blanks, quotes"_s;
    QTest::newRow("e-mail") << 6102 << u"API key or its e-mail"_s;
    QTest::newRow("key") << 6103 << u"API key or its e-mail"_s;
    QTest::newRow("another") << 6999 << u"can't read the request's headers"_s;
}

void ApiEnvelopeTest::theChainTellsApart()
{
    QFETCH(int, chained);
    QFETCH(QString, sentence);
    const QByteArray body = R"({"success":false,"errors":[{"code":6003,"message":"Invalid request headers",)"
                            R"("error_chain":[{"code":1,"message":"x"},{"code":)"
                            + QByteArray::number(chained) + R"(,"message":"Invalid format"}]}]})";
    const base::Error error = cloudflare::openEnvelope({.status = 400, .body = body}).error();
    QCOMPARE(error.code, Code::Unauthenticated);
    QVERIFY2(error.message.contains(sentence), qPrintable(error.message));
    QVERIFY2(error.detail.contains(u"Invalid format (%1)"_s.arg(chained)), qPrintable(error.detail));
}

void ApiEnvelopeTest::theTellingErrorIsChosen()
{
    const QByteArray body = R"({"success":false,"errors":[{"code":4711,"message":"see below"},)"
                            R"({"code":1003,"message":"token not found","source":{"pointer":"/id"}}]})";
    const base::Error error = cloudflare::openEnvelope({.status = 400, .body = body}).error();
    QCOMPARE(error.code, Code::NotFound);
    QCOMPARE(error.cloudflareCode, 1003);
    QCOMPARE(error.detail, u"see below (4711); token not found (1003) at /id"_s);
}

void ApiEnvelopeTest::namesWhatIsAtFault_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("named");
    const auto location = [](const char *name, const char *address) {
        QTest::newRow(name) << 9109 << "Cannot use the access token from location: " + QByteArray(address)
                            << u"used from "_s + QString::fromLatin1(address) + u':';
    };
    location("IPv4", "192.0.2.1");
    location("IPv6", "2001:db8::1:0");
    QTest::newRow("with a full stop") << 9109 << QByteArray("Cannot use the access token from location: 192.0.2.1.")
                                      << u"used from 192.0.2.1:"_s;
    QTest::newRow("no address") << 9109 << QByteArray("Cannot use the access token from location") << u"this address"_s;
    const auto grant = [](const char *name, const QByteArray &written, const char *group) {
        QTest::newRow(name) << 1001
                            << "Failed common permission check against resources. (Permission group: " + written + ")"
                            << u"grant \""_s + QString::fromLatin1(group) + u"\" on"_s;
    };
    grant("quoted", R"(\"DNS Write\")", "DNS Write");
    grant("bare", "DNS Write", "DNS Write");
    grant("brackets inside", R"(\"Logs (old) Write\")", "Logs (old) Write");
    grant("colon and comma", R"(\"Access: Organizations, Identity Providers, and Groups Write\")",
          "Access: Organizations, Identity Providers, and Groups Write");
    QTest::newRow("no group") << 1001 << QByteArray("Failed common permission check against resources.")
                              << u"one of the permissions"_s;
    QTest::newRow("a percent sign") << 1001 << QByteArray("bad %1 %2") << u"\"bad %1 %2\""_s;
}

void ApiEnvelopeTest::namesWhatIsAtFault()
{
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    QFETCH(QString, named);
    const base::Error error = cloudflare::openEnvelope(refusal(400, code, said.constData())).error();
    QVERIFY2(error.message.contains(named), qPrintable(error.message));
}

void ApiEnvelopeTest::faultsInsideLeaveTheOutcomeOpen_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("status");
    QTest::addColumn<Code>("expected");
    QTest::newRow("1000 internal") << 1000 << QByteArray("An internal error occurred") << 400 << Code::OutcomeUnknown;
    QTest::newRow("1000 timeout") << 1000 << QByteArray("Upstream timeout") << 401 << Code::OutcomeUnknown;
    QTest::newRow("10001 internal") << 10001 << QByteArray("internal error") << 403 << Code::OutcomeUnknown;
    QTest::newRow("10001 unchecked") << 10001 << QByteArray("Unable to authenticate") << 403 << Code::Unavailable;
    QTest::newRow("slow down, 503") << 971 << QByteArray("Please wait") << 503 << Code::RateLimited;
    QTest::newRow("a value, 200") << 400 << QByteArray("name must have a length") << 200 << Code::InvalidArgument;
}

void ApiEnvelopeTest::faultsInsideLeaveTheOutcomeOpen()
{
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    QFETCH(int, status);
    QFETCH(Code, expected);
    const auto opened =
        cloudflare::openEnvelope(refusal(status, code, said.constData()), cloudflare::HttpCall::Method::Put);
    QVERIFY(!opened);
    QCOMPARE(base::codeName(opened.error().code), base::codeName(expected));
    QCOMPARE(opened.error().cloudflareCode, code);
    QCOMPARE(opened.error().cfRay, u"8f00ba4-AMS"_s);
}

void ApiEnvelopeTest::theEdgesCodeIsRead_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("retryAfter");
    const auto row = [](const char *name, int status, const QByteArray &body, int code, int retryAfter = -1) {
        QTest::newRow(name) << status << body << code << retryAfter;
    };
    row("text", 429, "error code: 1015", 1015);
    row("heading", 403, "<html><h1>Error <span>1010</span></h1></html>", 1010);
    row("title", 403, "<html><title>Access denied | Error 1010</title></html>", 1010);
    row("JSON", 429, R"({"title":"Error 1015","status":429,"error_code":1015,"retry_after":30})", 1015, 30);
    row("a status is none", 502, "<html><h1>Error 502</h1></html>", 0);
    row("a year is none", 502, "<html>Bad gateway, copyright 1015</html>", 0);
    row("none in an answer that went well", 200, "error code: 1015", 0);
}

void ApiEnvelopeTest::theEdgesCodeIsRead()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(int, retryAfter);
    const base::Error error = cloudflare::openEnvelope({.status = status, .body = body}).error();
    QCOMPARE(error.cloudflareCode, code);
    QCOMPARE(error.retryAfter ? static_cast<int>(error.retryAfter->count()) : -1, retryAfter);
}

/** Pieces of answers in any order: always a value or a sentence, and never a secret in it. */
void ApiEnvelopeTest::anythingIsReadWithoutHarm()
{
    const QByteArrayList pieces{"{",
                                "}",
                                "[",
                                "]",
                                ",",
                                ":",
                                "\"success\"",
                                "false",
                                "true",
                                "null",
                                "\"errors\"",
                                "\"code\"",
                                "1001",
                                "9109",
                                "6003",
                                "-5",
                                "1e99",
                                "\"message\"",
                                "\"error_chain\"",
                                "\"result\"",
                                "\"value\"",
                                "\"cfut_secretsecretsecret\"",
                                "<html>",
                                "Error 1015",
                                "\xff",
                                "\"%1 %2\""};
    QRandomGenerator random(7);
    for (int round = 0; round < 4000; ++round) {
        QByteArray body = round % 2 == 0 ? QByteArray(R"({"success":false,"errors":[{)") : QByteArray();
        for (int i = random.bounded(14); i > 0; --i)
            body += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        body += round % 2 == 0 ? "}]}" : "";
        const int status = QList<int>{200, 400, 401, 403, 404, 429, 500}.at(random.bounded(7));
        const auto method = round % 3 == 0 ? cloudflare::HttpCall::Method::Post : cloudflare::HttpCall::Method::Get;
        const auto opened = cloudflare::openEnvelope({.status = status, .body = body}, method);
        if (opened)
            continue;
        QVERIFY2(!opened.error().message.isEmpty(), body.constData());
        const bool isMessage = body.contains("\"message\":\"cfut_"); // what Cloudflare says is shown
        QVERIFY2(isMessage || !body.startsWith('{') || !opened.error().detail.contains("cfut_"_L1), body.constData());
    }
}

QTEST_GUILESS_MAIN(ApiEnvelopeTest)
#include "tst_apienvelope.moc"
