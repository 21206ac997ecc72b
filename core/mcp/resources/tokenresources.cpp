// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resources/tokenresources.h"

#include "core/mcp/resources/toolreader.h"
#include "core/mcp/tools/tokentools.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kMostTokens = 1000;

} // namespace

Resource tokensResource(tokens::TokenService &tokens)
{
    return {.uri = u"tokensmith://tokens"_s,
            .name = u"tokens"_s,
            .title = u"Token inventory"_s,
            .description = u"Every API token in reach with its permissions, limits and last use; at most 1000, "
                           "list_tokens finds the others. Secrets are in no list."_s,
            .mimeType = u"application/json"_s,
            .reader = readThrough(listTokensTool(tokens), QJsonObject{{u"limit"_s, kMostTokens}})};
}

} // namespace tokensmith::mcp
