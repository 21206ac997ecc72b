// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clientwords.h"

#include "core/base/text.h"
#include "ui/common/times.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::CallClass;
using clients::Client;
using clients::ClientLimits;
using clients::KeyStanding;
using clients::Permission;
using clients::SecretDelivery;
using clients::connect::ClientConnection;
using CoreLine = clients::connect::DiffLine;

namespace {

struct ClientWords
{
    Q_DECLARE_TR_FUNCTIONS(ClientWords)
};

QString accountWords(const QStringList &ids, const std::vector<model::Account> &accounts)
{
    if (ids.size() != 1)
        return ClientWords::tr("%n accounts", nullptr, int(ids.size()));
    const auto known = std::find_if(accounts.begin(), accounts.end(),
                                    [&ids](const model::Account &account) { return account.id == ids.front(); });
    if (known == accounts.end())
        return ClientWords::tr("1 account");
    return ClientWords::tr("%1 only", "an account").arg(base::plainLine(known->name, 60));
}

} // namespace

PolicyChoice choiceOf(Permission permission)
{
    switch (permission) {
    case Permission::Allow:
        return PolicyChoice::Allow;
    case Permission::Ask:
        return PolicyChoice::Ask;
    case Permission::Deny:
        return PolicyChoice::Deny;
    }
    Q_UNREACHABLE();
}

Permission permissionOf(PolicyChoice choice)
{
    switch (choice) {
    case PolicyChoice::Allow:
        return Permission::Allow;
    case PolicyChoice::Ask:
        return Permission::Ask;
    case PolicyChoice::Deny:
        return Permission::Deny;
    }
    Q_UNREACHABLE();
}

QString classWord(CallClass callClass)
{
    switch (callClass) {
    case CallClass::Read:
        return ClientWords::tr("Read");
    case CallClass::Create:
        return ClientWords::tr("Create");
    case CallClass::Change:
        return ClientWords::tr("Change");
    case CallClass::Revoke:
        return ClientWords::tr("Revoke");
    }
    Q_UNREACHABLE();
}

QString secretsWord(SecretDelivery secrets)
{
    switch (secrets) {
    case SecretDelivery::Hidden:
        return ClientWords::tr("Hidden");
    case SecretDelivery::Inline:
        return ClientWords::tr("Inline");
    }
    Q_UNREACHABLE();
}

QString keyTitle(const Client &client)
{
    const QString name = base::plainLine(client.name, 80);
    switch (client.origin) {
    case Client::Origin::Kept:
        return name;
    case Client::Origin::Environment:
        return name == "env"_L1 ? u"env (MCP_API_KEY)"_s : name;
    }
    Q_UNREACHABLE();
}

bool isEditable(const Client &client)
{
    return client.origin == Client::Origin::Kept;
}

bool isActive(const Client &client, const QDateTime &now)
{
    return client.standing == KeyStanding::Open && client.seenAt
           && std::chrono::seconds(std::abs(client.seenAt->secsTo(now))) < kActiveFor;
}

SeenWords seenWords(const Client &client, const QDateTime &now)
{
    const auto look = [](const QString &icon, Colour colour) {
        return CellLook{.icon = icon, .iconColour = colour, .style = TextStyle::Small, .iconGap = space::kTiny};
    };
    if (client.standing == KeyStanding::Paused)
        return {ClientWords::tr("Paused"), look(u"off"_s, Colour::Text3)};
    if (!client.seenAt)
        return {ClientWords::tr("Never"), look(u"pend"_s, Colour::Text3)};
    if (isActive(client, now))
        return {ClientWords::tr("Now"), look(u"act"_s, Colour::Ok)};
    return {lastUsedWords(*client.seenAt, now), look(u"clock"_s, Colour::Text3)};
}

QString lifetimeWords(const QString &lifetime)
{
    bool isNumber = false;
    const int count = QStringView(lifetime).chopped(lifetime.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (!isNumber)
        return base::plainLine(lifetime, 20);
    switch (lifetime.back().unicode()) {
    case u'h':
        return ClientWords::tr("%n hours", nullptr, count);
    case u'd':
        return ClientWords::tr("%n days", nullptr, count);
    case u'm':
        return ClientWords::tr("%n months", nullptr, count);
    case u'y':
        return ClientWords::tr("%n years", nullptr, count);
    default:
        return base::plainLine(lifetime, 20);
    }
}

QString limitWords(const Client &client, const std::vector<model::Account> &accounts)
{
    const ClientLimits &limits = client.policy.limits;
    QStringList words;
    if (!limits.accounts.isEmpty())
        words.append(accountWords(limits.accounts, accounts));
    if (!limits.templates.isEmpty())
        words.append(ClientWords::tr("%n templates", nullptr, int(limits.templates.size())));
    if (!limits.longestLifetime.isEmpty())
        words.append(ClientWords::tr("%1 at most", "a lifetime").arg(lifetimeWords(limits.longestLifetime)));
    if (words.isEmpty())
        words.append(ClientWords::tr("None", "limits"));
    if (!isEditable(client))
        words.append(ClientWords::tr("set at the start"));
    return words.join(u", "_s);
}

QString driftWords(const ClientConnection &connection)
{
    using Difference = ClientConnection::Difference;
    if (connection.differences.size() != 1)
        return ClientWords::tr("Out of date");
    switch (connection.differences.front()) {
    case Difference::Address:
        return ClientWords::tr("Old port");
    case Difference::Key:
        return ClientWords::tr("Unknown key");
    case Difference::Bridge:
        return ClientWords::tr("Old path");
    }
    Q_UNREACHABLE();
}

QString changeWords(const ClientChange &change)
{
    const auto count = [&change](CoreLine::Kind kind) {
        return int(std::count_if(change.lines.begin(), change.lines.end(),
                                 [kind](const CoreLine &line) { return line.kind == kind; }));
    };
    const int added = count(CoreLine::Kind::Added);
    const int removed = count(CoreLine::Kind::Removed);
    if (removed == 0)
        return ClientWords::tr("%n lines added", nullptr, added);
    if (added == 0)
        return ClientWords::tr("%n lines removed", nullptr, removed);
    return ClientWords::tr("%1, %2 removed", "lines")
        .arg(ClientWords::tr("%n lines added", nullptr, added))
        .arg(removed);
}

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? u"~/"_s + path.mid(home.size()) : path;
}

} // namespace tokensmith::ui
