// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/clientscontroller.h"

#include "ui/common/deliver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using namespace clients::connect;
using base::Error;
using clients::ClientRegistry;
using ui::ClientChange;
using ui::ClientChangeDone;
using Goal = ui::ClientChange::Goal;

namespace {

/** Stands in the shown plan for the key that is made when a person agrees; shown as dots. */
base::Secret standIn()
{
    return base::Secret("tsk_" + QByteArray(43, '0'));
}

Error changedMeanwhile(const QString &client)
{
    return {.code = Error::Code::Unavailable,
            .message = ClientsController::tr("%1's file has changed in the meantime. Nothing was written; this is the "
                                             "new difference.")
                           .arg(client)};
}

Error notInKeychain()
{
    return {.code = Error::Code::NotFound,
            .message =
                ClientsController::tr("The keychain has no secret of this token any more. Forget it here, too.")};
}

} // namespace

ClientsController::ClientsController(const Parts &parts, QObject *parent)
    : ClientsActions(parent)
    , m_parts(parts)
    , m_connector(parts.surroundings, parts.services.clock())
    , m_held(parts.services.secretStore(), parts.services.heldStore())
    , m_tally(parts.services.audit(), parts.services.clock())
{
    connect(&registry(), &ClientRegistry::changed, this, &ClientsActions::keysChanged);
    connect(&m_parts.services.inventory(), &tokens::Inventory::tokensChanged, this, &ClientsActions::accountsChanged);
    connect(&m_tally, &ApprovalTally::changed, this, &ClientsActions::approvalsChanged);
    if (store::HeldStore *held = m_parts.services.heldStore())
        connect(held, &store::HeldStore::changed, this, &ClientsActions::heldChanged);
}

ClientsController::Parts ClientsController::usualParts(Services &services)
{
    const QDir programs(QCoreApplication::applicationDirPath());
    const QString bundle = QDir::cleanPath(programs.filePath(u"../share/tokensmith/tokensmith.mcpb"_s));
    return {.services = services,
            .surroundings = surroundingsFrom(QProcessEnvironment::systemEnvironment()),
            .bridge = programs.filePath(u"tokensmith-bridge"_s),
            .bundle = QFileInfo::exists(bundle) ? bundle : QString()};
}

const std::vector<clients::Client> &ClientsController::keys() const
{
    return registry().all();
}

const std::vector<model::Account> &ClientsController::accounts() const
{
    return m_parts.services.accounts().known();
}

const std::vector<catalog::Template> &ClientsController::templates() const
{
    return m_parts.services.templates().all();
}

base::Result<base::Secret> ClientsController::createKey(const QString &name, const clients::ClientPolicy &policy)
{
    return registry().create(name, policy);
}

base::Result<base::Done> ClientsController::renameKey(const QString &from, const QString &to)
{
    return registry().rename(from, to);
}

base::Result<base::Done> ClientsController::setPolicy(const QString &name, const clients::ClientPolicy &policy)
{
    return registry().setPolicy(name, policy);
}

base::Result<base::Done> ClientsController::setStanding(const QString &name, clients::KeyStanding standing)
{
    return registry().setStanding(name, standing);
}

base::Result<base::Done> ClientsController::revokeKey(const QString &name)
{
    return registry().revoke(name);
}

ServerAccess ClientsController::access(const base::Secret &key) const
{
    const QUrl listening = m_parts.services.endpoint().url();
    const QString url =
        listening.isEmpty() ? u"http://127.0.0.1:%1/mcp"_s.arg(m_parts.services.options().port) : listening.toString();
    return {.url = url, .key = key, .bridge = m_parts.bridge};
}

QString ClientsController::nameOf(const QString &clientId) const
{
    const ClientFormat *format = clientFormat(clientId);
    return format ? QString(format->name) : clientId;
}

std::optional<base::Secret> ClientsController::keyInFile(const QString &clientId) const
{
    const base::Result<Plan> present = m_connector.planDisconnect(clientId); // it names the keys it would take out
    if (!present || present->keys.isEmpty())
        return std::nullopt;
    return present->keys.front();
}

std::optional<QString> ClientsController::ownerOf(const std::optional<base::Secret> &key) const
{
    if (!key)
        return std::nullopt;
    const auto owner = m_parts.services.clientKeys().authenticate(*key);
    return owner ? std::optional(owner->name) : std::nullopt;
}

bool ClientsController::isElsewhere(const QString &keyName, const QString &clientId) const
{
    const QList<ClientPlace> places = m_connector.clients();
    return std::any_of(places.begin(), places.end(), [&](const ClientPlace &place) {
        return place.id != clientId && ownerOf(keyInFile(place.id)) == keyName;
    });
}

QString ClientsController::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; registry().find(name); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

std::vector<ui::FoundClient> ClientsController::foundClients() const
{
    const clients::ClientKeys &known = m_parts.services.clientKeys();
    const ServerAccess wanted = access({});
    const ExpectedAccess expected{
        .url = wanted.url, .bridge = wanted.bridge, .isItsKey = [&known](const base::Secret &key) {
            return known.authenticate(key).has_value();
        }};
    std::vector<ui::FoundClient> found;
    const QList<ClientPlace> places = m_connector.clients();
    for (const ClientPlace &place : places) {
        if (place.presence == ClientPlace::Presence::Found)
            found.push_back({.place = place, .connection = m_connector.connection(place.id, expected)});
    }
    return found;
}

base::Result<ClientsController::Planned> ClientsController::makePlan(Goal goal, const QString &clientId) const
{
    Planned planned{.change = {.goal = goal, .clientId = clientId, .clientName = nameOf(clientId)}, .plan = {}};
    const std::optional<base::Secret> present = keyInFile(clientId);
    const std::optional<QString> owner = ownerOf(present);
    base::Result<Plan> plan = base::fail(Error{});
    switch (goal) {
    case Goal::Connect:
        if (!owner)
            planned.change.newKey = freeName(planned.change.clientName);
        plan = m_connector.planConnect(clientId, access(owner ? *present : standIn()));
        break;
    case Goal::Disconnect:
        if (owner && registry().find(*owner)->origin == clients::Client::Origin::Kept && !isElsewhere(*owner, clientId))
            planned.change.oldKey = *owner;
        plan = m_connector.planDisconnect(clientId);
        break;
    }
    if (!plan)
        return base::fail(std::move(plan.error()));
    planned.plan = *std::move(plan);
    planned.change.file = planned.plan.file;
    planned.change.effect = planned.plan.effect;
    planned.change.lines = shownDiff(planned.plan);
    if (goal == Goal::Connect && m_parts.services.options().mode == Mode::Sandbox)
        planned.change.caution = tr("This connects it to the sandbox, not to your Cloudflare account.");
    return planned;
}

base::Result<ClientChange> ClientsController::plan(Goal goal, const QString &clientId)
{
    base::Result<Planned> planned = makePlan(goal, clientId);
    if (!planned)
        return base::fail(std::move(planned.error()));
    m_planned = *std::move(planned);
    return m_planned->change;
}

base::Result<ClientChangeDone> ClientsController::carryOut(const ClientChange &change)
{
    const base::Result<Planned> now = makePlan(change.goal, change.clientId);
    if (!now)
        return base::fail(now.error());
    const bool isAsShown = m_planned && m_planned->change.clientId == change.clientId
                           && m_planned->change.goal == change.goal && m_planned->plan.file == now->plan.file
                           && m_planned->plan.before == now->plan.before && m_planned->plan.after == now->plan.after;
    if (!isAsShown)
        return base::fail(changedMeanwhile(now->change.clientName));
    m_planned.reset();
    if (!now->change.newKey.isEmpty())
        return connectWithNewKey(*now);
    base::Result<ClientChangeDone> done = apply(now->plan);
    if (!done || now->change.oldKey.isEmpty())
        return done;
    const base::Result<base::Done> revoked = revokeKey(now->change.oldKey);
    if (!revoked)
        return base::fail(revoked.error());
    return done;
}

base::Result<ClientChangeDone> ClientsController::connectWithNewKey(const Planned &planned)
{
    const base::Result<base::Secret> key = registry().create(planned.change.newKey, {});
    if (!key)
        return base::fail(key.error());
    const auto undo = [this, &planned](const Error &error) {
        (void)revokeKey(planned.change.newKey); // nobody has it
        return base::fail(error);
    };
    const base::Result<Plan> plan = m_connector.planConnect(planned.change.clientId, access(*key));
    if (!plan)
        return undo(plan.error());
    if (plan->before != planned.plan.before)
        return undo(changedMeanwhile(planned.change.clientName));
    base::Result<ClientChangeDone> done = apply(*plan);
    if (!done)
        return undo(done.error());
    return done;
}

base::Result<ClientChangeDone> ClientsController::apply(const Plan &plan) const
{
    const base::Result<AppliedPlan> applied = m_connector.apply(plan);
    if (!applied)
        return base::fail(applied.error());
    return ClientChangeDone{.backup = applied->backup};
}

QString ClientsController::snippet(const base::Secret &key) const
{
    return ClientConnector::snippet({}, access(key));
}

std::vector<ui::HeldToken> ClientsController::heldTokens() const
{
    std::vector<ui::HeldToken> tokens;
    const store::HeldStore *store = m_parts.services.heldStore();
    if (!store)
        return tokens;
    const base::Result<std::vector<store::HeldSecret>> all = store->all();
    if (!all)
        return tokens;
    tokens.reserve(all->size());
    for (const store::HeldSecret &held : *all) {
        tokens.push_back(
            {.tokenId = held.tokenId, .tokenName = held.tokenName, .client = held.client, .heldAt = held.heldAt});
    }
    return tokens;
}

void ClientsController::readHeld(const QString &tokenId)
{
    ui::deliver(m_parts.services.secretStore().read(tokens::HeldSecrets::keyOf(tokenId)), this,
                [this, tokenId](const base::Result<std::optional<base::Secret>> &secret) {
                    if (!secret)
                        Q_EMIT heldFailed(tokenId, secret.error());
                    else if (!*secret)
                        Q_EMIT heldFailed(tokenId, notInKeychain());
                    else
                        Q_EMIT heldRead(tokenId, **secret);
                });
}

void ClientsController::forgetHeld(const QString &tokenId)
{
    ui::deliver(m_held.discard(tokenId), this, [this, tokenId](const base::Result<base::Done> &done) {
        if (!done)
            Q_EMIT heldFailed(tokenId, done.error());
    });
}

} // namespace tokensmith::app
