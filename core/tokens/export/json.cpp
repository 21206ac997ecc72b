// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include "core/catalog/accesswords.h"
#include "core/tokens/export/notation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokensmith::exports {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray opening(const Content &content)
{
    const QByteArray time = model::timeToText(content.findings.now).toUtf8();
    return "{\"exported_at\":\"" + time + "\",\"tokens\":[\n";
}

QByteArray tokenLine(const model::Token &token, const Content &content)
{
    QJsonArray findings;
    for (const model::Finding &finding : tokens::findingsOf(token, content.findings)) {
        findings.append(QJsonObject{{u"rule"_s, finding.rule},
                                    {u"severity"_s, tokens::severityName(finding.severity)},
                                    {u"title"_s, finding.title}});
    }
    const bool ofUser = token.owner.kind == model::Owner::Kind::User;
    QJsonObject json = model::toJson(token);
    json.remove("value"_L1);
    json.insert(u"tokensmith"_s, QJsonObject{{u"owner"_s, ownerText(token, content)},
                                             {u"owner_kind"_s, ofUser ? u"user"_s : u"account"_s},
                                             {u"account_id"_s, token.owner.accountId},
                                             {u"status"_s, statusText(token, content)},
                                             {u"access"_s, catalog::accessSummary(token.policies)},
                                             {u"findings"_s, findings}});
    return compact(json);
}

} // namespace

Notation jsonNotation()
{
    return {.open = opening, .item = tokenLine, .between = ",\n", .close = "\n]}\n"};
}

} // namespace tokensmith::exports
