// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsstore.h"

#include "core/settings/settingsfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace tokensmith::settings {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kMostBytes = 1024 * 1024; // ours has some hundred
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

Error unreadable(const QString &path, const QString &detail)
{
    return {.code = Error::Code::ProtocolError,
            .message = u"The settings in %1 can't be read. The defaults apply; the file is kept."_s.arg(path),
            .detail = detail};
}

Error together(const QString &path, const Problems &problems)
{
    QString detail;
    for (const Error &problem : problems)
        detail += problem.message + u'\n';
    const Error &first = problems.front();
    return {.code = first.code,
            .message = u"%1 The default applies. The file is %2."_s.arg(first.message, path),
            .detail = problems.size() > 1 ? detail.trimmed() : QString(),
            .field = first.field};
}

} // namespace

SettingsStore::SettingsStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    read();
}

void SettingsStore::read()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    m_content = Content::Unreadable;
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = unreadable(m_path, file.errorString());
        return;
    }
    if (file.size() > kMostBytes) {
        m_problem = unreadable(m_path, u"It has %1 bytes; settings are never that long."_s.arg(file.size()));
        return;
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!document.isObject()) {
        m_problem = unreadable(m_path, parse.error == QJsonParseError::NoError ? u"It holds no JSON object."_s
                                                                               : parse.errorString());
        return;
    }
    ReadSettings found = fromJson(document.object());
    m_current = std::move(found.settings);
    m_unknown = std::move(found.unknown);
    if (found.problems.empty())
        m_content = Content::Ours;
    else
        m_problem = together(m_path, found.problems);
}

base::Result<base::Done> SettingsStore::change(const Settings &settings)
{
    const Problems problems = fromJson(toJson(settings)).problems;
    if (!problems.empty())
        return base::fail(problems.front());
    if (settings == m_current)
        return base::Done{};
    m_current = settings;
    base::Result<base::Done> written = write();
    Q_EMIT changed();
    return written;
}

bool SettingsStore::putAside() const
{
    if (!QFile::exists(m_path))
        return true; // done by a write that failed after it
    const QString kept = m_path + ".unreadable"_L1;
    QFile::remove(kept);
    return QFile::rename(m_path, kept);
}

base::Result<base::Done> SettingsStore::write()
{
    QSaveFile file(m_path);
    QJsonObject object = m_unknown;
    const QJsonObject ours = toJson(m_current);
    for (auto member = ours.begin(); member != ours.end(); ++member)
        object.insert(member.key(), member.value());
    const QByteArray text = QJsonDocument(object).toJson();
    const bool ready = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
                       && file.write(text) == text.size() && file.flush() && (m_content == Content::Ours || putAside())
                       && file.commit();
    if (!ready) {
        return base::fail({.code = Error::Code::Unavailable,
                           .message = u"The settings apply, but can't be written to %1. They are lost when Tokensmith "
                                      "ends."_s.arg(m_path),
                           .detail = file.errorString()});
    }
    m_content = Content::Ours;
    m_problem.reset();
    return base::Done{};
}

} // namespace tokensmith::settings
