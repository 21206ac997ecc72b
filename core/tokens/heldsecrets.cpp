// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/heldsecrets.h"

#include "core/base/logging.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using secrets::StoreStatus;

HeldSecrets::HeldSecrets(secrets::SecretStore &store, store::HeldStore *index)
    : m_store(store)
    , m_index(index)
{
}

QString HeldSecrets::keyOf(const QString &tokenId)
{
    return u"token/"_s + tokenId;
}

base::Async<base::Done> HeldSecrets::present()
{
    const StoreStatus status = co_await m_store.status();
    switch (status.state) {
    case StoreStatus::State::Ready:
    case StoreStatus::State::Locked: // it asks to be unlocked
        co_return base::Done{};
    case StoreStatus::State::NotAnswering:
    case StoreStatus::State::Unavailable:
        break;
    }
    co_return base::fail(
        {.code = Error::Code::KeychainUnavailable, .message = status.message, .detail = status.detail});
}

base::Async<base::Done> HeldSecrets::hold(QString tokenId, base::Secret secret)
{
    const QString key = keyOf(tokenId);
    base::Result<base::Done> held = co_await writeAndRead(key, secret);
    co_return held;
}

base::Async<base::Done> HeldSecrets::writeAndRead(QString key, base::Secret secret)
{
    const base::Result<base::Done> store = co_await present();
    if (!store)
        co_return base::fail(store.error());
    const base::Result<base::Done> written = co_await m_store.write(key, secret);
    if (!written)
        co_return base::fail(written.error());
    const base::Result<std::optional<base::Secret>> there = co_await m_store.read(key);
    if (!there)
        co_return base::fail(there.error());
    if (!*there || !(*there)->equals(secret)) {
        co_return base::fail({.code = Error::Code::Unavailable,
                              .message = u"The keychain does not give back what was written to it."_s});
    }
    co_return base::Done{};
}

base::Async<base::Done> HeldSecrets::prove()
{
    const QString key = u"token/check"_s;
    const base::Secret nothingSecret(QByteArrayLiteral("can be written"));
    const base::Result<base::Done> held = co_await writeAndRead(key, nothingSecret);
    const base::Result<base::Done> removed = co_await m_store.remove(key);
    if (!held)
        co_return base::fail(held.error());
    if (!removed)
        qCWarning(base::logTokens) << "the check item was not removed from the keychain";
    co_return base::Done{};
}

void HeldSecrets::note(const store::HeldSecret &held)
{
    if (!m_index)
        return;
    const base::Result<base::Done> noted = m_index->put(held);
    if (!noted)
        qCWarning(base::logTokens).noquote()
            << "the keychain holds" << keyOf(held.tokenId) << "- that could not be noted:" << noted.error().message;
}

base::Async<base::Done> HeldSecrets::discard(QString tokenId)
{
    const QString key = keyOf(tokenId);
    base::Result<base::Done> removed = co_await m_store.remove(key);
    if (removed && m_index)
        removed = m_index->remove(tokenId);
    co_return removed;
}

QCoro::Task<> HeldSecrets::forget(QString tokenId)
{
    const StoreStatus status = co_await m_store.status();
    if (status.state != StoreStatus::State::Ready)
        co_return;
    const QString key = keyOf(tokenId);
    const base::Result<base::Done> removed = co_await m_store.remove(key);
    if (removed && m_index && !m_index->remove(tokenId))
        qCWarning(base::logTokens).noquote() << "the note on" << key << "remains";
    if (!removed)
        qCWarning(base::logTokens).noquote() << "the keychain item of the revoked token" << tokenId << "remains";
}

} // namespace tokensmith::tokens
