// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/expirynotifier.h"
#include "core/sandbox/sandboxserver.h"
#include "tests/support/await.h"
#include "tests/support/fakenotifications.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using test::await;

namespace {

constexpr int kPatience = 20'000; // changes are gathered for a few seconds

} // namespace

/** The program as far as it tells of expiries; made again on the same directory it is that program restarted. */
class Program
{
public:
    Program(const QString &directory, const sandbox::SandboxServer &cloudflare)
        : services(makeServices(directory, cloudflare))
        , settings(services->paths().config + "/settings.json"_L1)
        , notifications(QDBusConnection::sessionBus())
        , notifier({.services = *services, .settings = settings, .notifications = notifications})
    {
    }
    ~Program() { QCoro::waitFor(services->stop(std::chrono::seconds(1))); }
    Q_DISABLE_COPY_MOVE(Program)

    QString make(const QString &name, const QString &expiresIn)
    {
        const tokens::CreateRequest request{.name = name, .templateId = u"dns_only"_s, .expiresIn = expiresIn};
        const base::Result<tokens::CreateOutcome> made = await(services->tokens().create(request, tokens::Actor()));
        return made ? made->created.token.id : QString();
    }
    bool revoke(const QString &id)
    {
        const tokens::TokenAddress address{.tokenId = id};
        return await(services->changes().revoke(address, tokens::Actor())).has_value();
    }
    bool setSteps(const QList<int> &steps)
    {
        settings::Settings changed = settings.current();
        changed.expirySteps = steps;
        return settings.change(changed).has_value();
    }
    [[nodiscard]] qsizetype kept() const { return qsizetype(services->noticeStore()->all()->size()); }

    std::unique_ptr<app::Services> services;
    settings::SettingsStore settings;
    platform::Notifications notifications;
    app::ExpiryNotifier notifier;

private:
    static std::unique_ptr<app::Services> makeServices(const QString &directory,
                                                       const sandbox::SandboxServer &cloudflare)
    {
        auto services = app::Services::create({.port = 0,
                                               .dataDir = directory,
                                               .apiBase = cloudflare.apiBase(),
                                               .bootstrapToken = cloudflare.bootstrapToken()});
        if (!services)
            qFatal("%s", qPrintable(services.error().message));
        (void)await((*services)->findBootstrapToken());
        return *std::move(services);
    }
};

/**
 * By what a person sees. A token that ends later than the others is told of last in one look: once it is there, all
 * that this look had to say is there.
 */
class ExpiryNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsOncePerTokenAndStep();
    void remembersOverARestart();
    void saysNothingOfTheRevoked();

private:
    [[nodiscard]] qsizetype told(const QString &name) const { return m_screen->titles().filter(name).size(); }

    base::SystemClock m_clock;
    std::unique_ptr<sandbox::SandboxServer> m_cloudflare;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::FakeNotifications> m_screen;
    std::unique_ptr<Program> m_program;
};

void ExpiryNotifierTest::init()
{
    m_cloudflare = std::make_unique<sandbox::SandboxServer>(
        sandbox::SandboxServer::Options{.world = {.accounts = 1, .tokens = 0}}, m_clock);
    QVERIFY(m_cloudflare->listen(0));
    m_directory = std::make_unique<QTemporaryDir>();
    m_screen = std::make_unique<test::FakeNotifications>();
    m_program = std::make_unique<Program>(m_directory->path(), *m_cloudflare);
}

void ExpiryNotifierTest::cleanup()
{
    m_program.reset();
    m_screen.reset();
}

void ExpiryNotifierTest::tellsOncePerTokenAndStep()
{
    QVERIFY(m_program->setSteps({30, 14, 7}));
    QVERIFY(!m_program->make(u"alpha"_s, u"20d"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(u"alpha"_s), 1, kPatience);
    QVERIFY(!m_program->make(u"beta"_s, u"28d"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(u"beta"_s), 1, kPatience);
    QCOMPARE(told(u"alpha"_s), 1);

    QVERIFY(m_program->setSteps({30, 21, 14, 7})); // as if days had gone by
    QVERIFY(!m_program->make(u"gamma"_s, u"29d"_s).isEmpty());
    QVERIFY(!m_program->make(u"delta"_s, u"300d"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(u"gamma"_s), 1, kPatience);
    QCOMPARE(told(u"alpha"_s), 2);
    QCOMPARE(told(u"beta"_s), 1);
    QCOMPARE(told(u"delta"_s), 0);
}

void ExpiryNotifierTest::remembersOverARestart()
{
    QVERIFY(!m_program->make(u"alpha"_s, u"20d"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(u"alpha"_s), 1, kPatience);
    QTRY_COMPARE(m_program->kept(), 1);
    m_program.reset();
    m_program = std::make_unique<Program>(m_directory->path(), *m_cloudflare);
    QCOMPARE(m_program->kept(), 1);
    m_program->services->inventory().refresh();
    QTRY_VERIFY(m_program->services->inventory().state() != tokens::Inventory::State::Loading);
    QVERIFY(!m_program->make(u"beta"_s, u"28d"_s).isEmpty());
    QCOMPARE(m_program->notifier.expiringSoon(), 2); // alpha is among them
    QTRY_COMPARE_WITH_TIMEOUT(told(u"beta"_s), 1, kPatience);
    QCOMPARE(told(u"alpha"_s), 1);
}

void ExpiryNotifierTest::saysNothingOfTheRevoked()
{
    const QString early = m_program->make(u"early"_s, u"20d"_s);
    QVERIFY(m_program->revoke(early)); // before anybody looked
    const QString alpha = m_program->make(u"alpha"_s, u"22d"_s);
    QTRY_COMPARE_WITH_TIMEOUT(told(u"alpha"_s), 1, kPatience);
    QCOMPARE(told(u"early"_s), 0);
    QVERIFY(m_program->revoke(alpha));
    QVERIFY(m_program->setSteps({30, 25}));
    QVERIFY(!m_program->make(u"beta"_s, u"28d"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(u"beta"_s), 1, kPatience);
    QCOMPARE(told(u"alpha"_s), 1);
}

QTEST_GUILESS_MAIN(ExpiryNotifierTest)
#include "tst_expirynotifier.moc"
