// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlerror.h"

#include "core/base/text.h"

namespace tokensmith::store {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/** Primary codes; the extended ones carry them in their low byte. */
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26,
};

constexpr int kPrimaryMask = 0xff;

Error unavailable(const QString &message, const QString &detail)
{
    return {.code = Error::Code::Unavailable, .message = message, .detail = detail};
}

} // namespace

Error damaged(const QString &path, const QString &detail)
{
    return {.code = Error::Code::ProtocolError,
            .message = u"The database \"%1\" is damaged. Move it away and start again; tokens and their secrets are "
                       "not in it."_s.arg(path),
            .detail = base::plainLine(detail)};
}

Error errorFrom(const QSqlError &error, const QString &path)
{
    const QString detail = base::plainLine(error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
    switch (error.nativeErrorCode().toInt() & kPrimaryMask) {
    case Busy:
    case Locked:
        return unavailable(u"Another program is using the database \"%1\". Close it and try again."_s.arg(path),
                           detail);
    case ReadOnly:
        return unavailable(u"The database \"%1\" can't be written. Check its permissions."_s.arg(path), detail);
    case InputOutput:
        return unavailable(u"The database \"%1\" can't be read or written. Check the disk."_s.arg(path), detail);
    case Full:
        return unavailable(u"The disk is full: the database \"%1\" can't grow. Make room."_s.arg(path), detail);
    case CantOpen:
        return unavailable(u"The database \"%1\" can't be opened. Check the directory and its permissions."_s.arg(path),
                           detail);
    case Corrupt:
    case NotADatabase:
        return damaged(path, detail);
    default:
        return {.code = Error::Code::Internal,
                .message = u"The database \"%1\" refused a statement."_s.arg(path),
                .detail = detail};
    }
}

} // namespace tokensmith::store
