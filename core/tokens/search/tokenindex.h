// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/namebook.h"
#include "core/tokens/search/tokenfacts.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <vector>

namespace tokensmith::search {

/** Names for people, by id. Without a function, or for an empty name, ids stand in. Text from outside. */
struct IndexNames
{
    std::function<QString(const model::Owner &)> owner = {};
    std::function<QString(const QString &)> zone = {};
};

/**
 * A list of tokens made ready for finding and sorting. The tokens are borrowed: the vector must stay as it is until the
 * next reset() or clear().
 *
 * reset() takes down what is quick to read (some 50 ms for 100 000 tokens). What needs the policies is read later: by
 * digest(), a slice of time at a time, or all at once by readAccess() when a search asks for permissions or zones.
 */
class TokenIndex
{
public:
    explicit TokenIndex(IndexNames names);

    void reset(const std::vector<model::Token> &tokens);
    void clear();

    [[nodiscard]] int size() const { return int(m_facts.size()); }
    [[nodiscard]] const model::Token &token(int i) const { return (*m_tokens)[std::size_t(i)]; }
    [[nodiscard]] const TokenFacts &facts(int i) const { return m_facts[std::size_t(i)]; }
    [[nodiscard]] const QString &id(int i) const { return m_ids[std::size_t(i)]; }
    [[nodiscard]] const QString &foldedName(int i) const { return m_names[std::size_t(i)]; }
    [[nodiscard]] const QString &ownerName(int i) const { return m_owners.name(facts(i).owner); }

    [[nodiscard]] const NameBook &owners() const { return m_owners; }
    [[nodiscard]] const NameBook &permissions() const { return m_permissions.book; } ///< of policies that allow
    [[nodiscard]] const NameBook &zones() const { return m_zones.book; }

    /** Asks for the names of zones anew. What was matched before may match otherwise now. */
    void renameZones();

    /** Numbers in permissions() and zones(); only after readAccess(). */
    [[nodiscard]] std::span<const quint32> permissionsOf(int i) const { return m_permissions.of(i); }
    [[nodiscard]] std::span<const quint32> zonesOf(int i) const { return m_zones.of(i); }

    /** Reads the permissions and zones of all tokens not read yet. */
    void readAccess();

    /** As digest() left them; none, and an empty text, for a token it has not come to yet. */
    [[nodiscard]] FindingSummary findings(int i) const;
    [[nodiscard]] const QString &access(int i) const; ///< catalog::accessSummary()

    [[nodiscard]] bool hasFindings(int i) const { return std::size_t(i) < m_findings.size(); }
    [[nodiscard]] bool hasAccess(int i) const { return std::size_t(i) < m_access.size(); }
    [[nodiscard]] quint32 accessNumber(int i) const { return m_access[std::size_t(i)]; } ///< in accessWords()
    [[nodiscard]] const NameBook &accessWords() const { return m_accessWords; }

    /** Judges and describes further tokens for about `atMost`; true when all are done. */
    bool digest(const tokens::FindingContext &context, std::chrono::milliseconds atMost);
    void digestAll(const tokens::FindingContext &context); ///< at once
    [[nodiscard]] bool isDigested() const { return m_judged == m_facts.size() && hasNameRanks(); }

    /** A token's place in the alphabetical order of names; the last thing that digest() finds out. */
    [[nodiscard]] bool hasNameRanks() const { return m_nameRanks.size() == m_facts.size(); }
    [[nodiscard]] quint32 nameRank(int i) const { return m_nameRanks[std::size_t(i)]; }

    /** Time has gone on, or the context is another: digest() begins anew. What it found stays until then. */
    void judgeAgain() { m_judged = 0; }

private:
    /** Per token some numbers of a book, one after the other. */
    struct Lists
    {
        NameBook book = {};
        std::vector<quint32> ends = {};
        std::vector<quint32> numbers = {};

        [[nodiscard]] std::span<const quint32> of(int i) const;
    };

    void readAccessOf(const model::Token &token);
    void addPermissions(const model::Policy &policy);
    void addZones(const model::Policy &policy);
    void addZone(const QString &key);
    [[nodiscard]] NameBook::Text zoneText(const QString &key) const;
    void digestOne(const tokens::FindingContext &context);
    void rankNames();
    [[nodiscard]] quint32 ownerNumber(const model::Owner &owner);

    IndexNames m_naming;
    const std::vector<model::Token> *m_tokens = nullptr;
    std::vector<TokenFacts> m_facts;
    std::vector<QString> m_ids;   // shared with the tokens
    std::vector<QString> m_names; // folded
    NameBook m_owners;
    Lists m_permissions;
    Lists m_zones;
    NameBook m_accessWords;
    std::vector<quint32> m_access;
    std::vector<FindingSummary> m_findings;
    std::size_t m_judged = 0;
    std::vector<quint32> m_nameRanks;
};

/** What stands for a zone where a token reaches all zones, of an account or of everything: found by "zone:all". */
[[nodiscard]] QString allZonesKey();

} // namespace tokensmith::search
