// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/activity.h"
#include "ui/activity/activitysource.h"

namespace tokensmith::app {

/** Where from and where to; both logs outlive the task. */
struct ExportTask
{
    const audit::AuditLog &log;
    const audit::CallLog &calls;
    QString path;
    audit::Steps steps = {};
};

/**
 * Writes all activity into a file for its owner's eyes alone, whole or not at all; returns how many entries or lines.
 * Errors: Unavailable with the path and the reason; Cancelled; why a log can't be read.
 */
[[nodiscard]] base::Async<qint64> exportActivity(ExportTask task, ui::ActivityFormat format, base::CancelToken cancel);

} // namespace tokensmith::app
