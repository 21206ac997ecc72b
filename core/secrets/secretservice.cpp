// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretservice.h"

#include "core/base/text.h"
#include "core/secrets/words.h"

#include <QCoroSignal>
#include <QCoroTimer>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFile>
#include <QLibrary>

#include <array>

namespace tokensmith::secrets {

using namespace Qt::StringLiterals;

namespace {

using Provider = StoreStatus::Provider;
using State = StoreStatus::State;
using std::chrono::milliseconds;

constexpr auto kService = "org.freedesktop.secrets"_L1;
constexpr auto kServicePath = "/org/freedesktop/secrets"_L1;

/** One call on the session bus. A lost bus or a silent service is a reply of type ErrorMessage. */
QCoro::Task<QDBusMessage> call(QDBusMessage message, milliseconds timeout)
{
    QDBusPendingCallWatcher watcher(
        QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(timeout.count())));
    if (!watcher.isFinished())
        co_await qCoro(&watcher, &QDBusPendingCallWatcher::finished);
    co_return watcher.reply();
}

QDBusMessage busCall(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                          u"org.freedesktop.DBus"_s, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage readDefaultAlias()
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(kService, kServicePath, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    message.setArguments({u"default"_s});
    return message;
}

QDBusMessage getProperty(const QString &path, const QString &interface, const QString &name)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(kService, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message.setArguments({interface, name});
    return message;
}

QVariant firstArgument(const QDBusMessage &reply)
{
    const QVariantList arguments = reply.arguments();
    return reply.type() == QDBusMessage::ReplyMessage && !arguments.isEmpty() ? arguments.first() : QVariant();
}

bool isSilence(const QDBusMessage &reply)
{
    switch (QDBusError(reply).type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return true;
    default: // an outside enumeration of three dozen kinds
        return false;
    }
}

QCoro::Task<bool> isOwnedOrActivatable(QString name, milliseconds timeout)
{
    const QDBusMessage askOwner = busCall(u"NameHasOwner"_s, {name});
    const QDBusMessage owned = co_await call(askOwner, timeout);
    if (firstArgument(owned).toBool())
        co_return true;
    const QDBusMessage askNames = busCall(u"ListActivatableNames"_s, {});
    const QDBusMessage names = co_await call(askNames, timeout);
    co_return firstArgument(names).toStringList().contains(name);
}

/** The KWallet that QtKeychain prefers on its own desktop, if it is there; else an empty string. */
QString preferredKWallet()
{
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    const QByteArray version = qgetenv("KDE_SESSION_VERSION");
    if (desktop != "KDE" || (version != "5" && version != "6"))
        return {};
    return "org.kde.kwalletd"_L1 + QString::fromLatin1(version);
}

QCoro::Task<bool> isLocked(QString collection, milliseconds timeout)
{
    const QDBusMessage ask = getProperty(collection, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s);
    const QDBusMessage reply = co_await call(ask, timeout);
    co_return firstArgument(reply).value<QDBusVariant>().variant().toBool();
}

/** Where no collection is the default one, a value of ours could be in any. */
QCoro::Task<bool> isAnyLocked(milliseconds timeout)
{
    const QDBusMessage ask = getProperty(kServicePath, u"org.freedesktop.Secret.Service"_s, u"Collections"_s);
    const QDBusMessage reply = co_await call(ask, timeout);
    const QVariant list = firstArgument(reply).value<QDBusVariant>().variant();
    const auto collections = qdbus_cast<QList<QDBusObjectPath>>(list);
    for (const QDBusObjectPath &collection : collections) {
        const bool locked = co_await isLocked(collection.path(), timeout);
        if (locked)
            co_return true;
    }
    co_return false;
}

QCoro::Task<Provider> ownerOfService(milliseconds timeout)
{
    const QDBusMessage ask = busCall(u"GetConnectionUnixProcessID"_s, {QString(kService)});
    const QDBusMessage reply = co_await call(ask, timeout);
    QFile comm(u"/proc/%1/comm"_s.arg(firstArgument(reply).toUInt()));
    if (!comm.open(QIODevice::ReadOnly))
        co_return Provider::OtherService;
    co_return providerOfProcess(comm.readLine().trimmed());
}

StoreStatus describe(State state, Provider provider, const QString &detail)
{
    return {state, provider, providerName(provider), statusMessage(state, provider), base::plainLine(detail)};
}

} // namespace

QString statusMessage(State state, Provider provider)
{
    const QString name = providerName(provider);
    switch (state) {
    case State::Ready:
        return Words::tr("%1 is ready.").arg(name);
    case State::Locked:
        return Words::tr("%1 is locked. Unlock it, then press Try again.").arg(name);
    case State::NotAnswering:
        return Words::tr("%1 doesn't answer. Restart it, then press Try again.").arg(name);
    case State::Unavailable:
        return Words::tr("No keychain on this session. Install GNOME Keyring or KWallet and sign in again.");
    }
    Q_UNREACHABLE();
}

QCoro::Task<StoreStatus> probeKeychain(milliseconds timeout)
{
    // The bus has a thread of its own: without this, an answer that is quick enough, or no bus, would come at once.
    co_await QCoro::sleepFor(milliseconds::zero());
    if (!QDBusConnection::sessionBus().isConnected())
        co_return describe(State::Unavailable, Provider::None, QDBusConnection::sessionBus().lastError().message());
    const QString wallet = preferredKWallet();
    if (!wallet.isEmpty()) {
        const bool there = co_await isOwnedOrActivatable(wallet, timeout);
        if (there)
            co_return describe(State::Ready, Provider::KWallet, {});
    }
    if (!QLibrary(u"secret-1"_s, 0).load())
        co_return describe(State::Unavailable, Provider::None, u"libsecret is not installed (libsecret-1-0)"_s);

    // The call starts the service where the bus can; an error other than silence means that nothing is there.
    const QDBusMessage ask = readDefaultAlias();
    const QDBusMessage alias = co_await call(ask, timeout);
    if (alias.type() != QDBusMessage::ReplyMessage && !isSilence(alias))
        co_return describe(State::Unavailable, Provider::None, alias.errorMessage());
    const Provider provider = co_await ownerOfService(timeout);
    if (alias.type() != QDBusMessage::ReplyMessage)
        co_return describe(State::NotAnswering, provider, alias.errorMessage());

    const QString collection = firstArgument(alias).value<QDBusObjectPath>().path();
    const bool hasDefault = collection.size() > 1;
    bool locked = false;
    if (hasDefault)
        locked = co_await isLocked(collection, timeout);
    else
        locked = co_await isAnyLocked(timeout);
    co_return describe(locked ? State::Locked : State::Ready, provider, {});
}

Provider providerOfProcess(QByteArrayView comm)
{
    struct Row
    {
        QByteArrayView prefix;
        Provider provider;
    };
    static constexpr std::array<Row, 4> rows{{
        {"gnome-keyring-d", Provider::GnomeKeyring},
        {"kwalletd", Provider::KWallet},
        {"ksecretd", Provider::KWallet},
        {"keepassxc", Provider::KeePassXC},
    }};
    for (const Row &row : rows) {
        if (comm.startsWith(row.prefix))
            return row.provider;
    }
    return Provider::OtherService;
}

QString providerName(Provider provider)
{
    switch (provider) {
    case Provider::None:
        return {};
    case Provider::GnomeKeyring:
        return u"GNOME Keyring"_s;
    case Provider::KWallet:
        return u"KWallet"_s;
    case Provider::KeePassXC:
        return u"KeePassXC"_s;
    case Provider::OtherService:
        return Words::tr("The keychain service");
    case Provider::Memory:
        return Words::tr("Memory");
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::secrets
