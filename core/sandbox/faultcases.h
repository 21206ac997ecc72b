// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QLatin1StringView>

#include <span>

namespace tokensmith::sandbox {

/** How a refusal is written: by the API itself, or by the edge in front of it. */
enum class FaultForm {
    Envelope,
    HtmlPage,
    EdgeJson, ///< the edge's own JSON, which has no envelope
    PlainText,
};

/** A refusal of Cloudflare by name, as it words it: `{"name":"9109-location"}` raises it. */
struct FaultCase
{
    QLatin1StringView name; ///< the code, and what tells apart those of one code
    int status;
    int code;
    QLatin1StringView message;
    int chainCode = 0; ///< of the one link of its error_chain; 0: none
    QLatin1StringView chainMessage = {};
    FaultForm form = FaultForm::Envelope;
};

/** Every refusal that is known of Cloudflare's token API and of its edge. */
[[nodiscard]] std::span<const FaultCase> faultCases();

/** The case of that name; nullptr: there is none. */
[[nodiscard]] const FaultCase *faultCase(QStringView name);

[[nodiscard]] http::HttpReply replyOf(const FaultCase &fault);

} // namespace tokensmith::sandbox
