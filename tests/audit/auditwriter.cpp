// SPDX-License-Identifier: GPL-3.0-or-later
// A second process for the tests: adds entries for ever (or as many as asked) and prints the count after each.
#include "core/audit/auditlog.h"
#include "core/store/database.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tokensmith;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database = store::Database::open(arguments.value(1));
    if (!database)
        return 1;
    const base::SystemClock clock;
    store::AuditStore rows(**database);
    audit::AuditLog log({.store = &rows, .clock = clock});
    const int most = arguments.value(2).toInt();
    for (int i = 1; most == 0 || i <= most; ++i) {
        log.add({.operation = QStringLiteral("create_token"), .tokenName = QStringLiteral("n%1").arg(i)});
        if (log.waitingCount() > 0)
            return 2;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 0;
}
