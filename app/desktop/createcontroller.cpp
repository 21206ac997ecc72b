// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/createcontroller.h"

#include "ui/common/deliver.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkReply>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;

namespace {

constexpr auto kAddressPatience = 5s;

/** The address in Cloudflare's "trace" page, lines of key=value; empty: there is none. */
QString addressIn(const QByteArray &trace)
{
    for (const QByteArray &line : trace.split('\n')) {
        if (!line.startsWith("ip="))
            continue;
        const QString text = QString::fromLatin1(line.mid(3).trimmed());
        return QHostAddress(text).isNull() ? QString() : text;
    }
    return {};
}

Error noAddress(const QString &detail)
{
    return {.code = Error::Code::Unavailable,
            .message = CreateController::tr("Your address couldn't be found out. Enter it by hand."),
            .detail = detail};
}

/** The services outlive it; the controller need not. */
base::Async<ui::CreatePlaces> findPlaces(Services *services, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<tokens::Connection> connection = co_await services->connection().ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    const base::Result<std::vector<model::Account>> accounts = co_await services->accounts().list(options);
    if (!accounts && connection->owner.kind == model::Owner::Kind::User)
        co_return ui::CreatePlaces{.owners = {connection->owner}, .accounts = {}}; // it may not list them
    if (!accounts)
        co_return base::fail(accounts.error());
    co_return ui::CreatePlaces{.owners = tokens::ownersInReach(*connection, *accounts), .accounts = *accounts};
}

} // namespace

CreateController::CreateController(Services &services, QObject *parent)
    : CreateActions(parent)
    , m_services(services)
    , m_held(services.secretStore(), services.heldStore())
{
}

CreateController::~CreateController()
{
    for (base::CancelSource *source : {&m_places, &m_groups, &m_zones, &m_preview, &m_verify})
        source->cancel();
}

base::CancelToken CreateController::renew(base::CancelSource &source)
{
    source.cancel();
    source = base::CancelSource();
    return source.token();
}

const std::vector<catalog::Template> &CreateController::templates() const
{
    return m_services.templates().all();
}

const std::vector<model::Token> &CreateController::tokens() const
{
    return m_services.inventory().tokens();
}

QString CreateController::ownerName(const model::Owner &owner) const
{
    return m_services.inventory().ownerName(owner);
}

QUrl CreateController::apiBase() const
{
    const QUrl sandbox = m_services.sandboxApi();
    return sandbox.isEmpty() ? m_services.options().apiBase : sandbox;
}

void CreateController::loadPlaces()
{
    const base::CancelToken cancel = renew(m_places);
    ui::deliver(findPlaces(&m_services, cancel), this, [this, cancel](const base::Result<ui::CreatePlaces> &places) {
        if (cancel.isCancelled())
            return;
        if (places)
            Q_EMIT placesLoaded(*places);
        else
            Q_EMIT placesFailed(places.error());
    });
}

void CreateController::loadGroups(const model::Owner &owner)
{
    const base::CancelToken cancel = renew(m_groups);
    ui::deliver(m_services.tokens().grantable(owner, cancel), this,
                [this, cancel](const base::Result<tokens::GrantableGroups> &groups) {
                    if (cancel.isCancelled())
                        return;
                    if (groups)
                        Q_EMIT groupsLoaded(*groups);
                    else
                        Q_EMIT groupsFailed(groups.error());
                });
}

void CreateController::loadZones(const QString &accountId)
{
    const base::CancelToken cancel = renew(m_zones);
    const cloudflare::CallOptions options{.cancel = cancel};
    ui::deliver(m_services.zones().ofAccount(accountId, tokens::Zones::kFresh, options), this,
                [this, accountId, cancel](const base::Result<std::vector<model::Zone>> &zones) {
                    if (cancel.isCancelled())
                        return;
                    if (zones)
                        Q_EMIT zonesLoaded(accountId, *zones);
                    else
                        Q_EMIT zonesFailed(zones.error());
                });
}

void CreateController::findAddress()
{
    const QUrl base = apiBase();
    if (QHostAddress(base.host()).isLoopback()) {
        Q_EMIT addressFound(base.host()); // the simulated Cloudflare is called from here
        return;
    }
    QNetworkRequest request(base.resolved(QUrl(u"/cdn-cgi/trace"_s)));
    request.setTransferTimeout(int(std::chrono::milliseconds(kAddressPatience).count()));
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const QString address = addressIn(reply->read(4096));
        if (address.isEmpty())
            Q_EMIT addressFailed(noAddress(reply->errorString()));
        else
            Q_EMIT addressFound(address);
    });
}

void CreateController::preview(const tokens::CreateRequest &request)
{
    const base::CancelToken cancel = renew(m_preview);
    ui::deliver(m_services.tokens().preview(request, cancel), this,
                [this, cancel](const base::Result<tokens::PreviewOutcome> &outcome) {
                    if (cancel.isCancelled())
                        return;
                    if (outcome)
                        Q_EMIT previewed(*outcome);
                    else
                        Q_EMIT previewFailed(outcome.error());
                });
}

void CreateController::create(const tokens::CreateRequest &request)
{
    if (m_creating)
        return;
    m_creating = true;
    ui::deliver(m_services.tokens().create(request, {}), this,
                [this](const base::Result<tokens::CreateOutcome> &outcome) {
                    m_creating = false;
                    if (outcome)
                        Q_EMIT created(*outcome);
                    else
                        Q_EMIT createFailed(outcome.error());
                });
}

void CreateController::hold(const model::CreatedToken &created)
{
    const QString id = created.token.id;
    const QString name = created.token.name;
    ui::deliver(m_held.hold(id, created.secret), this, [this, id, name](const base::Result<base::Done> &done) {
        if (!done) {
            Q_EMIT holdFailed(done.error());
            return;
        }
        m_held.note({.tokenId = id, .tokenName = name, .client = {}, .heldAt = m_services.clock().now()});
        Q_EMIT held();
    });
}

void CreateController::removeHeld(const QString &tokenId)
{
    ui::deliver(m_held.discard(tokenId), this, [this](const base::Result<base::Done> &done) {
        if (done)
            Q_EMIT heldRemoved();
        else
            Q_EMIT holdFailed(done.error());
    });
}

void CreateController::verify(const model::CreatedToken &created)
{
    const base::CancelToken cancel = renew(m_verify);
    QElapsedTimer timer;
    timer.start();
    ui::deliver(m_services.tokens().verify(created.secret, created.token.owner.accountId, cancel), this,
                [this, cancel, timer](const base::Result<tokens::VerifyOutcome> &outcome) {
                    if (cancel.isCancelled())
                        return;
                    if (outcome)
                        Q_EMIT verified(*outcome, std::chrono::milliseconds(timer.elapsed()));
                    else
                        Q_EMIT verifyFailed(outcome.error());
                });
}

void CreateController::revoke(const model::Token &token)
{
    const tokens::TokenAddress address{
        .tokenId = token.id, .kind = token.owner.kind, .accountId = token.owner.accountId};
    ui::deliver(m_services.changes().revoke(address, {}), this,
                [this](const base::Result<tokens::RevokeOutcome> &outcome) {
                    if (outcome)
                        Q_EMIT revoked();
                    else
                        Q_EMIT revokeFailed(outcome.error());
                });
}

} // namespace tokensmith::app
