// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/completers/places.h"
#include "core/mcp/prompt.h"

namespace tokensmith::mcp {

/** Arguments that several prompts take. */
[[nodiscard]] PromptArgument accountArgument(const PlaceServices &places);
[[nodiscard]] PromptArgument daysArgument(int usual);

/** `days` as a number of 1 to 3650, or `usual` where it was left out. Errors: InvalidArgument. */
[[nodiscard]] base::Result<int> daysFrom(const QHash<QString, QString> &values, int usual);

/**
 * A place a person named: {id, name} where the list holds it, {typed} where the list can't be read (the model is left
 * to find it), empty where nothing was typed. Errors: InvalidArgument where the list does not hold it.
 */
[[nodiscard]] base::Result<QJsonObject> placeFrom(const base::Result<NamedThings> &things, const QString &text,
                                                  const QString &kind);

/** The account of the argument "account", as placeFrom() says. Asks nobody where it was left out. */
[[nodiscard]] base::Async<QJsonObject> namedAccount(PlaceServices places, QHash<QString, QString> values,
                                                    base::CancelToken cancel);

/**
 * One message of the person: what to do, and `facts` after it. Facts are what people typed and what Cloudflare calls
 * things; they stand as JSON without any character that could end the block they stand in, introduced as data.
 */
[[nodiscard]] PromptResult promptOf(const QString &description, const QString &instructions, const QJsonObject &facts);

/** What to do about the tokens of some days to come, of all accounts or one: the arguments "account" and "days". */
struct DaysPrompt
{
    int usualDays;       ///< where the argument was left out
    QString description; ///< of the result
    QString (*instructions)(int days);
};

/** The answer to such a prompt, the account among its facts. Errors: InvalidArgument for either argument. */
[[nodiscard]] base::Async<PromptOutcome> answerTo(DaysPrompt prompt, PlaceServices places, CallContext context,
                                                  QHash<QString, QString> values);

} // namespace tokensmith::mcp
