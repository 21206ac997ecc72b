// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include "core/catalog/accesswords.h"
#include "core/model/json.h"
#include "core/tokens/export/notation.h"

#include <QStringList>

namespace tokensmith::exports {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kHeader = "name,token_id,owner,owner_kind,account_id,status,issued_on,modified_on,last_used_on,"
                         "not_before,expires_on,access,ip_in,ip_not_in,findings\r\n";

QString moment(const std::optional<QDateTime> &time)
{
    return time ? model::timeToText(*time) : QString();
}

QByteArray line(const model::Token &token, const Content &content)
{
    QStringList rules;
    for (const model::Finding &finding : tokens::findingsOf(token, content.findings))
        rules += finding.rule;
    const bool ofUser = token.owner.kind == model::Owner::Kind::User;
    const QStringList texts{token.name,
                            token.id,
                            ownerText(token, content),
                            ofUser ? u"user"_s : u"account"_s,
                            token.owner.accountId,
                            statusText(token, content),
                            moment(token.issuedOn),
                            moment(token.modifiedOn),
                            moment(token.lastUsedOn),
                            moment(token.notBefore),
                            moment(token.expiresOn),
                            catalog::accessSummary(token.policies),
                            token.condition.in.join(u' '),
                            token.condition.notIn.join(u' '),
                            rules.join(u' ')};
    return base::csvLine(texts);
}

} // namespace

Notation csvNotation()
{
    return {.open = [](const Content &) { return QByteArray(kHeader); }, .item = line};
}

} // namespace tokensmith::exports
