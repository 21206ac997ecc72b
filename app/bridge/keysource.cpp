// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/keysource.h"

#include "core/base/text.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <string.h> // explicit_bzero
#include <sys/stat.h>
#include <unistd.h>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qsizetype kLargestKey = 4096;
constexpr qsizetype kShortestLikelyKey = 16;
constexpr mode_t kForOthers = S_IRWXG | S_IRWXO;

/** Closes what open() opened. */
class Descriptor
{
public:
    explicit Descriptor(const QString &path)
        : m_number(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
    }
    ~Descriptor()
    {
        if (isOpen())
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    const int m_number;
};

base::Result<base::Secret> refuse(Error::Code code, const QString &message)
{
    return base::fail({.code = code, .message = message});
}

base::Result<base::Secret> checked(QByteArrayView key, const QString &origin)
{
    const auto isVisible = [](char c) { return c > ' ' && c <= '~'; };
    const QByteArrayView trimmed = key.trimmed();
    if (trimmed.isEmpty())
        return refuse(Error::Code::InvalidArgument, u"%1 holds no key."_s.arg(origin));
    if (trimmed.size() > kLargestKey || !std::all_of(trimmed.begin(), trimmed.end(), isVisible))
        return refuse(Error::Code::InvalidArgument, u"%1 holds something that can't be a key."_s.arg(origin));
    return base::Secret(QByteArray(trimmed.data(), trimmed.size()));
}

base::Result<base::Secret> readKeyFile(const QString &path)
{
    const QString name = base::plainLine(path, 200);
    const Descriptor file(path);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0)
        return refuse(Error::Code::InvalidArgument,
                      u"TOKENSMITH_KEY_FILE: can't read \"%1\": %2."_s.arg(name, qt_error_string()));
    if (!S_ISREG(status.st_mode))
        return refuse(Error::Code::InvalidArgument, u"TOKENSMITH_KEY_FILE: \"%1\" is not a plain file."_s.arg(name));
    if (status.st_uid != ::geteuid())
        return refuse(Error::Code::PermissionDenied,
                      u"TOKENSMITH_KEY_FILE: \"%1\" belongs to another user."_s.arg(name));
    if ((status.st_mode & kForOthers) != 0)
        return refuse(
            Error::Code::PermissionDenied,
            u"TOKENSMITH_KEY_FILE: others may read or change \"%1\". Make it yours alone: chmod 600."_s.arg(name));
    std::array<char, kLargestKey + 1> buffer{};
    const ssize_t size = ::read(file.number(), buffer.data(), buffer.size());
    base::Result<base::Secret> key =
        checked(QByteArrayView(buffer.data(), std::max<ssize_t>(size, 0)), u"TOKENSMITH_KEY_FILE: \"%1\""_s.arg(name));
    ::explicit_bzero(buffer.data(), buffer.size());
    return key;
}

} // namespace

base::Result<base::Secret> keyFrom(base::Secret direct, const QString &path)
{
    if (!direct.isEmpty() && !path.isEmpty())
        return refuse(Error::Code::InvalidArgument,
                      u"Both TOKENSMITH_KEY and TOKENSMITH_KEY_FILE are set. Keep one."_s);
    if (!path.isEmpty())
        return readKeyFile(path);
    if (direct.isEmpty())
        return refuse(Error::Code::InvalidArgument,
                      u"There is no key. Open Tokensmith, choose Clients, copy this client's key and set it as "
                      "TOKENSMITH_KEY in the environment of tokensmith-bridge."_s);
    return checked(direct.reveal(), u"TOKENSMITH_KEY"_s);
}

base::Secret takeFromEnvironment(const char *name)
{
    char *value = std::getenv(name);
    if (value == nullptr)
        return {};
    base::Secret secret(QByteArray(value, static_cast<qsizetype>(qstrlen(value))));
    ::explicit_bzero(value, qstrlen(value));
    ::unsetenv(name);
    return secret;
}

bool looksLikeKey(const QString &argument)
{
    static constexpr std::array words{"key"_L1, "token"_L1, "header"_L1, "bearer"_L1};
    if (std::any_of(words.begin(), words.end(),
                    [&](QLatin1StringView word) { return argument.contains(word, Qt::CaseInsensitive); }))
        return true;
    const auto isOfKey = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' || c == u'=');
    };
    return argument.size() >= kShortestLikelyKey && std::all_of(argument.begin(), argument.end(), isOfKey);
}

} // namespace tokensmith::bridge
