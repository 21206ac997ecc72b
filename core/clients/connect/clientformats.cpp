// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/clientformats.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;

namespace {

constexpr Place home(QLatin1StringView path)
{
    return {Place::Base::Home, path};
}

constexpr Place config(QLatin1StringView path)
{
    return {Place::Base::Config, path};
}

// What an entry says. Sources: each client's own documentation of its MCP configuration.
constexpr Field kUrl{"url"_L1, Part::Url};
constexpr Field kHeaders{"headers"_L1, Part::KeyHeader};
constexpr Field kTypeHttp{"type"_L1, Part::Text, "http"_L1};

constexpr std::array kUrlAndHeaders{kUrl, kHeaders};
constexpr std::array kTypedHttp{kTypeHttp, kUrl, kHeaders};
constexpr std::array kBridge{Field{"command"_L1, Part::Bridge}, Field{"args"_L1, Part::NoArguments},
                             Field{"env"_L1, Part::BridgeKey}};
constexpr std::array kWindsurf{Field{"serverUrl"_L1, Part::Url}, kHeaders};
constexpr std::array kCodex{kUrl, Field{"http_headers"_L1, Part::KeyHeader}};
constexpr std::array kCopilot{kTypeHttp, kUrl, Field{"tools"_L1, Part::AllTools}, kHeaders};
constexpr std::array kCline{Field{"type"_L1, Part::Text, "streamableHttp"_L1}, kUrl, kHeaders,
                            Field{"disabled"_L1, Part::Off}};
constexpr std::array kOpencode{Field{"type"_L1, Part::Text, "remote"_L1}, kUrl, kHeaders,
                               Field{"enabled"_L1, Part::On}};
constexpr std::array kGoose{Field{"name"_L1, Part::Name},
                            Field{"description"_L1, Part::Text},
                            Field{"type"_L1, Part::Text, "streamable_http"_L1},
                            Field{"uri"_L1, Part::Url},
                            kHeaders,
                            Field{"enabled"_L1, Part::On},
                            Field{"timeout"_L1, Part::Number, "300"_L1}};

constexpr std::array kClaudeDesktopFiles{config("Claude/claude_desktop_config.json"_L1)};
constexpr std::array kClaudeDesktopTraces{config("Claude"_L1)};
constexpr std::array kClaudeCodeFiles{home(".claude.json"_L1)};
constexpr std::array kClaudeCodeTraces{home(".claude.json"_L1), home(".claude"_L1)};
constexpr std::array kCursorFiles{home(".cursor/mcp.json"_L1)};
constexpr std::array kCursorTraces{home(".cursor"_L1)};
constexpr std::array kCodeFiles{config("Code/User/mcp.json"_L1)};
constexpr std::array kCodeTraces{config("Code"_L1)};
constexpr std::array kWindsurfFiles{home(".codeium/windsurf/mcp_config.json"_L1)};
constexpr std::array kWindsurfTraces{home(".codeium/windsurf"_L1)};
constexpr std::array kZedFiles{config("zed/settings.json"_L1)};
constexpr std::array kZedTraces{config("zed"_L1)};
constexpr std::array kCodexFiles{home(".codex/config.toml"_L1)};
constexpr std::array kCodexTraces{home(".codex"_L1)};
constexpr std::array kGeminiFiles{home(".gemini/settings.json"_L1)};
constexpr std::array kGeminiTraces{home(".gemini"_L1)};
constexpr std::array kCopilotFiles{home(".copilot/mcp-config.json"_L1)};
constexpr std::array kCopilotTraces{home(".copilot"_L1)};
constexpr std::array kClineFiles{
    config("Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json"_L1)};
constexpr std::array kClineTraces{config("Code/User/globalStorage/saoudrizwan.claude-dev"_L1)};
constexpr std::array kOpencodeFiles{config("opencode/opencode.jsonc"_L1), config("opencode/opencode.json"_L1)};
constexpr std::array kOpencodeTraces{config("opencode"_L1)};
constexpr std::array kGooseFiles{config("goose/config.yaml"_L1)};
constexpr std::array kGooseTraces{config("goose"_L1)};
constexpr std::array kLmStudioFiles{home(".lmstudio/mcp.json"_L1)};
constexpr std::array kLmStudioTraces{home(".lmstudio"_L1)};

constexpr auto kServers = "mcpServers"_L1;

const std::array kFormats{
    // Its file takes commands only; one with an address keeps it from starting.
    ClientFormat{"claude-desktop"_L1, "Claude Desktop"_L1, Syntax::Json, kServers, kBridge, kClaudeDesktopFiles,
                 kClaudeDesktopTraces},
    ClientFormat{"claude-code"_L1, "Claude Code"_L1, Syntax::Json, kServers, kTypedHttp, kClaudeCodeFiles,
                 kClaudeCodeTraces, "CLAUDE_CONFIG_DIR"_L1, ".claude.json"_L1},
    ClientFormat{"cursor"_L1, "Cursor"_L1, Syntax::Json, kServers, kUrlAndHeaders, kCursorFiles, kCursorTraces},
    ClientFormat{"vscode"_L1, "VS Code"_L1, Syntax::Json, "servers"_L1, kTypedHttp, kCodeFiles, kCodeTraces},
    ClientFormat{"windsurf"_L1, "Windsurf"_L1, Syntax::Json, kServers, kWindsurf, kWindsurfFiles, kWindsurfTraces},
    ClientFormat{"zed"_L1, "Zed"_L1, Syntax::Json, "context_servers"_L1, kUrlAndHeaders, kZedFiles, kZedTraces},
    ClientFormat{"codex"_L1, "Codex"_L1, Syntax::Toml, "mcp_servers"_L1, kCodex, kCodexFiles, kCodexTraces,
                 "CODEX_HOME"_L1, "config.toml"_L1},
    ClientFormat{"gemini-cli"_L1, "Gemini CLI"_L1, Syntax::Json, kServers, kTypedHttp, kGeminiFiles, kGeminiTraces},
    ClientFormat{"github-copilot-cli"_L1, "Copilot CLI"_L1, Syntax::Json, kServers, kCopilot, kCopilotFiles,
                 kCopilotTraces},
    ClientFormat{"cline"_L1, "Cline"_L1, Syntax::Json, kServers, kCline, kClineFiles, kClineTraces},
    ClientFormat{"opencode"_L1, "opencode"_L1, Syntax::Json, "mcp"_L1, kOpencode, kOpencodeFiles, kOpencodeTraces},
    ClientFormat{"goose"_L1, "Goose"_L1, Syntax::Yaml, "extensions"_L1, kGoose, kGooseFiles, kGooseTraces},
    ClientFormat{"lm-studio"_L1, "LM Studio"_L1, Syntax::Json, kServers, kUrlAndHeaders, kLmStudioFiles,
                 kLmStudioTraces},
};

} // namespace

std::span<const ClientFormat> clientFormats()
{
    return kFormats;
}

const ClientFormat *clientFormat(QStringView id)
{
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [id](const ClientFormat &format) { return format.id == id; });
    return found == kFormats.end() ? nullptr : &*found;
}

} // namespace tokensmith::clients::connect
