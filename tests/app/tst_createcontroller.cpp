// SPDX-License-Identifier: GPL-3.0-or-later
// What the New token wizard asks for, over real services and the simulated Cloudflare.
#include "app/desktop/createcontroller.h"
#include "tests/support/sandboxservices.h"
#include "tests/support/verifyresult.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using app::CreateController;

class CreateControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsThePlaces();
    void listsWhatCanBeGranted();
    void listsTheZonesOfAnAccount();
    void knowsTheAddress();
    void previewsTheNewest();
    void createsVerifiesAndHolds();
    void namesTheFieldOfARefusal();

private:
    [[nodiscard]] ui::CreatePlaces places();
    [[nodiscard]] static tokens::CreateRequest request(const QString &name)
    {
        return {.kind = model::Owner::Kind::User,
                .name = name,
                .permissions = {u"DNS Write (zone)"_s},
                .resourceScope = tokens::ResourceScope::AllAccounts,
                .expiresIn = u"90d"_s};
    }

    std::unique_ptr<test::SandboxServices> m_services;
    std::unique_ptr<CreateController> m_controller;
};

void CreateControllerTest::init()
{
    m_controller.reset();
    m_services = std::make_unique<test::SandboxServices>();
    m_controller = std::make_unique<CreateController>(**m_services);
}

ui::CreatePlaces CreateControllerTest::places()
{
    QSignalSpy loaded(m_controller.get(), &CreateController::placesLoaded);
    m_controller->loadPlaces();
    return loaded.wait() ? loaded.first().first().value<ui::CreatePlaces>() : ui::CreatePlaces();
}

void CreateControllerTest::findsThePlaces()
{
    const ui::CreatePlaces found = places();
    QVERIFY(!found.accounts.empty());
    QCOMPARE(found.owners.size(), found.accounts.size() + 1);
    QCOMPARE(found.owners.front().kind, model::Owner::Kind::User);
}

void CreateControllerTest::listsWhatCanBeGranted()
{
    QSignalSpy loaded(m_controller.get(), &CreateController::groupsLoaded);
    m_controller->loadGroups(model::Owner::user());
    QTRY_COMPARE(loaded.count(), 1);
    QVERIFY(loaded.first().first().value<tokens::GrantableGroups>().groups.size() > 100);
}

void CreateControllerTest::listsTheZonesOfAnAccount()
{
    const QString account = places().accounts.front().id;
    QSignalSpy loaded(m_controller.get(), &CreateController::zonesLoaded);
    m_controller->loadZones(account);
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(loaded.first().first().toString(), account);
    QVERIFY(!loaded.first().at(1).value<std::vector<model::Zone>>().empty());
}

void CreateControllerTest::knowsTheAddress()
{
    QSignalSpy found(m_controller.get(), &CreateController::addressFound);
    m_controller->findAddress();
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.first().first().toString(), u"127.0.0.1"_s);
}

void CreateControllerTest::previewsTheNewest()
{
    QSignalSpy previewed(m_controller.get(), &CreateController::previewed);
    QSignalSpy failed(m_controller.get(), &CreateController::previewFailed);
    m_controller->preview(request(u"first"_s));
    m_controller->preview(request(u"second"_s));
    QTRY_COMPARE(previewed.count(), 1);
    QCOMPARE(previewed.first().first().value<tokens::PreviewOutcome>().spec.name, u"second"_s);
    QCOMPARE(failed.count(), 0);
}

void CreateControllerTest::createsVerifiesAndHolds()
{
    QSignalSpy created(m_controller.get(), &CreateController::created);
    m_controller->create(request(u"ci"_s));
    m_controller->create(request(u"ci"_s)); // a second press while the first is under way
    QTRY_COMPARE(created.count(), 1);
    const auto outcome = created.first().first().value<tokens::CreateOutcome>();
    QSignalSpy verified(m_controller.get(), &CreateController::verified);
    m_controller->verify(outcome.created);
    QTRY_COMPARE(verified.count(), 1);
    QVERIFY(verified.first().first().value<tokens::VerifyOutcome>().valid);
    QSignalSpy held(m_controller.get(), &CreateController::held);
    m_controller->hold(outcome.created);
    QTRY_COMPARE(held.count(), 1);
    const QString key = tokens::HeldSecrets::keyOf(outcome.created.token.id);
    const auto kept = test::await((*m_services)->secretStore().read(key));
    QVERIFY_RESULT(kept);
    QVERIFY(kept->has_value() && kept->value().equals(outcome.created.secret));
    store::HeldStore &notes = *(*m_services)->heldStore();
    QCOMPARE(notes.all()->size(), 1U);
    QCOMPARE(notes.all()->front().tokenId, outcome.created.token.id);
    QSignalSpy removed(m_controller.get(), &CreateController::heldRemoved);
    m_controller->removeHeld(outcome.created.token.id);
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(notes.all()->empty());
    QCOMPARE(created.count(), 1);
}

void CreateControllerTest::namesTheFieldOfARefusal()
{
    QSignalSpy failed(m_controller.get(), &CreateController::createFailed);
    tokens::CreateRequest wrong = request(u"ci"_s);
    wrong.ipAllow = QStringList{u"300.1.1.1"_s};
    m_controller->create(wrong);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<base::Error>().field, u"ipAllow[0]"_s);
}

QTEST_GUILESS_MAIN(CreateControllerTest)
#include "tst_createcontroller.moc"
