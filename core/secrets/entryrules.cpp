// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/entryrules.h"

#include "core/secrets/words.h"

namespace tokensmith::secrets {

using namespace Qt::StringLiterals;

namespace {

base::Error unusable(const QString &field, const QString &message)
{
    return {.code = base::Error::Code::InvalidArgument, .message = message, .field = field};
}

} // namespace

std::optional<base::Error> refuseKey(const QString &key)
{
    if (key.isEmpty())
        return unusable(u"key"_s, Words::tr("A keychain entry needs a name."));
    if (key.contains(QChar::Null))
        return unusable(u"key"_s, Words::tr("The name of a keychain entry can't contain a NUL character."));
    return std::nullopt;
}

std::optional<base::Error> refuseValue(const base::Secret &value)
{
    if (value.isEmpty())
        return unusable(u"value"_s, Words::tr("There is nothing to store: the value is empty."));
    if (!value.reveal().isValidUtf8() || value.reveal().contains('\0'))
        return unusable(u"value"_s, Words::tr("The keychain holds UTF-8 text without NUL characters only."));
    return std::nullopt;
}

} // namespace tokensmith::secrets
