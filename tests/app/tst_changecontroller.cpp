// SPDX-License-Identifier: GPL-3.0-or-later
// Changes as the window asks for them, over real services and the simulated Cloudflare.
#include "app/desktop/changecontroller.h"
#include "tests/support/sandboxservices.h"
#include "tests/support/verifyresult.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::ChangeController;
using model::Token;

class ChangeControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void previewsAndChangesNothing();
    void aNewerPreviewReplacesTheOlder();
    void updates();
    void namesTheFieldOfARefusal();
    void rollsAndKeepsTheSecret();
    void disablesAndEnables();
    void revokesSeveralAndGoesOnAfterAFailure();

private:
    [[nodiscard]] std::vector<Token> makeTokens(int count);
    [[nodiscard]] tokens::UpdateRequest renaming(const Token &token, const QString &name) const
    {
        return {.address = ui::addressOf(token), .name = name};
    }
    [[nodiscard]] base::Result<Token> readAgain(const Token &token) const
    {
        return test::await((*m_services)->tokens().get(token.owner, token.id));
    }

    std::unique_ptr<test::SandboxServices> m_services;
    std::unique_ptr<ChangeController> m_controller;
};

void ChangeControllerTest::init()
{
    m_controller.reset();
    m_services = std::make_unique<test::SandboxServices>();
    m_controller = std::make_unique<ChangeController>(**m_services);
}

std::vector<Token> ChangeControllerTest::makeTokens(int count)
{
    std::vector<Token> made;
    for (int i = 0; i < count; ++i) {
        const tokens::CreateRequest request{.kind = model::Owner::Kind::User,
                                            .name = u"made-%1"_s.arg(i),
                                            .permissions = {u"DNS Read"_s},
                                            .resourceScope = tokens::ResourceScope::AllAccounts};
        const auto outcome = test::await((*m_services)->tokens().create(request, {}));
        if (outcome)
            made.push_back(outcome->created.token);
    }
    return made;
}

void ChangeControllerTest::previewsAndChangesNothing()
{
    const Token token = makeTokens(1).at(0);
    QSignalSpy previewed(m_controller.get(), &ChangeController::previewed);
    m_controller->preview(renaming(token, u"other"_s));
    QTRY_COMPARE(previewed.count(), 1);
    const auto outcome = previewed.first().first().value<tokens::UpdateOutcome>();
    QCOMPARE(outcome.changes.size(), 1U);
    QCOMPARE(outcome.changes.front().what, u"name"_s);
    const auto read = readAgain(token);
    QVERIFY_RESULT(read);
    QCOMPARE(read->name, token.name);
}

void ChangeControllerTest::aNewerPreviewReplacesTheOlder()
{
    const Token token = makeTokens(1).at(0);
    QSignalSpy previewed(m_controller.get(), &ChangeController::previewed);
    QSignalSpy failed(m_controller.get(), &ChangeController::previewFailed);
    m_controller->preview(renaming(token, u"first"_s));
    m_controller->preview(renaming(token, u"second"_s));
    QTRY_COMPARE(previewed.count(), 1);
    QCOMPARE(previewed.first().first().value<tokens::UpdateOutcome>().changes.front().after, QStringList{u"second"_s});
    QCOMPARE(failed.count(), 0);
}

void ChangeControllerTest::updates()
{
    const Token token = makeTokens(1).at(0);
    QSignalSpy updated(m_controller.get(), &ChangeController::updated);
    m_controller->update(renaming(token, u"other"_s));
    QTRY_COMPARE(updated.count(), 1);
    QCOMPARE(updated.first().first().value<tokens::UpdateOutcome>().written, tokens::UpdateOutcome::Written::AsAsked);
    const auto read = readAgain(token);
    QVERIFY_RESULT(read);
    QCOMPARE(read->name, u"other"_s);
}

void ChangeControllerTest::namesTheFieldOfARefusal()
{
    const Token token = makeTokens(1).at(0);
    QSignalSpy failed(m_controller.get(), &ChangeController::updateFailed);
    m_controller->update({.address = ui::addressOf(token), .ipAllow = QStringList{u"300.1.1.1"_s}});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<base::Error>().field, u"ipAllow[0]"_s);
}

void ChangeControllerTest::rollsAndKeepsTheSecret()
{
    const Token token = makeTokens(1).at(0);
    QSignalSpy rolled(m_controller.get(), &ChangeController::rolled);
    m_controller->roll(token);
    QTRY_COMPARE(rolled.count(), 1);
    const auto outcome = rolled.first().first().value<tokens::RollOutcome>();
    QCOMPARE(outcome.token.id, token.id);
    QVERIFY(!outcome.secret.isEmpty());
    QVERIFY(!outcome.keychainItem.isEmpty());
}

void ChangeControllerTest::disablesAndEnables()
{
    const std::vector<Token> tokens = makeTokens(2);
    QSignalSpy finished(m_controller.get(), &ChangeController::batchFinished);
    m_controller->run(ui::BatchKind::Disable, tokens);
    m_controller->run(ui::BatchKind::Enable, {tokens.at(1)}); // waits for the first
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(finished.at(0).first().value<ui::BatchOutcome>().done.size(), 2U);
    QCOMPARE(finished.at(1).first().value<ui::BatchOutcome>().failures.size(), 0U);
    const auto first = readAgain(tokens.at(0));
    const auto second = readAgain(tokens.at(1));
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(second);
    QCOMPARE(first->status, model::TokenStatus::Disabled);
    QCOMPARE(second->status, model::TokenStatus::Active);
}

void ChangeControllerTest::revokesSeveralAndGoesOnAfterAFailure()
{
    std::vector<Token> tokens = makeTokens(2);
    tokens.insert(tokens.begin(), Token{.owner = tokens.front().owner, .id = u"no-id"_s, .name = u"odd"_s});
    QSignalSpy advanced(m_controller.get(), &ChangeController::batchAdvanced);
    QSignalSpy finished(m_controller.get(), &ChangeController::batchFinished);
    m_controller->run(ui::BatchKind::Revoke, tokens);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(advanced.count(), 3);
    const auto outcome = finished.first().first().value<ui::BatchOutcome>();
    QCOMPARE(outcome.done.size(), 2U);
    QCOMPARE(outcome.failures.size(), 1U);
    QCOMPARE(outcome.failures.front().token.name, u"odd"_s);
    QVERIFY(!readAgain(tokens.at(1)));
    QVERIFY(!readAgain(tokens.at(2)));
}

QTEST_GUILESS_MAIN(ChangeControllerTest)
#include "tst_changecontroller.moc"
