// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenaudit.h"

#include "core/base/englishtexts.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/findingrule.h"
#include "core/tokens/ownercheck.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenlister.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tokensmith::tokens {

using base::Error;
using model::Finding;
using model::Owner;
using model::Token;

namespace {

bool graverFirst(const Finding &left, const Finding &right)
{
    const auto key = [](const Finding &finding) {
        return std::tie(finding.owner.accountId, finding.tokenName, finding.tokenId);
    };
    return left.severity != right.severity ? left.severity > right.severity : key(left) < key(right);
}

bool isAbout(const AuditRequest &request, const Owner &owner)
{
    const bool kindFits = !request.kind || *request.kind == owner.kind;
    return kindFits && (request.accountId.isEmpty() || request.accountId == owner.accountId);
}

QStringList idsOf(const std::vector<Token> &tokens)
{
    QStringList ids;
    for (const Token &token : tokens)
        ids.append(token.id);
    return ids;
}

/** `Reading` is TokenAudit's own. */
template <typename Reading>
std::vector<Finding> judged(const Reading &reading, const FindingContext &context)
{
    std::vector<Finding> all;
    const auto add = [&all](std::vector<Finding> some) {
        std::move(some.begin(), some.end(), std::back_inserter(all));
    };
    for (const Token &token : reading.tokens)
        add(findingsOf(token, context));
    for (const OwnerCount &count : reading.counts)
        add(quotaFindings(count, context));
    return all;
}

QString accountsWords()
{
    const base::EnglishTexts english;
    return FindingWords::tr("Accounts");
}

QString stoppedWords()
{
    const base::EnglishTexts english;
    return FindingWords::tr("Stopped.");
}

} // namespace

TokenAudit::TokenAudit(Parts parts)
    : m_parts(parts)
{
}

QString TokenAudit::ownerName(const Owner &owner) const
{
    const base::EnglishTexts english;
    switch (owner.kind) {
    case Owner::Kind::User:
        return FindingWords::tr("You");
    case Owner::Kind::Account:
        return m_parts.accounts.nameOf(owner.accountId);
    }
    Q_UNREACHABLE();
}

base::Async<AuditOutcome> TokenAudit::run(AuditRequest request, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const base::Result<Connection> connection = co_await m_parts.connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    const Connection connected = *connection;
    base::Result<Scope> scope = co_await scopeOf(request, connected, options);
    if (!scope)
        co_return base::fail(std::move(scope.error()));
    const Scope lists = *std::move(scope);
    base::Result<Reading> read = co_await this->read(lists, request.onPage, options);
    if (!read)
        co_return base::fail(std::move(read.error()));
    Self self;
    if (isAbout(request, connected.owner)) {
        const QStringList seen = idsOf(read->tokens);
        base::Result<Self> found = co_await findSelf(connected, seen, options);
        self = *std::move(found);
    }
    const Reading everything = *std::move(read);
    base::Result<Reading> shown = co_await withinReach(everything, self.id, options);
    if (!shown)
        co_return base::fail(std::move(shown.error()));
    co_return conclude(request, connected, *std::move(shown), std::move(self));
}

AuditOutcome TokenAudit::conclude(const AuditRequest &request, const Connection &connection, Reading reading,
                                  Self self) const
{
    const base::EnglishTexts english; // only programs ask; the window judges by itself
    AuditOutcome outcome{.unread = std::move(reading.unread),
                         .tokens = static_cast<int>(reading.tokens.size()),
                         .withheld = reading.withheld};
    if (self.unread)
        outcome.unread.push_back(
            {.owner = connection.owner, .ownerName = FindingWords::tr("The bootstrap token"), .error = *self.unread});
    if (self.token)
        reading.tokens.push_back(*std::move(self.token));
    const FindingContext context{.now = m_parts.clock.now(),
                                 .thresholds = request.thresholds,
                                 .bootstrapTokenId = self.id,
                                 .accountName = [this](const QString &id) { return m_parts.accounts.nameOf(id); }};
    outcome.findings = judged(reading, context);
    std::erase_if(outcome.findings, [&](const Finding &finding) { return finding.severity < request.least; });
    std::stable_sort(outcome.findings.begin(), outcome.findings.end(), graverFirst);
    return outcome;
}

base::Async<TokenAudit::Scope> TokenAudit::scopeOf(AuditRequest request, Connection connection,
                                                   cloudflare::CallOptions options)
{
    if (!request.accountId.isEmpty() || request.kind == Owner::Kind::User) {
        const Owner owner = request.accountId.isEmpty() ? Owner::user() : Owner::account(request.accountId);
        const base::Result<base::Done> mine = checkOwner(owner, connection, m_parts.accounts);
        if (!mine)
            co_return base::fail(mine.error());
        co_return Scope{.owners = {owner}};
    }
    Scope scope;
    base::Result<std::vector<model::Account>> accounts = co_await m_parts.accounts.list(options);
    if (!accounts) {
        scope.unread.push_back(
            {.owner = {.kind = Owner::Kind::Account}, .ownerName = accountsWords(), .error = accounts.error()});
        accounts = std::vector<model::Account>();
    }
    for (const Owner &owner : ownersInReach(connection, *accounts)) {
        if (isAbout(request, owner))
            scope.owners.push_back(owner);
    }
    co_return scope;
}

base::Async<TokenAudit::Reading> TokenAudit::read(Scope scope, PageProgress onPage, cloudflare::CallOptions options)
{
    Reading reading{.unread = std::move(scope.unread)};
    PageSum pages(onPage, static_cast<int>(scope.owners.size()));
    for (const Owner &owner : scope.owners) {
        const PageProgress onListPage = pages.next();
        base::Result<std::vector<Token>> list = co_await m_parts.lister.all(owner, options, onListPage);
        if (options.cancel.isCancelled())
            co_return base::fail({.code = Error::Code::Cancelled, .message = stoppedWords()});
        if (!list) {
            reading.unread.push_back({.owner = owner, .ownerName = ownerName(owner), .error = std::move(list.error())});
            continue;
        }
        reading.counts.push_back({.owner = owner, .tokens = static_cast<int>(list->size())});
        std::move(list->begin(), list->end(), std::back_inserter(reading.tokens));
    }
    if (reading.counts.empty() && !reading.unread.empty())
        co_return base::fail(reading.unread.back().error);
    co_return reading;
}

base::Async<TokenAudit::Self> TokenAudit::findSelf(Connection connection, QStringList seen,
                                                   cloudflare::CallOptions options)
{
    Self self{.id = connection.tokenId};
    if (self.id.isEmpty()) { // a connection read from the keychain does not know it
        const base::Result<cloudflare::Verification> verified = co_await m_parts.api.verify(connection.owner, options);
        if (!verified) {
            self.unread = verified.error();
            co_return self;
        }
        self.id = verified->tokenId;
    }
    if (seen.contains(self.id))
        co_return self;
    base::Result<Token> token = co_await m_parts.api.getToken(connection.owner, self.id, options);
    if (token)
        self.token = *std::move(token);
    else
        self.unread = std::move(token.error());
    co_return self;
}

base::Async<TokenAudit::Reading> TokenAudit::withinReach(Reading reading, QString self, cloudflare::CallOptions options)
{
    if (!m_parts.reach.isRestricted())
        co_return reading;
    std::vector<Token> shown;
    for (Token &token : reading.tokens) {
        if (token.id != self) {
            const base::Result<base::Done> allowed = co_await m_parts.reach.check(token.policies, options);
            if (!allowed && allowed.error().code != Error::Code::PermissionDenied)
                co_return base::fail(allowed.error());
            if (!allowed) {
                ++reading.withheld;
                continue;
            }
        }
        shown.push_back(std::move(token));
    }
    reading.tokens = std::move(shown);
    co_return reading;
}

} // namespace tokensmith::tokens
