// SPDX-License-Identifier: GPL-3.0-or-later
// The methods all revisions share: paging, reading, prompts and completions.
#include "tests/mcp/samplefeatures.h"
#include "tests/support/await.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

namespace {

/** A caller of revision 2026-07-28 that can do nothing but call. */
CallContext modernContext()
{
    return {.client = {.name = u"desk"_s}, .correlationId = "ctm-1", .rounds = CallContext::Rounds::Allowed};
}

} // namespace

class MethodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatThereIs();
    void hidesWhatThereIsNot();
    void listsInPages();
    void refusesForeignCursors_data();
    void refusesForeignCursors();
    void readsResources_data();
    void readsResources();
    void reportsDenials();
    void makesPrompts_data();
    void makesPrompts();
    void completes_data();
    void completes();
    void answersContentBlocks();

private:
    MethodResult call(const QString &method, const QJsonObject &params, const CallContext &context = {});
    RpcError failure(const QString &method, const QJsonObject &params, const CallContext &context = {});

    Features m_features = test::sampleFeatures();
    Methods m_methods{m_features};
};

MethodResult MethodsTest::call(const QString &method, const QJsonObject &params, const CallContext &context)
{
    const Method *found = m_methods.find(method);
    if (!found)
        return tl::unexpected(RpcError{.code = RpcCode::MethodNotFound, .message = method});
    return test::await(m_methods.run(*found, params, context));
}

RpcError MethodsTest::failure(const QString &method, const QJsonObject &params, const CallContext &context)
{
    const MethodResult result = call(method, params, context);
    return result ? RpcError{.message = u"succeeded"_s, .httpStatus = 0} : result.error();
}

void MethodsTest::offersWhatThereIs()
{
    const QJsonObject none;
    QCOMPARE(m_methods.capabilities(),
             QJsonObject({{u"tools"_s, none}, {u"resources"_s, none}, {u"prompts"_s, none}, {u"completions"_s, none}}));
    QCOMPARE(m_methods.find(u"tools/list")->cacheable, Method::Cacheable::Yes);
    QCOMPARE(m_methods.find(u"resources/read")->nameMember, "uri"_L1);
    QVERIFY(!m_methods.find(u"initialize"));
    QVERIFY(!m_methods.find(u"Tools/list"));
}

void MethodsTest::hidesWhatThereIsNot()
{
    const Features bare{.tools = ToolRegistry::create(test::sampleTools()).value()};
    const Methods methods(bare);
    QCOMPARE(methods.capabilities(), QJsonObject({{u"tools"_s, QJsonObject()}}));
    for (const QString &name : {u"resources/list"_s, u"resources/templates/list"_s, u"resources/read"_s,
                                u"prompts/list"_s, u"prompts/get"_s, u"completion/complete"_s})
        QVERIFY2(!methods.find(name), qPrintable(name));
    QVERIFY(methods.find(u"tools/call"));
}

void MethodsTest::listsInPages()
{
    Features features = test::sampleFeatures();
    features.pageSize = 4;
    const Methods methods(features);
    const Method *list = methods.find(u"tools/list");
    const MethodResult first = methods.page(*list, {});
    QVERIFY(first.has_value());
    QCOMPARE(first->value("tools"_L1).toArray().size(), 4);
    const QJsonValue cursor = first->value("nextCursor"_L1);
    QVERIFY(cursor.isString());
    QVERIFY(!cursor.toString().isEmpty());

    const MethodResult second = methods.page(*list, {{u"cursor"_s, cursor}});
    QVERIFY(second.has_value());
    const QJsonArray rest = second->value("tools"_L1).toArray();
    QCOMPARE(rest.size(), 2);
    QCOMPARE(rest.last()["name"_L1].toString(), u"blocks"_s);
    QVERIFY(!second->contains("nextCursor"_L1));

    const MethodResult elsewhere = methods.page(*methods.find(u"prompts/list"), {{u"cursor"_s, cursor}});
    QVERIFY(!elsewhere.has_value());
    QCOMPARE(elsewhere.error().code, RpcCode::InvalidParams);
}

void MethodsTest::refusesForeignCursors_data()
{
    QTest::addColumn<QJsonValue>("cursor");
    QTest::newRow("empty") << QJsonValue(u""_s);
    QTest::newRow("made up") << QJsonValue(u"Mg"_s);
    QTest::newRow("number") << QJsonValue(1);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("of another run") << QJsonValue(Seal().seal("tools/list"_L1, "1"));
}

void MethodsTest::refusesForeignCursors()
{
    QFETCH(QJsonValue, cursor);
    const RpcError error = failure(u"tools/list"_s, {{u"cursor"_s, cursor}});
    QCOMPARE(error.code, RpcCode::InvalidParams);
    QVERIFY2(error.message.contains(u"cursor"_s), qPrintable(error.message));
}

void MethodsTest::readsResources_data()
{
    QTest::addColumn<QJsonValue>("uri");
    QTest::addColumn<int>("code"); // 0: succeeds
    QTest::addColumn<QString>("text");
    const int invalid = static_cast<int>(RpcCode::InvalidParams);
    const int internal = static_cast<int>(RpcCode::InternalError);
    QTest::newRow("fixed") << QJsonValue(u"test://fixed"_s) << 0 << u"text of "_s;
    QTest::newRow("template") << QJsonValue(u"test://items/a%20b"_s) << 0 << u"text of a b"_s;
    QTest::newRow("fixed before template") << QJsonValue(u"test://items/special"_s) << 0 << u"text of "_s;
    QTest::newRow("unknown") << QJsonValue(u"test://nothing"_s) << invalid << u"Resource not found: test://nothing"_s;
    QTest::newRow("two steps") << QJsonValue(u"test://items/a/b"_s) << invalid << u"Resource not found"_s;
    QTest::newRow("gone") << QJsonValue(u"test://items/gone"_s) << invalid << u"items/gone. No such sample."_s;
    QTest::newRow("empty") << QJsonValue(u"test://items/empty"_s) << invalid << u"Resource not found"_s;
    QTest::newRow("failing") << QJsonValue(u"test://items/down"_s) << internal << u"Cloudflare is away."_s;
    QTest::newRow("throwing") << QJsonValue(u"test://items/throw"_s) << internal << u"Internal error"_s;
    QTest::newRow("no text") << QJsonValue(7) << invalid << u"\"uri\""_s;
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << invalid << u"\"uri\""_s;
}

void MethodsTest::readsResources()
{
    QFETCH(QJsonValue, uri);
    QFETCH(int, code);
    QFETCH(QString, text);
    QJsonObject params;
    if (!uri.isUndefined())
        params.insert("uri"_L1, uri);
    const MethodResult result = call(u"resources/read"_s, params);
    if (code == 0) {
        QVERIFY(result.has_value());
        const QJsonObject expected{{u"uri"_s, uri}, {u"mimeType"_s, u"text/plain"_s}, {u"text"_s, text}};
        QCOMPARE(*result, QJsonObject({{u"contents"_s, QJsonArray{expected}}}));
        return;
    }
    QVERIFY(!result.has_value());
    QCOMPARE(static_cast<int>(result.error().code), code);
    QVERIFY2(result.error().message.contains(text), qPrintable(result.error().message));
    QVERIFY(!result.error().message.contains(u"secret"_s));
    if (result.error().message.startsWith(u"Resource not found"_s))
        QCOMPARE(result.error().data.value("uri"_L1), uri);
}

void MethodsTest::reportsDenials()
{
    const auto denied = [](const CallContext &, const QString &, const QHash<QString, QString> &) {
        return []() -> base::Async<QJsonArray> {
            co_return base::fail({.code = base::Error::Code::PermissionDenied,
                                  .message = u"Not allowed."_s,
                                  .field = u"ALLOWED_ACCOUNT_IDS"_s});
        }();
    };
    std::vector<RefusedCall> refused;
    const Features features{
        .tools = ToolRegistry::create(test::sampleTools()).value(),
        .resources =
            ResourceRegistry::create({{.uri = u"test://denied"_s, .name = u"denied"_s, .reader = denied}}).value(),
        .guard = {.onRefused = [&](const RefusedCall &call) { refused.push_back(call); }}};
    const Methods methods(features);
    const MethodResult result =
        test::await(methods.run(*methods.find(u"resources/read"), {{u"uri"_s, u"test://denied"_s}}, modernContext()));
    QVERIFY(!result.has_value());
    QCOMPARE(refused.size(), 1U);
    QCOMPARE(refused.front().tool, u"resources/read"_s);
    QCOMPARE(refused.front().context.client.name, u"desk"_s);
}

void MethodsTest::makesPrompts_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("text"); // of the message, or of the error
    QTest::addColumn<bool>("succeeds");
    const auto about = [](const QJsonObject &arguments) {
        return QJsonObject{{u"name"_s, u"about"_s}, {u"arguments"_s, arguments}};
    };
    QTest::newRow("full") << about({{u"topic"_s, u"x"_s}, {u"style"_s, u"dry"_s}}) << u"Tell me of x"_s << true;
    QTest::newRow("optional left empty") << about({{u"topic"_s, u"x"_s}, {u"style"_s, u""_s}}) << u"Tell me of x"_s
                                         << true;
    QTest::newRow("required left out") << about({}) << u"Missing argument \"topic\""_s << false;
    QTest::newRow("required empty") << about({{u"topic"_s, u""_s}}) << u"Missing argument \"topic\""_s << false;
    QTest::newRow("unknown argument") << about({{u"topic"_s, u"x"_s}, {u"topik"_s, u"y"_s}})
                                      << u"no argument \"topik\"; its arguments: topic, style"_s << false;
    QTest::newRow("number") << about({{u"topic"_s, 5}}) << u"\"topic\" has to be text"_s << false;
    QTest::newRow("handler refuses") << about({{u"topic"_s, u"bad"_s}}) << u"Not that."_s << false;
    QTest::newRow("unknown prompt") << QJsonObject{{u"name"_s, u"beyond"_s}} << u"Unknown prompt: beyond"_s << false;
    QTest::newRow("no name") << QJsonObject() << u"\"name\""_s << false;
    QTest::newRow("arguments a list") << QJsonObject{{u"name"_s, u"about"_s}, {u"arguments"_s, QJsonArray()}}
                                      << u"have to be an object"_s << false;
}

void MethodsTest::makesPrompts()
{
    QFETCH(QJsonObject, params);
    QFETCH(QString, text);
    QFETCH(bool, succeeds);
    const MethodResult result = call(u"prompts/get"_s, params);
    QCOMPARE(result.has_value(), succeeds);
    if (succeeds) {
        QCOMPARE(result->value("description"_L1).toString(), u"About it"_s);
        QCOMPARE(result->value("messages"_L1)[0]["content"_L1]["text"_L1].toString(), text);
        QCOMPARE(result->value("messages"_L1)[0]["role"_L1].toString(), u"user"_s);
        return;
    }
    QCOMPARE(result.error().code, RpcCode::InvalidParams);
    QVERIFY2(result.error().message.contains(text), qPrintable(result.error().message));
}

void MethodsTest::completes_data()
{
    QTest::addColumn<QJsonObject>("ref");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("total"); // -1: refused
    const QJsonObject prompt{{u"type"_s, u"ref/prompt"_s}, {u"name"_s, u"about"_s}};
    const QJsonObject items{{u"type"_s, u"ref/resource"_s}, {u"uri"_s, u"test://items/{id}"_s}};
    QTest::newRow("prompt") << prompt << u"style"_s << u"a"_s << 150;
    QTest::newRow("template") << items << u"id"_s << u""_s << 150;
    QTest::newRow("no completer") << prompt << u"topic"_s << u"a"_s << 0;
    QTest::newRow("failing") << prompt << u"style"_s << u"fail"_s << 0;
    QTest::newRow("unknown argument") << prompt << u"colour"_s << u"a"_s << -1;
    QTest::newRow("unknown variable") << items << u"name"_s << u"a"_s << -1;
    QTest::newRow("unknown prompt") << QJsonObject{{u"type"_s, u"ref/prompt"_s}, {u"name"_s, u"x"_s}} << u"style"_s
                                    << u"a"_s << -1;
    QTest::newRow("fixed resource") << QJsonObject{{u"type"_s, u"ref/resource"_s}, {u"uri"_s, u"test://fixed"_s}}
                                    << u"id"_s << u"a"_s << -1;
    QTest::newRow("unknown type") << QJsonObject{{u"type"_s, u"ref/tool"_s}} << u"id"_s << u"a"_s << -1;
    QTest::newRow("no reference") << QJsonObject() << u"id"_s << u"a"_s << -1;
}

void MethodsTest::completes()
{
    QFETCH(QJsonObject, ref);
    QFETCH(QString, argument);
    QFETCH(QString, typed);
    QFETCH(int, total);
    const QJsonObject params{{u"ref"_s, ref}, {u"argument"_s, QJsonObject{{u"name"_s, argument}, {u"value"_s, typed}}}};
    const MethodResult result = call(u"completion/complete"_s, params);
    if (total < 0) {
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, RpcCode::InvalidParams);
        return;
    }
    QVERIFY(result.has_value());
    const QJsonObject completion = result->value("completion"_L1).toObject();
    QCOMPARE(completion.value("values"_L1).toArray().size(), std::min(total, 100));
    QCOMPARE(completion.value("total"_L1).toInt(), total);
    QCOMPARE(completion.value("hasMore"_L1).toBool(), total > 100);

    QJsonObject settled = params;
    settled.insert("context"_L1, QJsonObject{{u"arguments"_s, QJsonObject{{u"topic"_s, u"sea"_s}}}});
    const MethodResult narrowed = call(u"completion/complete"_s, settled);
    if (total == 150)
        QCOMPARE(narrowed->value("completion"_L1)["values"_L1].toArray(), QJsonArray{u"sea"_s});
}

void MethodsTest::answersContentBlocks()
{
    const MethodResult result = call(u"tools/call"_s, {{u"name"_s, u"blocks"_s}});
    QVERIFY(result.has_value());
    const QJsonArray blocks{test::textBlock(u"one"_s), test::textBlock(u"two"_s)};
    QCOMPARE(*result, QJsonObject({{u"content"_s, blocks}, {u"isError"_s, true}}));

    const QJsonArray tools = call(u"tools/list"_s, {})->value("tools"_L1).toArray();
    QVERIFY(!tools.last().toObject().contains("outputSchema"_L1));

    const RpcError missing = failure(u"tools/call"_s, {{u"name"_s, u"sampling"_s}}, modernContext());
    QCOMPARE(missing.code, RpcCode::MissingCapability);
    QCOMPARE(missing.httpStatus, 400);
    QCOMPARE(missing.data.value("requiredCapabilities"_L1), QJsonValue(QJsonObject{{u"sampling"_s, QJsonObject()}}));
}

QTEST_GUILESS_MAIN(MethodsTest)
#include "tst_methods.moc"
