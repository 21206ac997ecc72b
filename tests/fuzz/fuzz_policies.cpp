// SPDX-License-Identifier: GPL-3.0-or-later

// Cloudflare's tokens and policies, read, written and put into words. Input: JSON values, with commas between them.
#include "core/catalog/accesswords.h"
#include "core/catalog/policywords.h"
#include "core/model/json.h"
#include "core/model/policyjson.h"
#include "core/store/tokenlistencoder.h"
#include "core/tokens/findings.h"
#include "core/tokens/tokencompare.h"
#include "tests/fuzz/fuzzing.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

/** A text member that is not there says as much as an empty one, or null. */
QJsonValue withoutEmpty(const QJsonValue &value, QLatin1StringView member)
{
    QJsonObject json = value.toObject();
    const QJsonValue text = json.value(member);
    if (!value.isObject() || !(text.isNull() || text == QJsonValue(QString(u""_s))))
        return value;
    json.remove(member);
    return json;
}

/** What reading a policy may lose: nothing but that. */
QJsonValue normal(const QJsonValue &policy)
{
    if (!policy.isObject())
        return policy;
    QJsonObject json = withoutEmpty(policy, "id"_L1).toObject();
    QJsonArray groups;
    for (const QJsonValue &group : json.value("permission_groups"_L1).toArray())
        groups.append(withoutEmpty(group, "name"_L1));
    if (json.value("permission_groups"_L1).isArray())
        json.insert("permission_groups"_L1, groups);
    return json;
}

model::Policy checkPolicy(const QJsonValue &value)
{
    model::Policy policy = model::policyFromJson(value);
    const QJsonValue written = model::toJson(policy);
    require(normal(written) == normal(value), "a policy is written as it was read");
    const model::Policy again = model::policyFromJson(written);
    require(model::toJson(again) == written, "a written policy reads as itself");
    require(model::sameGrants({policy}, {again}), "a policy grants what its copy grants");
    require(policy.isReadable() || policy.resources.empty(), "an unreadable policy has no resources");
    const model::Policy asked = model::policyFromJson(model::toRequestJson(policy));
    require(model::sameGrants({policy}, {asked}), "a request asks for what the policy grants");
    return policy;
}

void checkWords(const std::vector<model::Policy> &policies)
{
    const QString odd = u"Acme\u202E\n\u2028<b>"_s + QChar(0xD800);
    const auto nameless = [](const QString &) { return QString(); };
    const std::array names{
        catalog::Names{}, catalog::Names{.account = nameless, .zone = nameless},
        catalog::Names{.account = [&](const QString &) { return odd; }, .zone = [&](const QString &) { return odd; }}};
    for (const catalog::Names &naming : names) {
        const QStringList sentences = catalog::policySentences(policies, naming);
        require(!sentences.isEmpty(), "policies are never without words");
        for (const QString &sentence : sentences)
            require(!sentence.isEmpty() && fuzz::isOneLine(sentence), "a sentence is one line");
        const std::vector<catalog::AccessPart> parts = catalog::accessParts(policies, naming);
        for (const catalog::AccessPart &part : parts)
            require(fuzz::isOneLine(part.where) && fuzz::isOneLine(part.what), "a part of the access is one line");
    }
    const QString summary = catalog::accessSummary(policies);
    require(!summary.isEmpty() && fuzz::isOneLine(summary), "the summary is one line");
}

/** No empty address list may ever be sent: it locks a token out everywhere. */
void checkNoEmptyList(const model::Token &token)
{
    const QJsonObject json = model::toJson(model::TokenSpec{.name = token.name,
                                                            .policies = token.policies,
                                                            .condition = token.condition,
                                                            .notBefore = token.notBefore,
                                                            .expiresOn = token.expiresOn});
    require(!json.contains("condition"_L1) || !json.value("condition"_L1).toObject().isEmpty(),
            "no empty condition is sent");
    const QJsonObject limit = json.value("condition"_L1).toObject().value("request_ip"_L1).toObject();
    for (const QLatin1StringView list : {"in"_L1, "not_in"_L1})
        require(limit.value(list) != QJsonValue(QJsonArray()), "no empty address list is sent");
}

void checkFindings(const model::Token &token)
{
    const tokens::FindingContext context{.now = QDateTime(QDate(2026, 11, 24), QTime(4, 0), Qt::UTC)};
    for (const model::Finding &finding : tokens::findingsOf(token, context)) {
        require(!finding.rule.isEmpty() && !finding.title.isEmpty(), "a finding has a rule and a title");
        require(fuzz::isOneLine(finding.title) && fuzz::isOneLine(finding.sentence), "a finding is one line");
    }
    static_cast<void>(model::effectiveStatus(token, context.now));
}

/** What the inventory keeps on disk is what it was given. */
void checkStored(const model::Token &token)
{
    store::TokenListEncoder encoder;
    encoder.add(std::array{token, token});
    const store::EncodedTokens encoded = encoder.finish();
    require(encoded.pieces.size() == 1, "two tokens fit into one piece");
    const auto stored = store::decodePiece(encoded.pieces.front(), token.owner);
    require(stored.has_value() && stored->size() == 2, "a piece can be read again");
    require(model::toJson(stored->back()) == model::toJson(token), "a stored token is the token");
}

void checkToken(const QJsonObject &json)
{
    const model::Token token = model::tokenFromJson(json, model::Owner::user());
    const QJsonObject written = model::toJson(token);
    const model::Token again = model::tokenFromJson(written, token.owner);
    require(model::toJson(again) == written, "a written token reads as itself");
    require(model::sameGrants(token.policies, again.policies), "a written token grants what it granted");
    require(tokens::sameCondition(token.condition, again.condition), "a written token keeps its addresses");
    require(tokens::sameTime(token.expiresOn, again.expiresOn), "a written token ends when it ended");
    checkNoEmptyList(token);
    checkFindings(token);
    checkStored(token);
}

void checkOthers(const QJsonObject &json)
{
    static_cast<void>(model::accountFromJson(json));
    static_cast<void>(model::zoneFromJson(json));
    const model::PermissionGroup group = model::permissionGroupFromJson(json);
    require(model::permissionGroupFromJson(model::toJson(group)) == group, "a written group reads as itself");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + fuzz::bytesFrom(data, size) + ']');
    if (!document.isArray())
        return -1;
    std::vector<model::Policy> policies;
    for (const QJsonValue &value : document.array()) {
        policies.push_back(checkPolicy(value));
        checkToken(value.toObject());
        checkOthers(value.toObject());
    }
    checkWords(policies);
    require(model::sameGrants(policies, policies), "policies grant what they grant");
    return 0;
}
