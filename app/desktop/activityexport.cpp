// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/activityexport.h"

#include "core/audit/activitycsv.h"
#include "core/audit/activityreader.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QSaveFile>

namespace tokensmith::app {

namespace {

struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityExport)
};

base::Error unwritable(const QSaveFile &file)
{
    return {.code = base::Error::Code::Unavailable,
            .message = ExportWords::tr("Can't write %1: %2").arg(file.fileName(), file.errorString())};
}

base::Async<qint64> writeCsv(ExportTask task, QSaveFile *file, base::CancelToken cancel)
{
    const base::Result<qint64> entries = task.log.count();
    const base::Result<qint64> calls = task.calls.newestId();
    if (!entries || !calls)
        co_return base::fail(entries ? calls.error() : entries.error());
    audit::ActivityReader reader(task.log, task.calls, {.lastEntry = *entries, .lastCall = *calls});
    qint64 written = 0;
    if (file->write(audit::activityCsvHeader()) < 0)
        co_return base::fail(unwritable(*file));
    while (!reader.isAtEnd()) {
        const base::Result<std::vector<audit::Activity>> slice = reader.next();
        if (!slice)
            co_return base::fail(slice.error());
        for (const audit::Activity &activity : *slice) {
            if (file->write(audit::activityCsvLine(activity)) < 0)
                co_return base::fail(unwritable(*file));
            ++written;
        }
        if (task.steps)
            task.steps(written, std::max(written, *entries));
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled())
            co_return base::fail({.code = base::Error::Code::Cancelled, .message = ExportWords::tr("Stopped.")});
    }
    co_return written;
}

} // namespace

base::Async<qint64> exportActivity(ExportTask task, ui::ActivityFormat format, base::CancelToken cancel)
{
    QSaveFile file(task.path);
    const bool isOpen =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen)
        co_return base::fail(unwritable(file));
    base::Result<qint64> written = 0;
    switch (format) {
    case ui::ActivityFormat::JsonLines:
        written = co_await task.log.exportTo(&file, cancel, task.steps);
        break;
    case ui::ActivityFormat::Csv:
        written = co_await writeCsv(task, &file, cancel);
        break;
    }
    if (!written)
        co_return base::fail(written.error());
    if (!file.commit())
        co_return base::fail(unwritable(file));
    co_return *written;
}

} // namespace tokensmith::app
