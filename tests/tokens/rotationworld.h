// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tokens/changesworld.h"

namespace tokensmith::test {

inline const QString kGetOld = u"GET "_s + ChangesWorld::path(kOldId);
inline const QString kGetNew = u"GET "_s + ChangesWorld::path(kNewId);
inline const QString kPost = u"POST "_s + kTokens;
inline const QString kVerify = u"GET "_s + kTokens + u"/verify"_s;
inline const QString kDelete = u"DELETE "_s + ChangesWorld::path(kOldId);

inline tokens::RotateRequest revokingOld()
{
    return {.address = {.tokenId = kOldId, .kind = model::Owner::Kind::User},
            .old = tokens::RotateRequest::Old::Revoke};
}

/** The replacement of ChangesWorld::live(), whose 30 days begin again now. */
inline QJsonObject replacement()
{
    return ChangesWorld::with(ChangesWorld::live(kNewId, u"ci (rotated)"_s), u"expires_on"_s,
                              u"2026-12-23T12:00:00Z"_s);
}

struct RotationWorld : ChangesWorld
{
    explicit RotationWorld(const QJsonObject &old = live())
        : RotationWorld(QStringList(), old)
    {
    }

    RotationWorld(const QStringList &allowed, const QJsonObject &old)
        : ChangesWorld(allowed)
    {
        transport.succeed(kGetOld, old);
    }

    /** Every step of a rotation goes well. */
    void goesWell()
    {
        transport.succeed(kPost, with(replacement(), u"value"_s, QString::fromLatin1(kNewSecret)));
        transport.instead(kVerify).succeed(kVerify, tokenJson(kNewId, {}));
        transport.succeed(kGetNew, replacement());
        transport.succeed(kDelete, QJsonObject{{u"id"_s, kOldId}});
    }

    auto rotate(const tokens::RotateRequest &request, const base::CancelToken &cancel = {})
    {
        return await(changes.rotate(request, {}, cancel));
    }
};

} // namespace tokensmith::test
