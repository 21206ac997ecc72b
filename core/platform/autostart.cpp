// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/autostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::platform {

namespace {

constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

/** An argument of Exec: quoted, and escaped twice, once for the quotes and once for the file. */
QString quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            text += u'\\';
        text += c;
        if (c == u'%')
            text += c;
    }
    text.replace(u'\\', u"\\\\"_s);
    return u'"' + text + u'"';
}

} // namespace

Autostart::Autostart(Options options)
    : m_options(std::move(options))
{
}

QString Autostart::defaultDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/autostart"_L1;
}

QString Autostart::path() const
{
    return m_options.directory + "/dev.tokensmith.Tokensmith.desktop"_L1;
}

Autostart::State Autostart::state() const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return State::Off;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(4096).simplified().replace(' ', "");
        if (line == "Hidden=true" || line == "X-GNOME-Autostart-enabled=false")
            return State::Off;
    }
    return State::On;
}

QByteArray Autostart::entry() const
{
    const QString text = u"[Desktop Entry]\n"
                         "Type=Application\n"
                         "Name=%1\n"
                         "Exec=%2 --hidden\n"
                         "Icon=dev.tokensmith.Tokensmith\n"
                         "Terminal=false\n"
                         "X-GNOME-Autostart-enabled=true\n"_s;
    return text.arg(m_options.name, quoted(m_options.program)).toUtf8();
}

base::Result<base::Done> Autostart::set(State state) const
{
    QString reason;
    switch (state) {
    case State::Off: {
        QFile file(path());
        if (!file.exists() || file.remove())
            return base::Done{};
        reason = file.errorString();
        break;
    }
    case State::On: {
        const QByteArray text = entry();
        QSaveFile file(path());
        if (QDir().mkpath(m_options.directory) && file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
            && file.write(text) == text.size() && file.flush() && file.commit())
            return base::Done{};
        reason = file.errorString();
        break;
    }
    }
    return base::fail(
        {.code = base::Error::Code::Unavailable,
         .message = u"Can't write %1. Nothing changed; check that the directory can be written."_s.arg(path()),
         .detail = reason});
}

} // namespace tokensmith::platform
