// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/owner.h"

#include <QString>

namespace tokensmith::model {

/** How much something about a token matters; in ascending order. */
enum class Severity { Low, Medium, High };

/** What would make a finding go away. */
enum class Fix {
    Rotate,    ///< replace it with overlap
    Roll,      ///< a new secret at once
    SetExpiry, ///< give it an end, or a later one
    LimitAddresses,
    Narrow, ///< take away permissions or resources
    Revoke, ///< it, or tokens of that owner
};

/** Something about a token, or about an owner's tokens together, that a person should act on. */
struct Finding
{
    QString rule = {}; ///< stable id of the rule, e.g. "never-expires"
    Severity severity = Severity::Low;
    QString title = {};    ///< a few words: "Works from any address"
    QString sentence = {}; ///< why that matters, or what is known
    Fix fix = Fix::Revoke;
    Owner owner = {};
    QString tokenId = {}; ///< empty: it is about all tokens of the owner
    QString tokenName = {};
};

} // namespace tokensmith::model
