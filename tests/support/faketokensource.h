// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tokens/tokensource.h"

#include <QHash>

namespace tokensmith::test {

/** A token source that says what the test sets and counts what the page asks for. */
class FakeTokenSource final : public ui::TokenSource
{
    Q_OBJECT

public:
    [[nodiscard]] ui::TokenListStatus status() const override { return m_status; }
    [[nodiscard]] const std::vector<model::Token> &tokens() const override { return m_tokens; }
    [[nodiscard]] QString ownerName(const model::Owner &owner) const override
    {
        return owner.kind == model::Owner::Kind::User ? QStringLiteral("You") : m_names.value(owner.accountId);
    }
    [[nodiscard]] QString zoneName(const QString &zoneId) const override { return m_zones.value(zoneId); }
    void refresh() override { ++refreshes; }
    void stop() override { ++stops; }

    void setStatus(const ui::TokenListStatus &status)
    {
        m_status = status;
        Q_EMIT statusChanged();
    }

    void setTokens(std::vector<model::Token> tokens)
    {
        m_tokens = std::move(tokens);
        Q_EMIT tokensChanged();
    }

    void setName(const QString &accountId, const QString &name) { m_names.insert(accountId, name); }

    void setZoneName(const QString &zoneId, const QString &name)
    {
        m_zones.insert(zoneId, name);
        Q_EMIT namesChanged();
    }

    int refreshes = 0;
    int stops = 0;

private:
    ui::TokenListStatus m_status;
    std::vector<model::Token> m_tokens;
    QHash<QString, QString> m_names;
    QHash<QString, QString> m_zones;
};

} // namespace tokensmith::test
