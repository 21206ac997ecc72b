// SPDX-License-Identifier: GPL-3.0-or-later
// Registries of resources and prompts: what they find, and which definitions they refuse.
#include "tests/mcp/samplefeatures.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

class RegistriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesResources_data();
    void refusesResources();
    void refusesPrompts_data();
    void refusesPrompts();
    void findsFamiliesByTheirText();
};

void RegistriesTest::refusesResources_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("uriTemplate");
    QTest::addColumn<QString>("message"); // empty: accepted
    QTest::newRow("sound") << u"test://b"_s << u"test://b/{id}"_s << QString();
    QTest::newRow("twice") << u"test://a"_s << u"test://b/{id}"_s << u"a URI of its own"_s;
    QTest::newRow("no scheme") << u"b"_s << u"test://b/{id}"_s << u"a URI of its own"_s;
    QTest::newRow("not a URI") << u"test://b c"_s << u"test://b/{id}"_s << u"a URI of its own"_s;
    QTest::newRow("template without expression") << u"test://b"_s << u"test://c"_s << u"unusable template"_s;
    QTest::newRow("template twice") << u"test://b"_s << u"test://a/{id}"_s << u"registered twice"_s;
}

void RegistriesTest::refusesResources()
{
    QFETCH(QString, uri);
    QFETCH(QString, uriTemplate);
    QFETCH(QString, message);
    const auto registry =
        ResourceRegistry::create({{.uri = u"test://a"_s, .name = u"a"_s, .reader = test::readSample},
                                  {.uri = uri, .name = u"b"_s, .reader = test::readSample}},
                                 {{.uriTemplate = u"test://a/{id}"_s, .name = u"as"_s, .reader = test::readSample},
                                  {.uriTemplate = uriTemplate, .name = u"bs"_s, .reader = test::readSample}});
    QCOMPARE(registry.has_value(), message.isEmpty());
    if (registry)
        return;
    QCOMPARE(registry.error().code, base::Error::Code::Internal);
    QVERIFY2(registry.error().message.contains(message), qPrintable(registry.error().message));
}

void RegistriesTest::refusesPrompts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("withHandler");
    QTest::addColumn<QString>("message"); // empty: accepted
    QTest::newRow("sound") << u"b"_s << u"y"_s << true << QString();
    QTest::newRow("twice") << u"a"_s << u"y"_s << true << u"no name of its own"_s;
    QTest::newRow("no name") << QString() << u"y"_s << true << u"no name of its own"_s;
    QTest::newRow("argument twice") << u"b"_s << u"x"_s << true << u"an argument without a name"_s;
    QTest::newRow("nameless argument") << u"b"_s << QString() << true << u"an argument without a name"_s;
    QTest::newRow("no handler") << u"b"_s << u"y"_s << false << u"no handler"_s;
}

void RegistriesTest::refusesPrompts()
{
    QFETCH(QString, name);
    QFETCH(QString, argument);
    QFETCH(bool, withHandler);
    QFETCH(QString, message);
    const auto registry =
        PromptRegistry::create({{.name = u"a"_s, .handler = test::samplePrompt},
                                {.name = name,
                                 .arguments = {{.name = u"x"_s}, {.name = argument}},
                                 .handler = withHandler ? Prompt::Handler(test::samplePrompt) : Prompt::Handler()}});
    QCOMPARE(registry.has_value(), message.isEmpty());
    if (registry)
        return;
    QCOMPARE(registry.error().code, base::Error::Code::Internal);
    QVERIFY2(registry.error().message.contains(message), qPrintable(registry.error().message));
}

void RegistriesTest::findsFamiliesByTheirText()
{
    const Features features = test::sampleFeatures();
    QVERIFY(features.resources.findFamily(u"test://items/{id}"_s));
    QVERIFY(!features.resources.findFamily(u"test://items/{name}"_s));
    QVERIFY(!features.resources.findFamily(u"test://items/7"_s));
    QVERIFY(ResourceRegistry().isEmpty());
    QVERIFY(PromptRegistry().isEmpty());
}

QTEST_GUILESS_MAIN(RegistriesTest)
#include "tst_registries.moc"
