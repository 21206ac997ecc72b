// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace tokensmith::base {

QLatin1StringView codeName(Error::Code code)
{
    using namespace Qt::StringLiterals;
    switch (code) {
    case Error::Code::InvalidArgument:
        return "invalid_argument"_L1;
    case Error::Code::NotFound:
        return "not_found"_L1;
    case Error::Code::Unauthenticated:
        return "unauthenticated"_L1;
    case Error::Code::PermissionDenied:
        return "permission_denied"_L1;
    case Error::Code::RateLimited:
        return "rate_limited"_L1;
    case Error::Code::QuotaExceeded:
        return "quota_exceeded"_L1;
    case Error::Code::Unavailable:
        return "unavailable"_L1;
    case Error::Code::Timeout:
        return "timeout"_L1;
    case Error::Code::OutcomeUnknown:
        return "outcome_unknown"_L1;
    case Error::Code::ProtocolError:
        return "protocol_error"_L1;
    case Error::Code::KeychainUnavailable:
        return "keychain_unavailable"_L1;
    case Error::Code::KeychainLocked:
        return "keychain_locked"_L1;
    case Error::Code::KeychainDenied:
        return "keychain_denied"_L1;
    case Error::Code::Cancelled:
        return "cancelled"_L1;
    case Error::Code::Internal:
        return "internal"_L1;
    }
    Q_UNREACHABLE();
}

bool isTransient(Error::Code code)
{
    switch (code) {
    case Error::Code::RateLimited:
    case Error::Code::Unavailable:
    case Error::Code::Timeout:
    case Error::Code::KeychainLocked:
        return true;
    case Error::Code::InvalidArgument:
    case Error::Code::NotFound:
    case Error::Code::Unauthenticated:
    case Error::Code::PermissionDenied:
    case Error::Code::QuotaExceeded:
    case Error::Code::OutcomeUnknown:
    case Error::Code::ProtocolError:
    case Error::Code::KeychainUnavailable:
    case Error::Code::KeychainDenied:
    case Error::Code::Cancelled:
    case Error::Code::Internal:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::base
