// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/progressreports.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using tokens::RotateStep;

QString wordsFor(RotateStep step)
{
    switch (step) {
    case RotateStep::Checking:
        return u"Checking the old token"_s;
    case RotateStep::Making:
        return u"Making the new token"_s;
    case RotateStep::Verifying:
        return u"Verifying the new token"_s;
    case RotateStep::Revoking:
        return u"Revoking the old token"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

tokens::PageProgress pageReports(const CallContext &context)
{
    if (!context.channel)
        return {};
    return [context](int done, int total) {
        context.report({.progress = static_cast<double>(done),
                        .total = static_cast<double>(total),
                        .message = u"Read %1 of %2 pages"_s.arg(done).arg(total)});
    };
}

std::function<void(RotateStep)> stepReports(const CallContext &context, int steps)
{
    if (!context.channel)
        return {};
    return [context, steps](RotateStep step) {
        context.report(
            {.progress = static_cast<double>(step), .total = static_cast<double>(steps), .message = wordsFor(step)});
    };
}

void warnOfUnread(const CallContext &context, const QStringList &lists)
{
    for (const QString &list : lists)
        context.log(LogLevel::Warning, u"cloudflare"_s, u"A list could not be read. %1"_s.arg(list));
}

} // namespace tokensmith::mcp
