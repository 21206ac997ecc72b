// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"
#include "ui/common/deliver.h"

#include <QCoroSignal>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class Door : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void opened();
};

namespace {

base::Async<int> answerWhenOpened(Door *door, std::shared_ptr<bool> finished)
{
    co_await qCoro(door, &Door::opened);
    *finished = true;
    co_return 42;
}

base::Async<int> refuse()
{
    co_return base::fail({.code = base::Error::Code::NotFound, .message = u"Not there."_s});
}

QCoro::Task<std::unique_ptr<int>> moveOnly()
{
    co_return std::make_unique<int>(7);
}

QCoro::Task<void> nothing(Door *door)
{
    co_await qCoro(door, &Door::opened);
}

} // namespace

class DeliverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTheResult();
    void dropsItWhenTheContextIsGone();
    void bringsAnErrorAtOnce();
    void takesMoveOnlyAndVoid();
    void callbackMayDeleteTheContext();
};

void DeliverTest::bringsTheResult()
{
    Door door;
    QObject context;
    const auto finished = std::make_shared<bool>(false);
    std::optional<base::Result<int>> result;
    ui::deliver(answerWhenOpened(&door, finished), &context, [&](base::Result<int> got) { result = std::move(got); });
    QVERIFY(!result);
    Q_EMIT door.opened();
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->value(), 42);
}

void DeliverTest::dropsItWhenTheContextIsGone()
{
    Door door;
    auto context = std::make_unique<QObject>();
    const auto finished = std::make_shared<bool>(false);
    bool called = false;
    ui::deliver(answerWhenOpened(&door, finished), context.get(), [&](const base::Result<int> &) { called = true; });
    context.reset();
    Q_EMIT door.opened();
    QTRY_VERIFY(*finished);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void DeliverTest::bringsAnErrorAtOnce()
{
    QObject context;
    QString message;
    ui::deliver(refuse(), &context, [&](const base::Result<int> &got) { message = got.error().message; });
    QCOMPARE(message, u"Not there."_s);
}

void DeliverTest::takesMoveOnlyAndVoid()
{
    Door door;
    QObject context;
    int value = 0;
    bool done = false;
    ui::deliver(moveOnly(), &context, [&](std::unique_ptr<int> got) { value = *got; });
    ui::deliver(nothing(&door), &context, [&] { done = true; });
    QCOMPARE(value, 7);
    QVERIFY(!done);
    Q_EMIT door.opened();
    QTRY_VERIFY(done);
}

void DeliverTest::callbackMayDeleteTheContext()
{
    Door door;
    auto context = std::make_unique<QObject>();
    ui::deliver(nothing(&door), context.get(), [&] { context.reset(); });
    Q_EMIT door.opened();
    QTRY_VERIFY(!context);
}

QTEST_GUILESS_MAIN(DeliverTest)
#include "tst_deliver.moc"
