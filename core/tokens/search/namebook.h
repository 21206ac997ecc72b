// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <type_traits>
#include <vector>

namespace tokensmith::search {

/** Texts that many tokens share, each kept once and known by a number from 0 on. */
class NameBook
{
public:
    /** A text, and what else it is found by (an id). */
    struct Text
    {
        QString name = {};
        QString alias = {}; ///< empty: nothing
    };

    /** The number of what `key` stands for; `name` makes its text, a QString or Text, when it is new. */
    template <typename MakeName>
    quint32 number(const QString &key, const MakeName &name)
    {
        const auto known = m_numbers.constFind(key);
        if (known != m_numbers.constEnd())
            return *known;
        const auto next = quint32(m_names.size());
        m_names.emplace_back();
        m_folded.emplace_back();
        m_numbers.insert(key, next);
        if constexpr (std::is_same_v<decltype(name()), Text>)
            set(next, name());
        else
            set(next, {.name = name()});
        return next;
    }

    /** Gives every text anew: `text` makes it from the key. Numbers stay. */
    template <typename MakeText>
    void renameAll(const MakeText &text)
    {
        for (auto known = m_numbers.cbegin(); known != m_numbers.cend(); ++known)
            set(*known, text(known.key()));
    }

    [[nodiscard]] quint32 size() const { return quint32(m_names.size()); }
    [[nodiscard]] const QString &name(quint32 number) const { return m_names[number]; }
    /** As it is searched for: with the alias, if there is one, behind a line break. */
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
    void set(quint32 number, const Text &text)
    {
        m_names[number] = text.name;
        m_folded[number] = (text.alias.isEmpty() ? text.name : text.name + u'\n' + text.alias).toCaseFolded();
    }

    std::vector<QString> m_names;
    std::vector<QString> m_folded;
    QHash<QString, quint32> m_numbers;
};

} // namespace tokensmith::search
