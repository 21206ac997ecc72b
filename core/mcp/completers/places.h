// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/completers/namedthings.h"
#include "core/mcp/outcome.h"

namespace tokensmith::catalog {
class TemplateSet;
}
namespace tokensmith::tokens {
class Accounts;
class ConnectionService;
class Zones;
} // namespace tokensmith::tokens

namespace tokensmith::mcp {

/** Where the names of places come from. All of it outlives whoever asks. */
struct PlaceServices
{
    tokens::ConnectionService &connection;
    tokens::Accounts &accounts;
    tokens::Zones &zones;
};

/** The accounts in play, at most five minutes old. Errors: why they can't be read. */
[[nodiscard]] base::Async<NamedThings> accountsInPlay(PlaceServices services, base::CancelToken cancel);

/**
 * The zones of the account named by `account` (findNamed), or of every account in play where it is empty; at most five
 * minutes old. Errors: why not one list can be read, InvalidArgument for an account that is not there or with more than
 * ten accounts and none named: too many calls to answer one keystroke.
 */
[[nodiscard]] base::Async<NamedThings> zonesInPlay(PlaceServices services, QString account, base::CancelToken cancel);

/** Completers for arguments that name a template (by id), an account, a zone (of the argument "account", if given). */
[[nodiscard]] Completer templateCompleter(const catalog::TemplateSet &templates);
[[nodiscard]] Completer accountCompleter(const PlaceServices &services);
[[nodiscard]] Completer zoneCompleter(const PlaceServices &services);

/** For whose tokens: "user", or an account's id. */
[[nodiscard]] Completer ownerCompleter(const PlaceServices &services);

} // namespace tokensmith::mcp
