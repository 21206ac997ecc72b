// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/tally.h"
#include "tests/tokens/findingtokens.h"

#include <QStringList>

namespace tokensmith::test {

inline const QString kHarbour = u"a0000000000000000000000000000001"_s;
inline const QString kZone = u"20000000000000000000000000000001"_s;

inline model::Token named(const QString &name, const auto &change)
{
    model::Token token = good();
    token.name = name;
    token.id = QString::number(qHash(name), 16).rightJustified(32, u'0');
    change(token);
    return token;
}

/** Eight tokens, each of which stands out by one thing; all are the account Harbour Labs' but "mine". */
inline std::vector<model::Token> searchTokens()
{
    const QString zones = u"com.cloudflare.api.account.zone."_s;
    return {
        named(u"plain"_s, [](auto &) {}),
        named(u"Ending"_s, [](auto &token) { token.expiresOn = daysFromNow(20); }),
        named(u"over"_s, [](auto &token) { token.expiresOn = daysFromNow(-3); }),
        named(u"forever"_s, [](auto &token) { token.expiresOn.reset(); }),
        named(u"idle"_s, [](auto &token) { token.lastUsedOn = daysFromNow(-120); }),
        named(u"mine"_s, [](auto &token) { token.owner = model::Owner::user(); }),
        named(u"zoned"_s,
              [&](auto &token) {
                  token.policies = {policy({u"DNS Write"_s, u"Zone Read"_s}, zones + kZone)};
                  token.condition = {};
              }),
        named(u"wide"_s,
              [&](auto &token) {
                  token.policies = {policy({u"Cache Purge"_s}, zones + u'*')};
                  token.policies.push_back({.effect = model::Policy::Effect::Deny,
                                            .resources = {{.key = zones + kZone}},
                                            .permissionGroups = {{.id = u"x"_s, .name = u"Billing Read"_s}}});
              }),
    };
}

inline search::IndexNames searchNames()
{
    return {.owner =
                [](const model::Owner &owner) {
                    return owner.kind == model::Owner::Kind::User ? u"Mira"_s : u"Harbour Labs"_s;
                },
            .zone = [](const QString &id) { return id == kZone ? u"example.com"_s : QString(); }};
}

/** The names that a selection leaves, in the order of the list. */
inline QStringList namesLeft(search::TokenIndex &index, const search::Selection &selection)
{
    const search::Tally tally = search::tally(index, selection, kNow);
    QStringList names;
    for (int i = 0; i < index.size(); ++i) {
        if (tally.accepted[std::size_t(i)])
            names += index.token(i).name;
    }
    return names;
}

} // namespace tokensmith::test
