// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace tokensmith::search {

/** Texts that many tokens share, each kept once and known by a number from 0 on. */
class NameBook
{
public:
    /** The number of what `key` stands for; `name` makes its text when it is new. */
    template <typename MakeName>
    quint32 number(const QString &key, const MakeName &name)
    {
        const auto known = m_numbers.constFind(key);
        if (known != m_numbers.constEnd())
            return *known;
        const QString text = name();
        const auto next = quint32(m_names.size());
        m_names.push_back(text);
        m_folded.push_back(text.toCaseFolded());
        m_numbers.insert(key, next);
        return next;
    }

    [[nodiscard]] quint32 size() const { return quint32(m_names.size()); }
    [[nodiscard]] const QString &name(quint32 number) const { return m_names[number]; }
    [[nodiscard]] const QString &folded(quint32 number) const { return m_folded[number]; }

    /** For each number, whether its text contains `needle`, which is folded. */
    [[nodiscard]] std::vector<bool> containing(const QString &needle) const
    {
        std::vector<bool> found(m_folded.size());
        for (std::size_t i = 0; i < m_folded.size(); ++i)
            found[i] = m_folded[i].contains(needle);
        return found;
    }

private:
    std::vector<QString> m_names;
    std::vector<QString> m_folded;
    QHash<QString, quint32> m_numbers;
};

} // namespace tokensmith::search
