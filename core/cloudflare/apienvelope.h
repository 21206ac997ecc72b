// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cloudflare/httptransport.h"

#include <QJsonObject>
#include <QJsonValue>

namespace tokensmith::cloudflare {

/** A successful answer, unwrapped: `{"success":true,"result":…,"result_info":…}`. */
struct Envelope
{
    QJsonValue result;
    QJsonObject resultInfo = {}; ///< page, per_page, count, total_count; empty where the endpoint has none
};

/**
 * The one place where Cloudflare's answers become ours: checks the envelope and turns error codes, edge pages (HTML)
 * and rate limits into an Error that keeps the status, the first code and cf-ray. `success` decides, not the status.
 * Where a call that changes something got a server fault or an answer that can't be read, it may have worked:
 * OutcomeUnknown. Nothing of a JSON body is quoted but error texts: the answers to create and roll hold a secret.
 * Source: reference of API v4 error codes; code 971 means "slow down" with any status.
 */
[[nodiscard]] base::Result<Envelope> openEnvelope(const HttpAnswer &answer,
                                                  HttpCall::Method method = HttpCall::Method::Get);

} // namespace tokensmith::cloudflare
