// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/secrets/keyringdaemon.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QProcess>

#include <signal.h>

namespace tokensmith::test {

using namespace Qt::StringLiterals;

/** The Secret Service API's struct (oayays): a value on its way over the bus. */
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

// Found by argument-dependent lookup from QtDBus, so outside the anonymous namespace.
QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QDBusObjectPath kLogin(u"/org/freedesktop/secrets/collection/login"_s);

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

bool signalDaemon(int number)
{
    const int pid = qEnvironmentVariableIntValue("KEYRING_PID");
    return pid > 1 && ::kill(pid, number) == 0;
}

} // namespace

bool KeyringDaemon::lock()
{
    const QDBusMessage reply =
        call(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{kLogin})});
    return reply.type() == QDBusMessage::ReplyMessage;
}

bool KeyringDaemon::unlock()
{
    qDBusRegisterMetaType<WireSecret>();
    const QDBusMessage session = call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                      {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    if (session.type() != QDBusMessage::ReplyMessage)
        return false;
    const WireSecret password{
        session.arguments().at(1).value<QDBusObjectPath>(), {}, qgetenv("KEYRING_PASSWORD"), u"text/plain"_s};
    const QDBusMessage reply =
        call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
             {QVariant::fromValue(kLogin), QVariant::fromValue(password)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

bool KeyringDaemon::freeze()
{
    return signalDaemon(SIGSTOP);
}

bool KeyringDaemon::thaw()
{
    return signalDaemon(SIGCONT);
}

QByteArray KeyringDaemon::lookUp(const QByteArray &service, const QByteArray &key)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, QString::fromUtf8(service), u"user"_s,
                                  QString::fromUtf8(key), u"type"_s, u"plaintext"_s});
    return tool.waitForFinished() ? tool.readAllStandardOutput() : QByteArray("secret-tool did not finish");
}

} // namespace tokensmith::test
