// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/reach.h"
#include "core/tokens/tokenchanges.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/zones.h"
#include "tests/tokens/serviceworld.h"

namespace tokensmith::test {

inline const QString kOldId = u"dddddddddddddddddddddddddddddddd"_s;
inline const QString kNewId = u"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"_s;
inline const QString kZoneId = u"99999999999999999999999999999999"_s;
inline const QString kDnsWrite = u"4755a26eedb94da69e1066d98aa820be"_s;
inline const QByteArray kNewSecret = "cfut_" + QByteArray(48, 'n');
inline const QString kTokens = u"/v4/user/tokens"_s;
inline const cloudflare::HttpAnswer kEdgePage{.status = 502, .body = "<html>Bad gateway</html>"};

/** A keychain that fails where a test wants it to, and counts what it is asked. */
class FaultyStore final : public secrets::SecretStore
{
public:
    enum class Fault { None, Unavailable, RefusesWrites, ForgetsWrites, FailsReads };
    Fault fault = Fault::None;
    int writesBeforeFault = 0; ///< the fault begins after so many writes

    base::Async<std::optional<base::Secret>> read(QString key) override
    {
        if (active(Fault::FailsReads))
            co_return base::fail({.code = base::Error::Code::Unavailable, .message = u"The keychain failed."_s});
        base::Result<std::optional<base::Secret>> found = co_await m_memory.read(key);
        co_return found;
    }

    base::Async<base::Done> write(QString key, base::Secret value) override
    {
        const bool refuses = active(Fault::RefusesWrites);
        const bool forgets = active(Fault::ForgetsWrites);
        if (writesBeforeFault > 0)
            --writesBeforeFault;
        if (refuses)
            co_return base::fail({.code = base::Error::Code::KeychainDenied, .message = u"You said no."_s});
        if (forgets)
            co_return base::Done{};
        base::Result<base::Done> written = co_await m_memory.write(key, value);
        co_return written;
    }

    base::Async<base::Done> remove(QString key) override
    {
        base::Result<base::Done> removed = co_await m_memory.remove(key);
        co_return removed;
    }

    QCoro::Task<secrets::StoreStatus> status() override
    {
        if (fault == Fault::Unavailable)
            co_return secrets::StoreStatus{.message = u"No keychain is running."_s};
        co_return secrets::StoreStatus{.state = secrets::StoreStatus::State::Ready};
    }

    /** The secret of a token that is held; empty: none is. */
    [[nodiscard]] QByteArray held(const QString &tokenId)
    {
        const QString key = tokens::HeldSecrets::keyOf(tokenId);
        const auto found = await(m_memory.read(key));
        return found && *found ? (*found)->reveal() : QByteArray();
    }

private:
    [[nodiscard]] bool active(Fault which) const { return fault == which && writesBeforeFault == 0; }

    secrets::MemoryStore m_memory;
};

/** A policy that allows one group on one resource, as Cloudflare sends it. */
inline QJsonObject policyJson(const QString &groupId, const QString &resource, const QJsonValue &value = u"*"_s)
{
    return {{u"id"_s, u"12121212121212121212121212121212"_s},
            {u"effect"_s, u"allow"_s},
            {u"permission_groups"_s, QJsonArray{QJsonObject{{u"id"_s, groupId}, {u"name"_s, u"DNS Write"_s}}}},
            {u"resources"_s, QJsonObject{{resource, value}}}};
}

/** The services that change tokens, over a scripted Cloudflare and a keychain with faults. */
struct ChangesWorld : ServiceWorld
{
    explicit ChangesWorld(const QStringList &allowed = {})
        : ServiceWorld(allowed)
    {
        connectAsUser();
        offerAccounts({account(kAccountA, u"Harbour Labs"_s), account(kAccountB, u"Fernhill"_s)});
    }

    /** A live token as Cloudflare describes it: DNS on every zone of account A, 30 days, two addresses. */
    [[nodiscard]] static QJsonObject live(const QString &id = kOldId, const QString &name = u"ci"_s)
    {
        QJsonObject token = tokenJson(id, name);
        const QJsonObject zones{{u"com.cloudflare.api.account.zone.*"_s, u"*"_s}};
        QJsonObject deny = policyJson(kDnsWrite, u"com.cloudflare.api.account.zone."_s + kZoneId);
        deny.insert("effect"_L1, u"deny"_s);
        token.insert("policies"_L1,
                     QJsonArray{policyJson(kDnsWrite, u"com.cloudflare.api.account."_s + kAccountA, zones), deny});
        const QJsonObject addresses{{u"in"_s, QJsonArray{u"203.0.113.0/24"_s}},
                                    {u"not_in"_s, QJsonArray{u"203.0.113.7/32"_s}}};
        token.insert("condition"_L1, QJsonObject{{u"request_ip"_s, addresses}});
        token.insert("issued_on"_L1, u"2026-11-01T12:00:00Z"_s);
        token.insert("modified_on"_L1, u"2026-11-02T12:00:00Z"_s);
        token.insert("expires_on"_L1, u"2026-12-01T12:00:00Z"_s);
        return token;
    }

    [[nodiscard]] static QJsonObject with(QJsonObject token, const QString &member, const QJsonValue &value)
    {
        token.insert(member, value);
        return token;
    }

    [[nodiscard]] static QString path(const QString &id, const QString &tail = {})
    {
        return kTokens + u'/' + id + tail;
    }

    /** The JSON body of the last call of that name. */
    [[nodiscard]] QJsonObject bodyOf(const QString &call) const
    {
        const QStringList names = transport.callNames();
        const qsizetype index = names.lastIndexOf(call);
        return index < 0 ? QJsonObject()
                         : QJsonDocument::fromJson(transport.calls().at(static_cast<size_t>(index)).body).object();
    }

    FaultyStore keychain;
    tokens::Zones zones{api, clock};
    tokens::Reach reach{accounts, zones};
    tokens::TokenMaker maker{{.api = api,
                              .lister = lister,
                              .inventory = inventory,
                              .clock = clock,
                              .store = &keychain,
                              .lookAgainAfter = std::chrono::milliseconds(1)}};
    std::vector<tokens::TokenAction> actions;
    tokens::TokenChanges changes{{.api = api,
                                  .accounts = accounts,
                                  .connection = connection,
                                  .inventory = inventory,
                                  .reach = reach,
                                  .maker = maker,
                                  .store = keychain,
                                  .clock = clock,
                                  .report = [this](const tokens::TokenAction &action) { actions.push_back(action); },
                                  .patience = std::chrono::milliseconds(1)}};
};

} // namespace tokensmith::test
