// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/outcome.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <variant>
#include <vector>

namespace tokensmith::mcp {

/** One thing a person may fill in. Values are text. */
struct PromptArgument
{
    enum class Presence {
        Optional,
        Required,
    };
    QString name;
    QString title = {};
    QString description = {};
    Presence presence = Presence::Optional;
    Completer completer = {}; ///< empty: nothing to suggest
};

/** What a client puts in front of its model. */
struct PromptResult
{
    QString description = {};
    QJsonArray messages; ///< {role: user or assistant, content: one block}
};

using PromptOutcome = std::variant<PromptResult, InputRequired>;

/** A prompt as a value: what `prompts/list` shows and `prompts/get` makes. */
struct Prompt
{
    /** Gets text for every required argument and for no unknown one. */
    using Handler = std::function<base::Async<PromptOutcome>(CallContext, QHash<QString, QString>)>;

    QString name;
    QString title = {};
    QString description = {};
    std::vector<PromptArgument> arguments = {};
    Handler handler;
};

/** The entry of `prompts/list`. */
[[nodiscard]] QJsonObject toJson(const Prompt &prompt);

/** A message of the person with one block of text. */
[[nodiscard]] QJsonObject userMessage(const QString &text);

} // namespace tokensmith::mcp
