// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/toolregistry.h"
#include "tests/mcp/sampletools.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

class ToolRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsInOrderOfRegistration();
    void findsByExactName();
    void refusesDefects_data();
    void refusesDefects();
};

void ToolRegistryTest::listsInOrderOfRegistration()
{
    std::vector<Tool> tools = test::sampleTools();
    tools.front().annotations = {.readOnly = ToolAnnotations::Hint::Yes,
                                 .destructive = ToolAnnotations::Hint::No,
                                 .idempotent = ToolAnnotations::Hint::Yes,
                                 .openWorld = ToolAnnotations::Hint::No};
    const QJsonObject inputSchema = tools.front().inputSchema;
    const auto registry = ToolRegistry::create(tools);
    QVERIFY(registry.has_value());
    QStringList names;
    for (const ToolRegistry::Entry &entry : registry->entries())
        names += entry.tool.name;
    QCOMPARE(names, QStringList({u"echo"_s, u"refused"_s, u"explode"_s}));

    const QJsonObject expected{{u"name"_s, u"echo"_s},
                               {u"title"_s, u"Sample"_s},
                               {u"description"_s, u"A sample."_s},
                               {u"inputSchema"_s, inputSchema},
                               {u"outputSchema"_s, QJsonObject{{u"type"_s, u"object"_s}}},
                               {u"annotations"_s, QJsonObject{{u"title"_s, u"Sample"_s},
                                                              {u"readOnlyHint"_s, true},
                                                              {u"destructiveHint"_s, false},
                                                              {u"idempotentHint"_s, true},
                                                              {u"openWorldHint"_s, false}}}};
    QCOMPARE(toJson(registry->entries().front().tool), expected);
}

void ToolRegistryTest::findsByExactName()
{
    const auto registry = ToolRegistry::create(test::sampleTools());
    QVERIFY(registry.has_value());
    QVERIFY(registry->find(u"echo"_s));
    QCOMPARE(registry->find(u"echo"_s)->tool.name, u"echo"_s);
    QVERIFY(!registry->find(u"Echo"_s));
    QVERIFY(!registry->find(QString()));
}

void ToolRegistryTest::refusesDefects_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("inputSchema");
    QTest::addColumn<int>("handlers");
    QTest::addColumn<QString>("message");
    const QJsonObject good{{u"type"_s, u"object"_s}};
    QTest::newRow("name twice") << u"echo"_s << good << 1 << u"registered twice"_s;
    QTest::newRow("no name") << QString() << good << 1 << u"has a name"_s;
    QTest::newRow("blank in name") << u"a b"_s << good << 1 << u"has a name"_s;
    QTest::newRow("no handler") << u"other"_s << good << 0 << u"needs one handler"_s;
    QTest::newRow("two handlers") << u"other"_s << good << 2 << u"needs one handler"_s;
    QTest::newRow("schema") << u"other"_s << QJsonObject{{u"type"_s, u"nonsense"_s}} << 1 << u"input schema"_s;
}

void ToolRegistryTest::refusesDefects()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, inputSchema);
    QFETCH(int, handlers);
    QFETCH(QString, message);
    std::vector<Tool> tools = test::sampleTools();
    tools.push_back(test::sampleTool(name, handlers > 0 ? Tool::Handler(test::echo) : Tool::Handler()));
    tools.back().inputSchema = inputSchema;
    if (handlers > 1)
        tools.back().openHandler = [](CallContext, QJsonObject) -> base::Async<ToolOutcome> {
            co_return ContentResult{};
        };
    const auto registry = ToolRegistry::create(std::move(tools));
    QVERIFY(!registry.has_value());
    QCOMPARE(registry.error().code, base::Error::Code::Internal);
    QVERIFY2(registry.error().message.contains(message), qPrintable(registry.error().message));
}

QTEST_GUILESS_MAIN(ToolRegistryTest)
#include "tst_toolregistry.moc"
