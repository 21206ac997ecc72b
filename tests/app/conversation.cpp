// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/conversation.h"

#include "core/base/identifiers.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace tokensmith::test {

using namespace Qt::StringLiterals;

namespace {

const QString kNoSuchId = u"0123456789abcdef0123456789abcdef"_s;

QString withoutWhatVaries(QString text)
{
    static const std::array<std::pair<QRegularExpression, QString>, 7> signs{{
        {QRegularExpression(u"cf[ua]t_[A-Za-z0-9_-]+"_s), u"SECRET"_s},
        {QRegularExpression(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s), u"UUID"_s},
        {QRegularExpression(u"[0-9a-f]{32}"_s), u"ID"_s},
        {QRegularExpression(u"[0-9a-f]{16}-SBX"_s), u"RAY"_s},
        {QRegularExpression(u"[0-9a-f]{16}-\\d+"_s), u"CALL"_s},
        {QRegularExpression(u"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"_s), u"TIME"_s},
        {QRegularExpression(u"\\b\\d{1,2} \\w+ \\d{4}, \\d\\d:\\d\\d"_s), u"TIME"_s},
    }};
    for (const auto &[pattern, sign] : signs)
        text.replace(pattern, sign);
    return text;
}

QString idOfFirst(const QJsonObject &result, const QString &list)
{
    const QJsonArray all = result.value("structuredContent"_L1)[list].toArray();
    return all.first()["id"_L1].toString();
}

} // namespace

void Conversation::hold()
{
    start();
    listAll();
    readTools();
    changeTools();
    prompts();
    resources();
    mistakes();
    cloudflareFails();
    whileLocked();
}

QString Conversation::answerOf(const QString &step) const
{
    const auto found =
        std::find_if(m_answers.begin(), m_answers.end(), [&](const auto &one) { return one.first == step; });
    return found == m_answers.end() ? QString() : found->second;
}

void Conversation::start()
{
    m_cloudflare = std::make_unique<sandbox::SandboxServer>(sandbox::SandboxServer::Options{}, m_clock);
    m_key = base::randomKey(32);
    if (!m_cloudflare->listen(0))
        qFatal("the simulated Cloudflare does not listen");
    auto services = app::Services::create({.port = 0,
                                           .dataDir = m_data.path(),
                                           .apiBase = m_cloudflare->apiBase(),
                                           .bootstrapToken = m_cloudflare->bootstrapToken(),
                                           .mcpApiKey = base::Secret(m_key),
                                           .changesPerMinute = 1000});
    if (!services)
        qFatal("%s", qPrintable(services.error().message));
    m_services = *std::move(services);
    const base::Result<quint16> port = m_services->listen();
    if (!port)
        qFatal("%s", qPrintable(port.error().message));
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    (void)QCoro::waitFor(m_services->findBootstrapToken());
}

void Conversation::keep(const QString &step, const JsonReply &reply)
{
    const QByteArray text = QJsonDocument(reply.json).toJson(QJsonDocument::Compact);
    m_answers.append({step, withoutWhatVaries(u"%1 %2"_s.arg(reply.status).arg(QString::fromUtf8(text)))});
}

QJsonObject Conversation::rpc(const QString &step, const QString &method, const QJsonObject &params)
{
    const QJsonObject body{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, method}, {u"params"_s, params}};
    const JsonReply reply = m_client.post(m_mcp, body, headers());
    keep(step, reply);
    return reply.json.value("result"_L1).toObject();
}

QJsonObject Conversation::tool(const QString &name, const QJsonObject &arguments, const QString &step)
{
    m_used.append(u"tool "_s + name);
    return rpc(step.isEmpty() ? name : step, u"tools/call"_s, {{u"name"_s, name}, {u"arguments"_s, arguments}});
}

void Conversation::prompt(const QString &name, const QJsonObject &arguments, const QString &step)
{
    m_used.append(u"prompt "_s + name);
    rpc(step.isEmpty() ? u"prompt "_s + name : step, u"prompts/get"_s,
        {{u"name"_s, name}, {u"arguments"_s, arguments}});
}

void Conversation::resource(const QString &offer, const QString &uri, const QString &step)
{
    m_used.append(u"resource "_s + offer);
    rpc(step.isEmpty() ? u"resource "_s + offer : step, u"resources/read"_s, {{u"uri"_s, uri}});
}

void Conversation::raise(const QString &fault, const QString &method, const QString &path)
{
    const QUrl faults = m_cloudflare->apiBase().resolved(QUrl(u"/sandbox/faults"_s));
    const JsonReply raised =
        m_client.post(faults, {{u"name"_s, fault}, {u"method"_s, method}, {u"path"_s, path}, {u"times"_s, 1}}, {});
    if (raised.status != 200)
        qFatal("the fault %s is not known", qPrintable(fault));
}

void Conversation::listAll()
{
    const auto note = [this](const QString &kind, const QJsonObject &result, const QString &list,
                             const QString &member) {
        for (const QJsonValue one : result.value(list).toArray())
            m_offered.append(kind + u' ' + one[member].toString());
    };
    note(u"tool"_s, rpc(u"tools/list"_s, u"tools/list"_s), u"tools"_s, u"name"_s);
    note(u"prompt"_s, rpc(u"prompts/list"_s, u"prompts/list"_s), u"prompts"_s, u"name"_s);
    note(u"resource"_s, rpc(u"resources/list"_s, u"resources/list"_s), u"resources"_s, u"uri"_s);
    note(u"resource"_s, rpc(u"templates/list"_s, u"resources/templates/list"_s), u"resourceTemplates"_s,
         u"uriTemplate"_s);
    const QJsonObject client{{u"name"_s, u"test"_s}, {u"version"_s, u"1"_s}};
    rpc(u"initialize"_s, u"initialize"_s,
        {{u"protocolVersion"_s, u"2025-06-18"_s}, {u"capabilities"_s, QJsonObject()}, {u"clientInfo"_s, client}});
}

void Conversation::readTools()
{
    const QString account = idOfFirst(tool(u"list_accounts"_s), u"accounts"_s);
    tool(u"get_account"_s, {{u"accountId"_s, account}});
    tool(u"list_tokens"_s);
    QJsonArray zones;
    const QJsonObject listed = tool(u"list_zones"_s);
    for (const QJsonValue zone : listed.value("structuredContent"_L1)["zones"_L1].toArray())
        zones.append(zone["id"_L1]);
    tool(u"list_permission_groups"_s, {{u"filter"_s, u"DNS"_s}});
    tool(u"list_templates"_s);
    tool(u"get_template"_s, {{u"templateId"_s, u"dns_only"_s}});
    tool(u"audit_tokens"_s);
    tool(u"get_approval"_s, {{u"handle"_s, u"AbCdEfGhIjKlMnOpQrStUvWx"_s}});
    tool(u"verify_token"_s, {{u"token"_s, u"cfut_"_s + QString(48, u'x')}});
    tool(u"preview_token"_s, {{u"name"_s, u"shown"_s}, {u"template"_s, u"dns_only"_s}});
    tool(u"preview_token"_s, {{u"name"_s, u"shown"_s}, {u"template"_s, u"dns_only"_s}, {u"zoneIds"_s, zones}},
         u"preview_token of many zones"_s);
}

void Conversation::changeTools()
{
    const QJsonObject wanted{{u"name"_s, u"made"_s}, {u"template"_s, u"dns_only"_s}, {u"expiresIn"_s, u"30d"_s}};
    const auto created = tool(u"create_token"_s, wanted).value("structuredContent"_L1).toObject();
    const QJsonObject address{{u"tokenId"_s, created.value("id"_L1)}};
    tool(u"get_token"_s, address);
    tool(
        u"update_token"_s,
        {{u"tokenId"_s, created.value("id"_L1)}, {u"enabled"_s, false}, {u"ipAllow"_s, QJsonArray{u"192.0.2.0/24"_s}}});
    tool(u"roll_token"_s, address);
    const QJsonObject rotated = tool(u"rotate_token"_s, address).value("structuredContent"_L1).toObject();
    const QString fresh = rotated.value("newToken"_L1)["id"_L1].toString();
    tool(u"rotate_token"_s, {{u"tokenId"_s, fresh}, {u"revokeOld"_s, true}}, u"rotate_token for good"_s);
    tool(u"revoke_token"_s, address);
    tool(u"revoke_token"_s, {{u"tokenId"_s, kNoSuchId}}, u"revoke_token unknown"_s);
}

void Conversation::prompts()
{
    prompt(u"audit_tokens"_s, {});
    prompt(u"create_least_privilege_token"_s, {{u"purpose"_s, u"update DNS"_s}});
    prompt(u"rotate_expiring_tokens"_s, {{u"days"_s, u"7"_s}});
    prompt(u"audit_tokens"_s, {{u"account"_s, u"Umbrella"_s}}, u"prompt of an unknown account"_s);
    prompt(u"audit_tokens"_s, {{u"days"_s, u"many"_s}}, u"prompt without a number"_s);
}

void Conversation::resources()
{
    resource(u"tokensmith://templates"_s, u"tokensmith://templates"_s);
    resource(u"tokensmith://tokens"_s, u"tokensmith://tokens"_s);
    resource(u"tokensmith://permission-groups"_s, u"tokensmith://permission-groups"_s);
    for (const QString &family : m_offered.filter(u"{"_s)) {
        const QString offer = family.section(u' ', 1);
        QString uri = offer;
        uri.replace(QRegularExpression(u"\\{.*\\}"_s), offer.contains(u"{owner}"_s) ? u"user"_s : u"dns_only"_s);
        resource(offer, uri);
    }
    resource(u"tokensmith://templates"_s, u"tokensmith://nothing"_s, u"resource unknown"_s);
    resource(u"tokensmith://templates"_s, u"tokensmith://permission-groups/nobody"_s, u"resource of nobody"_s);
}

void Conversation::mistakes()
{
    tool(u"create_token"_s, {{u"name"_s, 5}}, u"arguments of the wrong kind"_s);
    tool(u"create_token"_s, {{u"name"_s, u"x"_s}}, u"arguments that don't do"_s);
    tool(u"list_tokens"_s, {{u"expiresWithin"_s, u"soon"_s}}, u"not a time"_s);
    tool(u"get_token"_s, {{u"tokenId"_s, kNoSuchId}}, u"unknown token"_s);
    tool(u"get_account"_s, {{u"accountId"_s, kNoSuchId}}, u"unknown account"_s);
    tool(u"no_such_tool"_s, {}, u"unknown tool"_s);
    rpc(u"unknown method"_s, u"no/such/method"_s);
    keep(u"not JSON"_s, m_client.postText(m_mcp, "{\"jsonrpc\": ", headers()));
    keep(u"wrong key"_s, m_client.post(m_mcp, {{u"jsonrpc"_s, u"2.0"_s}}, {{"X-API-Key", "wrong"}}));
    keep(u"health"_s, m_client.get(m_mcp.resolved(QUrl(u"/health"_s))));
}

void Conversation::cloudflareFails()
{
    raise(u"9109-location"_s, u"GET"_s, u"/user/tokens"_s);
    tool(u"list_tokens"_s, {{u"type"_s, u"user"_s}}, u"refused by Cloudflare"_s);
    raise(u"9109-location"_s, u"GET"_s, u"/user/tokens"_s);
    tool(u"list_tokens"_s, {}, u"one list unread"_s);
    raise(u"9109-location"_s, u"GET"_s, u"/user/tokens"_s);
    tool(u"audit_tokens"_s, {}, u"one list not judged"_s);
    raise(u"1001-grant"_s, u"POST"_s, u"/user/tokens"_s);
    tool(u"create_token"_s, {{u"name"_s, u"x"_s}, {u"template"_s, u"dns_only"_s}}, u"not granted"_s);
    m_cloudflare.reset();
    tool(u"list_tokens"_s, {{u"type"_s, u"user"_s}}, u"out of reach"_s);
}

void Conversation::whileLocked()
{
    m_services->lock().lock();
    tool(u"list_tokens"_s, {}, u"locked tool"_s);
    tool(u"revoke_token"_s, {{u"tokenId"_s, kNoSuchId}}, u"locked change"_s);
    prompt(u"audit_tokens"_s, {}, u"locked prompt"_s);
    resource(u"tokensmith://tokens"_s, u"tokensmith://tokens"_s, u"locked resource"_s);
    keep(u"locked health"_s, m_client.get(m_mcp.resolved(QUrl(u"/health"_s))));
}

} // namespace tokensmith::test
