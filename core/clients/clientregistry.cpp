// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clientregistry.h"

#include "core/base/identifiers.h"
#include "core/base/logging.h"
#include "core/base/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace tokensmith::clients {

using namespace Qt::StringLiterals;
using base::Error;
using Row = store::ClientRow;

namespace {

constexpr int kLongestName = 64;
constexpr int kLongestSighting = 100;
constexpr int kKeyBytes = 32;
const QStringList kReservedNames{u"env"_s, u"sandbox"_s};

QString textOf(const ClientPolicy &policy)
{
    return QString::fromUtf8(QJsonDocument(toJson(policy)).toJson(QJsonDocument::Compact));
}

Row rowOf(const Client &client)
{
    return {.name = client.name,
            .hash = {},
            .created = client.created,
            .state = client.standing == KeyStanding::Paused ? Row::State::Paused : Row::State::Active,
            .policy = textOf(client.policy),
            .seenAt = client.seenAt,
            .seenRevision = client.seen.revision,
            .seenAs = client.seen.client};
}

ClientPolicy nothing()
{
    ClientPolicy policy;
    policy.permissions.fill(Permission::Deny);
    return policy;
}

Client clientFrom(const Row &row)
{
    const base::Result<ClientPolicy> policy = policyFrom(QJsonDocument::fromJson(row.policy.toUtf8()).object());
    if (!policy)
        qCWarning(base::logApp).noquote() << "the policy of the client" << row.name << "can't be read: it is paused";
    const bool open = policy && row.state == Row::State::Active;
    return {.name = row.name,
            .standing = open ? KeyStanding::Open : KeyStanding::Paused,
            .policy = policy.value_or(nothing()),
            .created = row.created,
            .seenAt = row.seenAt,
            .seen = {.revision = row.seenRevision, .client = row.seenAs}};
}

Error nameError(const QString &message)
{
    return {.code = Error::Code::InvalidArgument, .message = message, .field = u"name"_s};
}

Error noSuchClient(const QString &name)
{
    return {.code = Error::Code::NotFound, .message = u"There is no client named \"%1\"."_s.arg(name)};
}

Error nothingKept()
{
    return {.code = Error::Code::Unavailable,
            .message = u"No client key can be kept: the database can't be used. See Settings."_s};
}

void update(QString &known, const QString &told)
{
    if (!told.isEmpty())
        known = base::plainLine(told, kLongestSighting);
}

} // namespace

ClientRegistry::ClientRegistry(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

base::Result<base::Done> ClientRegistry::load()
{
    if (!m_parts.store)
        return base::Done{};
    const base::Result<std::vector<Row>> rows = m_parts.store->all();
    if (!rows)
        return base::fail(rows.error());
    for (const Row &row : *rows) {
        if (find(row.name))
            continue;
        m_parts.keys.addHash(row.name, row.hash);
        insert(clientFrom(row));
    }
    return base::Done{};
}

base::Result<base::Done> ClientRegistry::declare(const QString &name, const base::Secret &key,
                                                 const ClientPolicy &policy)
{
    base::Result<base::Done> fine = checkName(name);
    if (!fine)
        return fine;
    if (!m_parts.keys.add(name, key))
        return base::fail({.code = Error::Code::InvalidArgument, .message = u"An empty key opens nothing."_s});
    insert({.name = name, .origin = Client::Origin::Environment, .policy = policy, .created = m_parts.clock.now()});
    Q_EMIT changed();
    return base::Done{};
}

base::Result<base::Secret> ClientRegistry::create(const QString &name, const ClientPolicy &policy)
{
    if (!m_parts.store)
        return base::fail(nothingKept());
    base::Result<base::Done> fine = checkNewName(name);
    if (fine)
        fine = checkLimits(policy.limits);
    if (!fine)
        return base::fail(std::move(fine.error()));
    base::Secret key("tsk_" + base::randomKey(kKeyBytes));
    Client client{.name = name, .policy = policy, .created = m_parts.clock.now()};
    Row row = rowOf(client);
    row.hash = ClientKeys::hashOf(key);
    const base::Result<base::Done> kept = m_parts.store->add(row);
    if (!kept)
        return base::fail(kept.error());
    m_parts.keys.addHash(name, row.hash);
    insert(std::move(client));
    Q_EMIT changed();
    return key;
}

base::Result<base::Done> ClientRegistry::rename(const QString &from, const QString &to)
{
    base::Result<Client *> client = editKept(from);
    if (!client)
        return base::fail(std::move(client.error()));
    base::Result<base::Done> fine = checkNewName(to);
    if (!fine)
        return fine;
    Client renamed = **client;
    renamed.name = to;
    fine = write(from, renamed);
    if (!fine)
        return fine;
    m_parts.keys.rename(from, to);
    m_seenWritten.remove(from);
    std::erase_if(m_clients, [&from](const Client &one) { return one.name == from; });
    insert(std::move(renamed));
    Q_EMIT shutOut(from);
    Q_EMIT changed();
    return base::Done{};
}

base::Result<base::Done> ClientRegistry::setPolicy(const QString &name, const ClientPolicy &policy)
{
    base::Result<Client *> client = editKept(name);
    if (!client)
        return base::fail(std::move(client.error()));
    base::Result<base::Done> fine = checkLimits(policy.limits);
    if (!fine)
        return fine;
    if ((*client)->policy == policy)
        return base::Done{};
    Client next = **client;
    next.policy = policy;
    fine = replace(name, next);
    if (!fine)
        return fine;
    Q_EMIT policyChanged(name);
    Q_EMIT changed();
    return base::Done{};
}

base::Result<base::Done> ClientRegistry::setStanding(const QString &name, KeyStanding standing)
{
    const Client *client = edit(name);
    if (!client)
        return base::fail(noSuchClient(name));
    if (client->standing == standing)
        return base::Done{};
    Client next = *client;
    next.standing = standing;
    base::Result<base::Done> done = replace(name, next);
    if (!done)
        return done;
    applyStanding(next);
    if (standing == KeyStanding::Paused)
        Q_EMIT shutOut(name);
    Q_EMIT changed();
    return done;
}

base::Result<base::Done> ClientRegistry::revoke(const QString &name)
{
    const base::Result<Client *> client = editKept(name);
    if (!client)
        return base::fail(client.error());
    base::Result<base::Done> removed = m_parts.store->remove(name);
    if (!removed)
        return removed;
    const QString gone = name; // it may be a member of what is erased
    m_parts.keys.remove(gone);
    m_seenWritten.remove(gone);
    std::erase_if(m_clients, [&gone](const Client &one) { return one.name == gone; });
    Q_EMIT shutOut(gone);
    Q_EMIT changed();
    return removed;
}

void ClientRegistry::setAllPaused(KeyStanding standing)
{
    if (m_all == standing)
        return;
    m_all = standing;
    QStringList names;
    for (const Client &client : m_clients) {
        applyStanding(client);
        names.append(client.name);
    }
    for (const QString &name : std::as_const(names)) {
        if (standing == KeyStanding::Paused)
            Q_EMIT shutOut(name);
    }
    Q_EMIT changed();
}

const Client *ClientRegistry::find(const QString &name) const
{
    const auto at =
        std::find_if(m_clients.begin(), m_clients.end(), [&name](const Client &one) { return one.name == name; });
    return at == m_clients.end() ? nullptr : &*at;
}

ClientPolicy ClientRegistry::policyOf(const QString &name) const
{
    const Client *client = find(name);
    return client ? client->policy : nothing();
}

void ClientRegistry::see(const QString &name, const Sighting &sighting)
{
    Client *client = edit(name);
    if (!client)
        return;
    const QDateTime now = m_parts.clock.now();
    client->seenAt = now;
    update(client->seen.revision, sighting.revision);
    update(client->seen.client, sighting.client);
    QDateTime &written = m_seenWritten[name];
    if (written.isValid() && std::abs(written.secsTo(now)) < kWriteSeenEvery.count())
        return;
    written = now;
    if (client->origin == Client::Origin::Kept) {
        const base::Result<base::Done> kept = write(name, *client);
        if (!kept)
            qCWarning(base::logApp).noquote() << kept.error().message;
    }
    Q_EMIT changed();
}

Client *ClientRegistry::edit(const QString &name)
{
    return const_cast<Client *>(std::as_const(*this).find(name)); // ours, and not const
}

base::Result<base::Done> ClientRegistry::checkName(const QString &name) const
{
    if (name.isEmpty() || name != base::plainLine(name, kLongestName).trimmed())
        return base::fail(nameError(u"A client's name has 1 to %1 visible characters."_s.arg(kLongestName)));
    if (find(name))
        return base::fail(nameError(u"There is a client named \"%1\" already. Choose another name."_s.arg(name)));
    return base::Done{};
}

base::Result<base::Done> ClientRegistry::checkNewName(const QString &name) const
{
    if (kReservedNames.contains(name))
        return base::fail(nameError(u"\"%1\" is kept for the operator's key. Choose another name."_s.arg(name)));
    return checkName(name);
}

base::Result<Client *> ClientRegistry::editKept(const QString &name)
{
    Client *client = edit(name);
    if (!client)
        return base::fail(noSuchClient(name));
    if (client->origin == Client::Origin::Kept)
        return client;
    return base::fail({.code = Error::Code::PermissionDenied,
                       .message = u"The key \"%1\" is set where the program is started and changed there; here it can "
                                  "be paused."_s.arg(name)});
}

base::Result<base::Done> ClientRegistry::write(const QString &name, const Client &client)
{
    if (!m_parts.store)
        return base::fail(nothingKept());
    return m_parts.store->change(name, rowOf(client));
}

base::Result<base::Done> ClientRegistry::replace(const QString &name, const Client &client)
{
    if (client.origin == Client::Origin::Kept) {
        base::Result<base::Done> written = write(name, client);
        if (!written)
            return written;
    }
    *edit(name) = client;
    return base::Done{};
}

void ClientRegistry::insert(Client client)
{
    applyStanding(client);
    const auto at = std::lower_bound(m_clients.begin(), m_clients.end(), client,
                                     [](const Client &a, const Client &b) { return a.name < b.name; });
    m_clients.insert(at, std::move(client));
}

void ClientRegistry::applyStanding(const Client &client)
{
    const bool paused = m_all == KeyStanding::Paused || client.standing == KeyStanding::Paused;
    m_parts.keys.setStanding(client.name, paused ? KeyStanding::Paused : KeyStanding::Open);
}

} // namespace tokensmith::clients
