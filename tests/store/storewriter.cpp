// SPDX-License-Identifier: GPL-3.0-or-later
// A second process for the tests: `storewriter FILE hold MS` takes the write lock for a while; `storewriter FILE write`
// replaces a list of 2,000 tokens by another one for ever, until it is killed.
#include "core/store/database.h"
#include "core/store/inventorystore.h"
#include "core/store/statement.h"
#include "tests/store/sampletokens.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace tokensmith;
using namespace Qt::StringLiterals;

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

int hold(const store::Database &database, unsigned long milliseconds)
{
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return 1;
    say("held");
    QThread::msleep(milliseconds);
    return transaction->commit() ? 0 : 1;
}

int write(const store::Database &database)
{
    store::InventoryStore inventory(database);
    store::EncodedTokens versions[2];
    for (int i = 0; i < 2; ++i) {
        store::TokenListEncoder encoder;
        encoder.add(test::sampleTokens(2000, model::Owner::user(), i == 0 ? u"even"_s : u"odd"_s));
        versions[i] = encoder.finish();
    }
    for (int turn = 0;; turn = 1 - turn) {
        const auto saved = inventory.replace(u"me"_s, {.readAt = test::kNoon}, versions[turn]);
        if (!saved)
            return 1;
        say("written");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database = store::Database::open(arguments.value(1));
    if (!database)
        return 1;
    return arguments.value(2) == "hold"_L1 ? hold(**database, arguments.value(3).toULong()) : write(**database);
}
