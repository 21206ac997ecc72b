// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/clientconnector.h"

#include "core/base/text.h"
#include "core/clients/connect/configfile.h"
#include "core/clients/connect/syntax.h"

#include <utility>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr QStringView kDots = u"••••••••";

/** The reason of whoever looked at the file, as a whole sentence. */
Error aboutFile(const ClientFormat &format, const QString &path, Error error)
{
    error.message =
        base::plainLine(u"%1's file %2 is left as it is: %3. Put that right, or add the entry by hand."_s.arg(
            format.name, path, error.message));
    return error;
}

base::Result<const ClientFormat *> known(const QString &id)
{
    const ClientFormat *format = clientFormat(id);
    if (format)
        return format;
    return base::fail({.code = Error::Code::NotFound, .message = u"There is no client called \"%1\"."_s.arg(id)});
}

/** A client's file and what our entry in it says. */
struct FileWithEntry
{
    ConfigFile file;
    std::optional<QJsonObject> entry = {};
};

base::Result<FileWithEntry> look(const ClientFormat &format, const Surroundings &surroundings)
{
    const QString path = configPath(format, surroundings);
    base::Result<ConfigFile> file = readConfigFile(path, allowedRoots(format, surroundings));
    if (!file)
        return base::fail(aboutFile(format, path, file.error()));
    base::Result<std::optional<QJsonObject>> entry =
        editorFor(format.syntax).find(file->content.value_or(QByteArray()), entryPath(format));
    if (!entry)
        return base::fail(aboutFile(format, path, entry.error()));
    return FileWithEntry{.file = *std::move(file), .entry = *std::move(entry)};
}

Plan planFor(const ClientFormat &format, const FileWithEntry &found, const QByteArray &after)
{
    Plan plan{.clientId = format.id, .file = found.file.path, .before = found.file.content, .after = after};
    if (found.entry) {
        base::Secret key = accessFrom(format, *found.entry).key;
        if (!key.isEmpty())
            plan.keys.append(std::move(key));
    }
    return plan;
}

} // namespace

QList<DiffLine> shownDiff(const Plan &plan)
{
    QList<DiffLine> lines = lineDiff(plan.before.value_or(QByteArray()), plan.after);
    for (DiffLine &line : lines) {
        for (const base::Secret &key : plan.keys)
            line.text.replace(QString::fromUtf8(key.reveal()), kDots.toString());
    }
    return lines;
}

ClientConnector::ClientConnector(Surroundings surroundings, const base::Clock &clock)
    : m_surroundings(std::move(surroundings))
    , m_clock(clock)
{
}

QList<ClientPlace> ClientConnector::clients() const
{
    QList<ClientPlace> places;
    for (const ClientFormat &format : clientFormats()) {
        const bool isThere = isInstalled(format, m_surroundings);
        places.append({.id = format.id,
                       .name = format.name,
                       .file = configPath(format, m_surroundings),
                       .presence = isThere ? ClientPlace::Presence::Found : ClientPlace::Presence::NotFound});
    }
    return places;
}

base::Result<Plan> ClientConnector::planConnect(const QString &id, const ServerAccess &access) const
{
    const base::Result<const ClientFormat *> format = known(id);
    if (!format)
        return base::fail(format.error());
    const base::Result<FileWithEntry> found = look(**format, m_surroundings);
    if (!found)
        return base::fail(found.error());
    const base::Result<QByteArray> after =
        editorFor((*format)->syntax)
            .put(found->file.content.value_or(QByteArray()), entryPath(**format), entryFor(**format, access));
    if (!after)
        return base::fail(aboutFile(**format, found->file.path, after.error()));
    Plan plan = planFor(**format, *found, *after);
    plan.keys.append(access.key);
    if (!found->file.content)
        plan.effect = Plan::Effect::Creates;
    else if (*after != *found->file.content)
        plan.effect = found->entry ? Plan::Effect::Replaces : Plan::Effect::Adds;
    return plan;
}

base::Result<Plan> ClientConnector::planDisconnect(const QString &id) const
{
    const base::Result<const ClientFormat *> format = known(id);
    if (!format)
        return base::fail(format.error());
    const base::Result<FileWithEntry> found = look(**format, m_surroundings);
    if (!found)
        return base::fail(found.error());
    const QByteArray before = found->file.content.value_or(QByteArray());
    const base::Result<QByteArray> after = editorFor((*format)->syntax).drop(before, entryPath(**format));
    if (!after)
        return base::fail(aboutFile(**format, found->file.path, after.error()));
    Plan plan = planFor(**format, *found, *after);
    plan.effect = *after == before ? Plan::Effect::Nothing : Plan::Effect::Removes;
    return plan;
}

base::Result<AppliedPlan> ClientConnector::apply(const Plan &plan) const
{
    const base::Result<const ClientFormat *> format = known(plan.clientId);
    if (!format)
        return base::fail(format.error());
    if (plan.effect == Plan::Effect::Nothing)
        return AppliedPlan{.file = plan.file};
    const QString path = configPath(**format, m_surroundings);
    const base::Result<ConfigFile> file = readConfigFile(path, allowedRoots(**format, m_surroundings));
    if (!file)
        return base::fail(aboutFile(**format, path, file.error()));
    if (file->path != plan.file || file->content != plan.before) {
        return base::fail({.code = Error::Code::Unavailable,
                           .message = u"%1's file %2 has changed in the meantime. Nothing was written; look at the "
                                      "new difference and try again."_s.arg((*format)->name, path)});
    }
    base::Result<QString> backup = replaceConfigFile(*file, plan.after, m_clock.now());
    if (!backup)
        return base::fail(aboutFile(**format, path, backup.error()));
    return AppliedPlan{.file = file->path, .backup = *std::move(backup)};
}

ClientConnection ClientConnector::connection(const QString &id, const ExpectedAccess &expected) const
{
    using State = ClientConnection::State;
    using Difference = ClientConnection::Difference;
    const base::Result<const ClientFormat *> format = known(id);
    if (!format)
        return {.state = State::NotConnected};
    const base::Result<FileWithEntry> found = look(**format, m_surroundings);
    if (!found)
        return {.state = State::Unreadable, .reason = found.error().message};
    if (!found->entry)
        return {.state = State::NotConnected};
    ClientConnection connection{.state = State::Connected};
    const ServerAccess access = accessFrom(**format, *found->entry);
    for (const Field &field : (*format)->fields) {
        if (field.part == Part::Url && access.url != expected.url)
            connection.differences.append(Difference::Address);
        if (field.part == Part::Bridge && access.bridge != expected.bridge)
            connection.differences.append(Difference::Bridge);
    }
    if (expected.isItsKey && !expected.isItsKey(access.key))
        connection.differences.append(Difference::Key);
    if (!connection.differences.isEmpty())
        connection.state = State::Drifted;
    return connection;
}

QString ClientConnector::snippet(const QString &id, const ServerAccess &access)
{
    const ClientFormat *named = clientFormat(id);
    const ClientFormat &format = named ? *named : *clientFormat(u"claude-code"_s); // "mcpServers" with an address
    const base::Result<QByteArray> text =
        editorFor(format.syntax).put(QByteArray(), entryPath(format), entryFor(format, access));
    return text ? QString::fromUtf8(*text) : QString();
}

} // namespace tokensmith::clients::connect
