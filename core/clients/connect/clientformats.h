// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace tokensmith::clients::connect {

/** How a client's configuration is written. Json includes comments and trailing commas. */
enum class Syntax { Json, Toml, Yaml };

/** What a member of our entry says. */
enum class Part {
    Url,         ///< where the server is
    KeyHeader,   ///< {"X-API-Key": the client key}
    Name,        ///< "tokensmith"
    Text,        ///< the words in Field::text
    Number,      ///< the number in Field::text
    On,          ///< true
    Off,         ///< false
    AllTools,    ///< ["*"]
    Bridge,      ///< the path of tokensmith-bridge
    NoArguments, ///< []
    BridgeKey,   ///< {"TOKENSMITH_KEY": the client key}
};

struct Field
{
    QLatin1StringView name;
    Part part = Part::Text;
    QLatin1StringView text = {};
};

/** A path below one of the directories a session has. */
struct Place
{
    enum class Base { Home, Config };

    Base base = Base::Home;
    QLatin1StringView path;
};

/** One client: where its configuration is and what our entry in it looks like. All of it is data. */
struct ClientFormat
{
    QLatin1StringView id;   ///< as add-mcp calls it, where it knows it
    QLatin1StringView name; ///< for people
    Syntax syntax = Syntax::Json;
    QLatin1StringView container; ///< the object our entry is in
    std::span<const Field> fields;
    std::span<const Place> files;        ///< the first that exists counts; if none does, the first
    std::span<const Place> traces;       ///< it is installed where one of these exists
    QLatin1StringView homeVariable = {}; ///< an environment variable with the directory of `homeFile`
    QLatin1StringView homeFile = {};
};

/** The clients we can write for, in the order they are shown. Paths are those of Linux. */
[[nodiscard]] std::span<const ClientFormat> clientFormats();

/** The client called `id`, or null. */
[[nodiscard]] const ClientFormat *clientFormat(QStringView id);

} // namespace tokensmith::clients::connect
