// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/statefile.h"

#include "core/sandbox/statejson.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

base::Error unavailable(const QString &what, const QString &path, const QString &reason)
{
    return {.code = base::Error::Code::Unavailable,
            .message = u"Can't %1 the state file %2: %3."_s.arg(what, path, reason)};
}

} // namespace

StateFile::StateFile(QString path)
    : m_path(std::move(path))
{
}

bool StateFile::exists() const
{
    return QFile::exists(m_path);
}

base::Result<WorldState> StateFile::load(const PermissionGroupTable &groups) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(unavailable(u"read"_s, m_path, file.errorString()));
    auto state = stateFromJson(QJsonDocument::fromJson(file.readAll()).object(), groups);
    if (!state)
        return base::fail({.code = base::Error::Code::ProtocolError,
                           .message = u"%1 is not a state file of this sandbox. Name another file, or move it away to "
                                      "start afresh."_s.arg(m_path)});
    return *std::move(state);
}

base::Result<base::Done> StateFile::save(const WorldState &state, const PermissionGroupTable &groups) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(unavailable(u"write"_s, m_path, file.errorString()));
    // Before the first byte: a mode set afterwards would leave a moment in which others can read.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray text = QJsonDocument(stateToJson(state, groups)).toJson(QJsonDocument::Compact);
    if (file.write(text) != text.size() || !file.flush() || !file.commit())
        return base::fail(unavailable(u"write"_s, m_path, file.errorString()));
    return base::Done{};
}

} // namespace tokensmith::sandbox
