// SPDX-License-Identifier: GPL-3.0-or-later
// Calls over several rounds: questions to the client, and the state it brings back.
#include "tests/mcp/samplefeatures.h"
#include "tests/support/await.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kForms{{u"elicitation"_s, QJsonObject{{u"form"_s, QJsonObject()}}}};

/** A caller of revision 2026-07-28 with these capabilities. */
CallContext modernContext(const QJsonObject &capabilities = kForms, const QString &client = u"desk"_s)
{
    return {.client = {.name = client},
            .correlationId = "ctm-1",
            .rounds = CallContext::Rounds::Allowed,
            .capabilities = capabilities};
}

} // namespace

class InputRoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksBackAndGoesOn();
    void asksOnlyWhatTheClientCanDo_data();
    void asksOnlyWhatTheClientCanDo();
    void refusesForeignStates_data();
    void refusesForeignStates();
    void asksNothingInOlderRevisions();

private:
    MethodResult call(const QString &method, const QJsonObject &params, const CallContext &context);

    Features m_features = test::sampleFeatures();
    Methods m_methods{m_features};
};

MethodResult InputRoundsTest::call(const QString &method, const QJsonObject &params, const CallContext &context)
{
    return test::await(m_methods.run(*m_methods.find(method), params, context));
}

void InputRoundsTest::asksBackAndGoesOn()
{
    QJsonObject params{{u"name"_s, u"greet"_s}, {u"arguments"_s, QJsonObject()}};
    const MethodResult asked = call(u"tools/call"_s, params, modernContext());
    QVERIFY(asked.has_value());
    QCOMPARE(asked->value("resultType"_L1).toString(), u"input_required"_s);
    QCOMPARE(asked->value("inputRequests"_L1), QJsonValue(test::asksForName()));
    params.insert("requestState"_L1, asked->value("requestState"_L1));

    // Answers that hold nothing asked for: the tool asks again.
    params.insert("inputResponses"_L1, QJsonObject{{u"other"_s, QJsonObject()}});
    const MethodResult again = call(u"tools/call"_s, params, modernContext());
    QVERIFY(again.has_value());
    QCOMPARE(again->value("resultType"_L1).toString(), u"input_required"_s);

    const QJsonObject answer{{u"action"_s, u"accept"_s}, {u"content"_s, QJsonObject{{u"name"_s, u"Ada"_s}}}};
    params.insert("inputResponses"_L1, QJsonObject{{u"name"_s, answer}});
    const MethodResult greeted = call(u"tools/call"_s, params, modernContext());
    QVERIFY(greeted.has_value());
    QCOMPARE(greeted->value("content"_L1)[0]["text"_L1].toString(), u"Hello Ada after 1"_s);
}

void InputRoundsTest::asksOnlyWhatTheClientCanDo_data()
{
    QTest::addColumn<QJsonObject>("capabilities");
    QTest::addColumn<bool>("asks");
    const QJsonObject none;
    QTest::newRow("nothing declared") << none << false;
    QTest::newRow("forms") << kForms << true;
    QTest::newRow("no mode named") << QJsonObject{{u"elicitation"_s, none}} << true;
    QTest::newRow("addresses only") << QJsonObject{{u"elicitation"_s, QJsonObject{{u"url"_s, none}}}} << false;
    QTest::newRow("sampling only") << QJsonObject{{u"sampling"_s, none}} << false;
    QTest::newRow("not an object") << QJsonObject{{u"elicitation"_s, true}} << false;
}

void InputRoundsTest::asksOnlyWhatTheClientCanDo()
{
    QFETCH(QJsonObject, capabilities);
    QFETCH(bool, asks);
    const QJsonObject prompt{{u"name"_s, u"about"_s}, {u"arguments"_s, QJsonObject{{u"topic"_s, u"ask"_s}}}};
    for (const auto &[method, params] :
         {std::pair(u"tools/call"_s, QJsonObject{{u"name"_s, u"greet"_s}}), std::pair(u"prompts/get"_s, prompt)}) {
        const MethodResult result = call(method, params, modernContext(capabilities));
        QCOMPARE(result.has_value(), asks);
        if (asks)
            continue;
        QCOMPARE(result.error().code, RpcCode::MissingCapability);
        QCOMPARE(result.error().httpStatus, 400);
        QCOMPARE(result.error().data.value("requiredCapabilities"_L1), QJsonValue(kForms));
    }
}

void InputRoundsTest::refusesForeignStates_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"unchanged", "forged", "empty", "not text", "other client", "other arguments", "other tool",
                            "responses not an object"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void InputRoundsTest::refusesForeignStates()
{
    QFETCH(QString, how);
    QJsonObject params{{u"name"_s, u"greet"_s}, {u"arguments"_s, QJsonObject{{u"text"_s, u"a"_s}}}};
    const QString state = call(u"tools/call"_s, params, modernContext())->value("requestState"_L1).toString();
    params.insert("requestState"_L1, state);
    QString client = u"desk"_s;
    if (how == "forged"_L1)
        params.insert("requestState"_L1, QString(state).replace(50, 1, state[50] == u'A' ? u'B' : u'A'));
    else if (how == "empty"_L1)
        params.insert("requestState"_L1, u""_s);
    else if (how == "not text"_L1)
        params.insert("requestState"_L1, 5);
    else if (how == "other client"_L1)
        client = u"laptop"_s;
    else if (how == "other arguments"_L1)
        params.insert("arguments"_L1, QJsonObject{{u"text"_s, u"b"_s}});
    else if (how == "other tool"_L1)
        params.insert("name"_L1, u"blocks"_s);
    else if (how == "responses not an object"_L1)
        params.insert("inputResponses"_L1, QJsonArray());
    const MethodResult result = call(u"tools/call"_s, params, modernContext(kForms, client));
    QCOMPARE(result.has_value(), how == "unchanged"_L1);
    if (!result)
        QCOMPARE(result.error().code, RpcCode::InvalidParams);
}

void InputRoundsTest::asksNothingInOlderRevisions()
{
    const CallContext legacy{.client = {.name = u"desk"_s}, .correlationId = "ctm-1"};
    const MethodResult asked = call(u"tools/call"_s, {{u"name"_s, u"greet"_s}}, legacy);
    QVERIFY(!asked.has_value());
    QCOMPARE(asked.error().code, RpcCode::Refused);
    // A state means nothing there, so it is not looked at either.
    const MethodResult echoed =
        call(u"tools/call"_s, {{u"name"_s, u"echo"_s}, {u"requestState"_s, u"forged"_s}}, legacy);
    QVERIFY(echoed.has_value());
}

QTEST_GUILESS_MAIN(InputRoundsTest)
#include "tst_inputrounds.moc"
