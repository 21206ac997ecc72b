// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/navdelegate.h"
#include "ui/window/navigationmodel.h"
#include "ui/window/rooms.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tokensmith::ui::itemFor;
using tokensmith::ui::NavigationModel;
using tokensmith::ui::Room;

class NavigationModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasAdded();
    void countsAreReadOut();
    void countsMayNotBeKnownYet();
    void attentionHasABadge();
    void placesDecideTheOrder();
};

void NavigationModelTest::showsWhatWasAdded()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({.id = u"tokens"_s, .label = u"Tokens"_s, .icon = u"token"_s, .shortcut = u"Ctrl+1"_s});
    model.add({.id = u"activity"_s, .label = u"Activity"_s, .icon = u"activity"_s});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), u"Tokens"_s);
    QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), u"Tokens (Ctrl+1)"_s);
    QCOMPARE(model.index(1).data(Qt::ToolTipRole).toString(), u"Activity"_s);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavIconRole).toString(), u"token"_s);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavCountRole).toString(), QString());
    QCOMPARE(model.indexOf(u"activity"_s).row(), 1);
    QVERIFY(!model.indexOf(u"settings"_s).isValid());
}

void NavigationModelTest::countsAreReadOut()
{
    NavigationModel model;
    model.add({.id = u"tokens"_s, .label = u"Tokens"_s, .icon = u"token"_s});
    QSignalSpy changed(&model, &NavigationModel::dataChanged);
    model.setCount(u"tokens"_s, 0);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavCountRole).toString(), u"0"_s);
    model.setCount(u"tokens"_s, 148);
    model.setCount(u"tokens"_s, 148);
    model.setCount(u"nothing"_s, 5);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavCountRole).toString(), u"148"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Tokens, 148"_s);
}

void NavigationModelTest::countsMayNotBeKnownYet()
{
    NavigationModel model;
    model.add({.id = u"tokens"_s, .label = u"Tokens"_s, .icon = u"token"_s});
    QSignalSpy changed(&model, &NavigationModel::dataChanged);
    model.setCounting(u"tokens"_s);
    model.setCounting(u"tokens"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavCountRole).toString(), u"…"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Tokens"_s);
    model.setCount(u"tokens"_s, 3);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavCountRole).toString(), u"3"_s);
}

void NavigationModelTest::attentionHasABadge()
{
    NavigationModel model;
    model.add({.id = u"rotations"_s, .label = u"Rotations"_s, .icon = u"rotate"_s});
    model.setCount(u"rotations"_s, 4);
    model.setAttention(u"rotations"_s, 2);
    QCOMPARE(model.index(0).data(tokensmith::ui::NavAttentionRole).toInt(), 2);
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"Rotations, 4, 2 "_s), qPrintable(spoken));
}

void NavigationModelTest::placesDecideTheOrder()
{
    NavigationModel model;
    QCOMPARE(model.add(itemFor(Room::Settings)), 0);
    QCOMPARE(model.add(itemFor(Room::Tokens)), 0);
    QCOMPARE(model.add(itemFor(Room::Activity)), 1);
    QCOMPARE(model.index(2).data(NavigationModel::IdRole).toString(), u"settings"_s);
    QCOMPARE(model.index(1).data(Qt::ToolTipRole).toString(), u"Activity (Ctrl+3)"_s);
}

QTEST_GUILESS_MAIN(NavigationModelTest)
#include "tst_navigationmodel.moc"
