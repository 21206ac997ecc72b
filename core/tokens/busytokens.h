// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace tokensmith::tokens {

/** The tokens that are being changed: one change of each at a time. Must outlive its claims. */
class BusyTokens
{
public:
    /** A wish to change a token: granted unless somebody else is at it, and held for as long as this lives. */
    class Claim
    {
    public:
        Claim(BusyTokens &busy, const QString &tokenId)
            : m_busy(busy)
            , m_tokenId(tokenId)
            , m_granted(!busy.m_ids.contains(tokenId))
        {
            if (m_granted)
                m_busy.m_ids.insert(m_tokenId);
        }
        ~Claim()
        {
            if (m_granted)
                m_busy.m_ids.remove(m_tokenId);
        }
        Q_DISABLE_COPY_MOVE(Claim)

        [[nodiscard]] bool granted() const { return m_granted; }

    private:
        BusyTokens &m_busy;
        QString m_tokenId;
        bool m_granted = false;
    };

private:
    QSet<QString> m_ids;
};

} // namespace tokensmith::tokens
