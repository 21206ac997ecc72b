// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmith-askkey DIR
//
// Makes a client key called "laptop" that has to ask before it changes anything, in the data of a program that is not
// running with --data-dir DIR, and prints it. For tests only: people make keys in the window.
#include "app/common/paths.h"
#include "core/base/clock.h"
#include "core/clients/clientregistry.h"
#include "core/store/database.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

base::Result<base::Secret> makeKey(const QString &directory)
{
    const base::Result<app::Paths> paths = app::preparePaths({.dataDir = directory});
    if (!paths)
        return base::fail(paths.error());
    base::Result<std::unique_ptr<store::Database>> database = store::Database::open(paths->data + "/tokensmith.db"_L1);
    if (!database)
        return base::fail(std::move(database.error()));
    store::ClientStore store(**database);
    const base::SystemClock clock;
    clients::ClientKeys keys;
    clients::ClientRegistry registry({.keys = keys, .clock = clock, .store = &store});
    const base::Result<base::Done> loaded = registry.load();
    if (!loaded)
        return base::fail(loaded.error());
    return registry.create(u"laptop"_s, {});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const base::Result<base::Secret> key = makeKey(QCoreApplication::arguments().value(1));
    if (!key) {
        std::fprintf(stderr, "%s\n", qPrintable(key.error().message));
        return 1;
    }
    std::printf("%s\n", key->reveal().constData());
    return 0;
}
