// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/ownerlists.h"
#include "tests/store/sampletokens.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;
using model::Owner;
using tokens::OwnerLists;
using tokens::OwnerTokens;

namespace {

const Owner kUser = Owner::user();
const Owner kFirst = Owner::account(QString(32, u'a'));
const Owner kSecond = Owner::account(QString(32, u'b'));

OwnerTokens list(const Owner &owner, const QDateTime &readAt, const QString &name, int number)
{
    return {.owner = owner, .readAt = readAt, .tokens = {sampleToken(number, owner, name)}};
}

QStringList names(const OwnerLists &lists)
{
    QStringList names;
    for (const model::Token &token : lists.tokens())
        names.append(token.name);
    return names;
}

} // namespace

class OwnerListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesInOrder();
    void keepsWhatWasNotRead();
    void dropsOwnersOutsideTheOrder();
    void tellsTheOldest();
    void putsAndRemoves();
};

void OwnerListsTest::replacesInOrder()
{
    OwnerLists lists;
    lists.replace({kUser, kFirst}, {list(kFirst, kNoon, u"first"_s, 1), list(kUser, kNoon, u"user"_s, 2)});
    QCOMPARE(names(lists), QStringList({u"user"_s, u"first"_s}));
    QCOMPARE(lists.known().size(), size_t(2));
    lists.replace({kUser, kFirst}, {list(kUser, kNoon, u"newer"_s, 3), list(kFirst, kNoon, u"first"_s, 1)});
    QCOMPARE(names(lists), QStringList({u"newer"_s, u"first"_s}));
}

void OwnerListsTest::keepsWhatWasNotRead()
{
    OwnerLists lists;
    lists.replace({kUser, kFirst}, {list(kUser, kNoon, u"user"_s, 1), list(kFirst, kNoon, u"first"_s, 2)});
    lists.put(sampleToken(3, kSecond, u"made before its list was read"_s));
    lists.replace({kUser, kFirst, kSecond}, {list(kUser, kNoon.addSecs(60), u"newer"_s, 1)});
    QCOMPARE(names(lists), QStringList({u"newer"_s, u"first"_s, u"made before its list was read"_s}));
    QCOMPARE(lists.readAt(kUser), kNoon.addSecs(60));
    QCOMPARE(lists.readAt(kFirst), kNoon);
    QVERIFY(!lists.readAt(kSecond).isValid());
}

void OwnerListsTest::dropsOwnersOutsideTheOrder()
{
    OwnerLists lists;
    lists.replace({kUser, kFirst}, {list(kUser, kNoon, u"user"_s, 1), list(kFirst, kNoon, u"first"_s, 2)});
    lists.replace({kUser}, {});
    QCOMPARE(names(lists), QStringList({u"user"_s}));
    QVERIFY(!lists.find(kFirst));
}

void OwnerListsTest::tellsTheOldest()
{
    OwnerLists lists;
    QVERIFY(!lists.oldest().isValid());
    lists.replace({kUser, kFirst}, {list(kUser, kNoon, u"user"_s, 1), list(kFirst, kNoon.addDays(-1), u"f"_s, 2)});
    QCOMPARE(lists.oldest(), kNoon.addDays(-1));
    QVERIFY(lists.oldestFirst({kUser, kFirst, kSecond}) == std::vector<Owner>({kSecond, kFirst, kUser}));
    QVERIFY(OwnerLists().oldestFirst({kUser, kFirst}) == std::vector<Owner>({kUser, kFirst})); // as given
}

void OwnerListsTest::putsAndRemoves()
{
    OwnerLists lists;
    lists.put(sampleToken(1, kUser, u"one"_s));
    lists.put(sampleToken(2, kUser, u"two"_s));
    lists.put(sampleToken(1, kUser, u"renamed"_s));
    QCOMPARE(names(lists), QStringList({u"renamed"_s, u"two"_s}));
    lists.remove(lists.tokens().front().id);
    lists.remove(u"nobody"_s);
    QCOMPARE(names(lists), QStringList({u"two"_s}));
    lists.clear();
    QVERIFY(lists.tokens().empty() && lists.known().empty());
}

QTEST_GUILESS_MAIN(OwnerListsTest)
#include "tst_ownerlists.moc"
