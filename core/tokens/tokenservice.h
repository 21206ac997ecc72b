// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/names.h"
#include "core/model/finding.h"
#include "core/tokens/action.h"
#include "core/tokens/createrequest.h"
#include "core/tokens/creationplanner.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/tokenreader.h"
#include "core/tokens/tokenverifier.h"

#include <QStringList>

namespace tokensmith::tokens {

/** A token made, and what the asker should know about it. */
using CreateOutcome = MakeOutcome;

/** What create() would do, in plain words and as it would be sent. */
struct PreviewOutcome
{
    model::Owner owner;
    model::TokenSpec spec;   ///< its policies carry the groups' names
    QStringList access = {}; ///< what the token could do, one sentence each
    QStringList warnings = {};
    QStringList explanations = {};
    std::vector<model::Finding> findings = {}; ///< about such a token; not that it ends soon
    catalog::Names names = {};                 ///< as long as the service lives
};

/** What can be done with tokens without changing one that exists, for the window and for MCP tools alike. */
class TokenService
{
public:
    struct Parts
    {
        CreationPlanner &planner;
        TokenMaker &maker;
        TokenReader &reader;
        TokenVerifier &verifier;
        cloudflare::ApiClient &api;
        ActionSink sink = {};
        HeldSecrets *held = nullptr;        ///< for KeepSecret::Required; null: such requests are refused
        const base::Clock *clock = nullptr; ///< with `held`
    };

    explicit TokenService(Parts parts);

    /**
     * Makes a token: one upstream call when accounts and permission groups are known already. Errors name the argument
     * in `field`; OutcomeUnknown means the token may exist without anybody knowing its secret. Each attempt is reported
     * to the sink once, refusals included. With KeepSecret::Required the keychain is tried first, and a token whose
     * secret it does not take after all is revoked again.
     */
    [[nodiscard]] base::Async<CreateOutcome> create(CreateRequest request, Actor actor, base::CancelToken cancel = {});

    /** All of create() but sending it: nothing is changed and nothing reported. Errors as there. */
    [[nodiscard]] base::Async<PreviewOutcome> preview(CreateRequest request, base::CancelToken cancel = {});

    /** Creations that were sent and not answered yet: ending the program now would lose their secrets. */
    [[nodiscard]] int creating() const { return m_parts.maker.making(); }

    /** See TokenVerifier::verify. */
    [[nodiscard]] base::Async<VerifyOutcome> verify(base::Secret token, QString accountId,
                                                    base::CancelToken cancel = {});

    /** See TokenReader::list. */
    [[nodiscard]] base::Async<ListOutcome> list(ListRequest request, base::CancelToken cancel = {});

    /** See TokenReader::get. */
    [[nodiscard]] base::Async<model::Token> get(std::optional<model::Owner> owner, QString tokenId,
                                                base::CancelToken cancel = {});

    /** See CreationPlanner::grantable. */
    [[nodiscard]] base::Async<GrantableGroups> grantable(std::optional<model::Owner> owner,
                                                         base::CancelToken cancel = {});

    /** What policies grant, in plain words, with the names known so far. */
    [[nodiscard]] QStringList accessOf(const std::vector<model::Policy> &policies) const;

private:
    [[nodiscard]] base::Async<CreateOutcome> send(CreationPlan plan, CreateRequest request, base::CancelToken cancel);
    [[nodiscard]] base::Async<base::Done> proveKeepable(KeepSecret keep);
    [[nodiscard]] base::Async<CreateOutcome> kept(CreateOutcome made, model::Owner owner, QString client);

    Parts m_parts;
};

} // namespace tokensmith::tokens
