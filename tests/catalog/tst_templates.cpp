// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/templates.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using catalog::TemplateSet;

class TemplatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipsTheTemplates();
    void anUnknownOneNamesTheKnown();
    void brokenDataIsRefused_data();
    void brokenDataIsRefused();
};

void TemplatesTest::shipsTheTemplates()
{
    const auto set = TemplateSet::load();
    QVERIFY(set);
    QStringList ids;
    for (const catalog::Template &one : set->all())
        ids.append(one.id);
    QCOMPARE(ids, QStringList({u"workers_deploy"_s, u"dns_only"_s, u"dns_read"_s}));
    QCOMPARE(set->find(u"dns_only"_s)->required.front().name, u"DNS Write"_s);
    QCOMPARE(set->find(u"workers_deploy"_s)->required.size(), size_t(9));
}

void TemplatesTest::anUnknownOneNamesTheKnown()
{
    const auto found = TemplateSet::load()->find(u"dns\u202Eonly"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().field, u"template"_s);
    QVERIFY(found.error().message.contains("dns_only"_L1));
    QVERIFY(!found.error().message.contains(QChar(0x202E)));
}

void TemplatesTest::brokenDataIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("none") << QByteArray(R"({"templates":[]})");
    QTest::newRow("no groups") << QByteArray(R"({"templates":[{"id":"a","name":"A","required":[]}]})");
    QTest::newRow("no scope") << QByteArray(R"({"templates":[{"id":"a","name":"A","required":[{"name":"X"}]}]})");
}

void TemplatesTest::brokenDataIsRefused()
{
    QFETCH(QByteArray, json);
    const auto set = TemplateSet::fromJson(json);
    QVERIFY(!set);
    QCOMPARE(set.error().code, base::Error::Code::Internal);
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
