// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/faults.h"

#include "core/sandbox/envelope.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

struct KindRow
{
    QLatin1StringView word;
    FaultAction action;
    FaultPhase phase;
    int status;
};
constexpr auto kKinds = std::to_array<KindRow>({
    {"status"_L1, FaultAction::Status, FaultPhase::BeforeEffect, 503},
    {"html"_L1, FaultAction::HtmlPage, FaultPhase::BeforeEffect, 502},
    {"truncate"_L1, FaultAction::Truncate, FaultPhase::AfterEffect, 200},
    {"drop-before"_L1, FaultAction::Drop, FaultPhase::BeforeEffect, 0},
    {"drop-after"_L1, FaultAction::Drop, FaultPhase::AfterEffect, 0},
    {"throttle"_L1, FaultAction::Throttle, FaultPhase::BeforeEffect, 200},
    {"revoke-bootstrap"_L1, FaultAction::RevokeBootstrap, FaultPhase::BeforeEffect, 0},
});
constexpr auto kMembers =
    std::to_array<QLatin1StringView>({"kind"_L1, "name"_L1, "status"_L1, "code"_L1, "message"_L1, "retryAfter"_L1,
                                      "latencyMs"_L1, "after"_L1, "method"_L1, "path"_L1, "times"_L1});

base::Error wrong(const QString &field, const QString &accepted)
{
    return {.code = base::Error::Code::InvalidArgument,
            .message = u"\"%1\" must be %2."_s.arg(field, accepted),
            .field = field};
}

std::optional<base::Error> unknownMember(const QJsonObject &json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (std::find(kMembers.begin(), kMembers.end(), it.key()) == kMembers.end())
            return base::Error{.code = base::Error::Code::InvalidArgument,
                               .message = u"\"%1\" is not a member of a fault."_s.arg(it.key()),
                               .field = it.key()};
    }
    return std::nullopt;
}

struct NumberRow
{
    QLatin1StringView name;
    int least;
    int most;
};
constexpr auto kNumbers = std::to_array<NumberRow>({{"status"_L1, 200, 599},
                                                    {"code"_L1, 1, 99999},
                                                    {"retryAfter"_L1, 0, 86400},
                                                    {"latencyMs"_L1, 0, 600000},
                                                    {"times"_L1, 1, 1000000}});

std::optional<base::Error> wrongNumber(const QJsonObject &json)
{
    for (const NumberRow &row : kNumbers) {
        const QJsonValue value = json.value(row.name);
        const int number = value.toInt(-1);
        if (!value.isUndefined() && (number < row.least || number > row.most))
            return wrong(row.name, u"a number from %1 to %2"_s.arg(row.least).arg(row.most));
    }
    return std::nullopt;
}

QRegularExpression pathPattern(const QString &wildcard)
{
    const QString escaped = QRegularExpression::escape(wildcard).replace("\\*"_L1, "[^/]+"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(wildcard.isEmpty() ? u".*"_s : escaped));
}

http::HttpReply htmlPage(int status)
{
    const QByteArray number = QByteArray::number(status);
    return {.status = status,
            .contentType = "text/html; charset=UTF-8",
            .body = "<!DOCTYPE html>\n<html><head><title>Error " + number + "</title></head>\n<body><h1>Error " + number
                    + "</h1><p>The simulated edge could not reach the origin.</p></body></html>\n"};
}

ApiError statusError(const Fault &fault)
{
    ApiError error = refusal(Refusal::Throttled);
    if (fault.status != 429)
        error = {.code = 10001, .message = u"internal error"_s};
    error.status = fault.status;
    if (fault.code != 0)
        error.code = fault.code;
    if (!fault.message.isEmpty())
        error.message = fault.message;
    return error;
}

base::Result<Fault> namedFault(const QJsonObject &json)
{
    const QString name = json.value("name"_L1).toString();
    const FaultCase *found = faultCase(name);
    if (found == nullptr || json.contains("kind"_L1) || json.contains("status"_L1))
        return base::fail(wrong(u"name"_s, u"that of a known refusal, e.g. \"9109-location\", without kind and "
                                           "status"_s));
    return Fault{.action = FaultAction::Named,
                 .phase = json.value("after"_L1).toBool() ? FaultPhase::AfterEffect : FaultPhase::BeforeEffect,
                 .named = found};
}

/** What the fault does and when; the rest is the same for all kinds. */
base::Result<Fault> kindFrom(const QJsonObject &json)
{
    if (json.contains("name"_L1))
        return namedFault(json);
    if (!json.contains("kind"_L1) && !json.contains("status"_L1)) {
        if (!json.contains("latencyMs"_L1))
            return base::fail(wrong(u"kind"_s, u"given, or else name, status or latencyMs"_s));
        return Fault{};
    }
    const QString word = json.value("kind"_L1).toString(u"status"_s);
    const auto row = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRow &kind) { return kind.word == word; });
    if (row == kKinds.end())
        return base::fail(wrong(u"kind"_s, u"one of status, html, truncate, drop-before, drop-after, throttle, "
                                           "revoke-bootstrap"_s));
    return Fault{.action = row->action,
                 .phase = json.value("after"_L1).toBool() ? FaultPhase::AfterEffect : row->phase,
                 .status = json.value("status"_L1).toInt(row->status)};
}

} // namespace

http::HttpReply faultyReply(const Fault &fault, const http::HttpReply &real)
{
    http::HttpReply reply = real;
    switch (fault.action) {
    case FaultAction::None:
    case FaultAction::RevokeBootstrap:
        return reply;
    case FaultAction::Truncate:
        reply.body.truncate(reply.body.size() / 2);
        return reply;
    case FaultAction::Drop:
        reply.connection = http::HttpReply::Connection::Drop;
        return reply;
    case FaultAction::Status:
        reply = toReply(tl::unexpected(statusError(fault)));
        break;
    case FaultAction::Named:
        reply = replyOf(*fault.named);
        break;
    case FaultAction::HtmlPage:
        reply = htmlPage(fault.status);
        break;
    case FaultAction::Throttle: {
        ApiError error = refusal(Refusal::Throttled);
        error.status = 200;
        reply = toReply(tl::unexpected(error));
        break;
    }
    }
    reply.headers = real.headers;
    if (fault.retryAfter > 0)
        reply.headers.append({"Retry-After", QByteArray::number(fault.retryAfter)});
    return reply;
}

base::Result<base::Done> FaultBoard::add(const QJsonObject &json)
{
    if (auto error = unknownMember(json))
        return base::fail(*error);
    if (auto error = wrongNumber(json))
        return base::fail(*error);
    base::Result<Fault> kind = kindFrom(json);
    if (!kind)
        return base::fail(kind.error());
    Fault fault = *std::move(kind);
    fault.source = json;
    fault.latency = std::chrono::milliseconds(json.value("latencyMs"_L1).toInt());
    fault.code = json.value("code"_L1).toInt();
    fault.message = json.value("message"_L1).toString();
    fault.retryAfter = json.value("retryAfter"_L1).toInt();
    fault.method = json.value("method"_L1).toString().toUpper();
    fault.path = pathPattern(json.value("path"_L1).toString());
    fault.times = json.value("times"_L1).toInt(-1);
    m_faults.append(fault);
    return base::Done{};
}

QJsonArray FaultBoard::toJson() const
{
    QJsonArray list;
    for (const Fault &fault : m_faults) {
        QJsonObject json = fault.source;
        if (fault.times > 0)
            json.insert(u"times"_s, fault.times);
        list.append(json);
    }
    return list;
}

FaultBoard::Plan FaultBoard::take(const QByteArray &method, const QString &path)
{
    Plan plan;
    for (Fault &fault : m_faults) {
        const bool fits =
            (fault.method.isEmpty() || fault.method.toLatin1() == method) && fault.path.match(path).hasMatch();
        const bool second = fault.action != FaultAction::None && plan.fault.action != FaultAction::None;
        if (!fits || second || fault.times == 0)
            continue;
        plan.latency += fault.latency;
        if (fault.action != FaultAction::None)
            plan.fault = fault;
        if (fault.times > 0)
            --fault.times;
    }
    m_faults.removeIf([](const Fault &fault) { return fault.times == 0; });
    return plan;
}

} // namespace tokensmith::sandbox
