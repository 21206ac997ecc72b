// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/requeststate.h"

#include <QTest>

using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 24), QTime(4, 0), Qt::UTC);
const QJsonObject kState{{u"round"_s, 2}};

StatedCall callOf(const QJsonObject &params)
{
    return {.client = u"desk"_s, .method = "tools/call"_L1, .params = params};
}

} // namespace

class RequestStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
    void expires();
    void isBoundToItsCall();
    void survivesNoChange();
    void isOfOneKey();
    void isOfOnePurpose();
};

void RequestStateTest::comesBack()
{
    const Seal seal;
    const StatedCall call = callOf({{u"name"_s, u"greet"_s}});
    const QString text = writeRequestState(seal, call, kState, kNow.addSecs(60));
    QCOMPARE(readRequestState(seal, call, text, kNow), kState);
    // What may differ from call to call does not count.
    const StatedCall retry = callOf({{u"name"_s, u"greet"_s},
                                     {u"arguments"_s, QJsonObject()},
                                     {u"_meta"_s, QJsonObject{{u"progressToken"_s, 7}}},
                                     {u"inputResponses"_s, QJsonObject()}});
    QCOMPARE(readRequestState(seal, retry, text, kNow), kState);
}

void RequestStateTest::expires()
{
    const Seal seal;
    const StatedCall call = callOf({});
    const QString text = writeRequestState(seal, call, kState, kNow.addSecs(60));
    QVERIFY(readRequestState(seal, call, text, kNow.addSecs(59)));
    QVERIFY(!readRequestState(seal, call, text, kNow.addSecs(60)));
}

void RequestStateTest::isBoundToItsCall()
{
    const Seal seal;
    const StatedCall call = callOf({{u"name"_s, u"a"_s}, {u"arguments"_s, QJsonObject{{u"x"_s, 1}}}});
    const QString text = writeRequestState(seal, call, kState, kNow.addSecs(60));
    StatedCall other = call;
    other.client = u"laptop"_s;
    QVERIFY(!readRequestState(seal, other, text, kNow));
    other = call;
    other.method = "prompts/get"_L1;
    QVERIFY(!readRequestState(seal, other, text, kNow));
    for (const char *member : {"name", "uri", "arguments"}) {
        other = call;
        other.params.insert(QLatin1String(member), QJsonObject{{u"x"_s, 2}});
        QVERIFY2(!readRequestState(seal, other, text, kNow), member);
    }
}

void RequestStateTest::survivesNoChange()
{
    const Seal seal;
    const StatedCall call = callOf({});
    const QString text = writeRequestState(seal, call, kState, kNow.addSecs(60));
    for (qsizetype at = 0; at < text.size(); ++at) {
        QString changed = text;
        changed[at] = text[at] == u'A' ? u'B' : u'A';
        QVERIFY2(!readRequestState(seal, call, changed, kNow), qPrintable(changed));
        QVERIFY(!readRequestState(seal, call, text.first(at), kNow));
    }
    for (const QString &more : {u"="_s, u"A"_s, u"\n"_s, u" "_s, u"é"_s})
        QVERIFY(!readRequestState(seal, call, text + more, kNow));
}

void RequestStateTest::isOfOneKey()
{
    const StatedCall call = callOf({});
    const QString text = writeRequestState(Seal(), call, kState, kNow.addSecs(60));
    QVERIFY(!readRequestState(Seal(), call, text, kNow));
}

void RequestStateTest::isOfOnePurpose()
{
    const Seal seal;
    const QString text = seal.seal("a"_L1, "content");
    QCOMPARE(seal.open("a"_L1, text), QByteArray("content"));
    QVERIFY(!seal.open("b"_L1, text));
    QVERIFY(!seal.open(""_L1, text));
}

QTEST_GUILESS_MAIN(RequestStateTest)
#include "tst_requeststate.moc"
