// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/templates.h"
#include "core/http/mcpendpoint.h"
#include "core/mcp/dispatcher.h"
#include "core/tokens/healthprobe.h"

#include <functional>

/** Joins the HTTP endpoint, which knows no protocol, to the services, which know no HTTP. All must outlive it. */
namespace tokensmith::app {

[[nodiscard]] std::function<QCoro::Task<http::McpAnswer>(http::McpExchange)>
bindDispatcher(mcp::Dispatcher &dispatcher);

/** 200 `{"status":"ok"}`, or 503 `{"status":"degraded","error":…}`. */
[[nodiscard]] std::function<QCoro::Task<http::HttpReply>()> bindHealth(tokens::HealthProbe &probe);

/** `{"templates":[{id,name,description}]}`. */
[[nodiscard]] std::function<QByteArray()> bindTemplates(const catalog::TemplateSet &templates);

} // namespace tokensmith::app
