// SPDX-License-Identifier: GPL-3.0-or-later
// The Tokens page's model and view with 100 000 tokens: how much processor time each step of a person takes, paint
// included, and how much memory it all is.
#include "core/base/clock.h"
#include "core/model/json.h"
#include "core/sandbox/tokenjson.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokenstable.h"
#include "ui/tokens/tokentablemodel.h"

#include <QApplication>
#include <QFile>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using search::Trait;
using ui::TokenColumn;

namespace {

constexpr int kTokens = 100'000;
constexpr double kMostKeystroke = 50; // ms
constexpr double kMostStall = 100;    // ms
constexpr double kMostMemory = 300;   // MB
constexpr int kRuns = 5;

/** Tokens as they come from Cloudflare; the world they are made from is gone when this returns. */
std::vector<model::Token> tokensOfAWorld(const base::Clock &clock)
{
    const sandbox::SandboxWorld world({.tokens = kTokens}, clock);
    std::vector<model::Token> tokens;
    QStringList owners{QString()};
    for (const sandbox::SandboxAccount &account : world.accounts())
        owners += account.id;
    for (const QString &owner : std::as_const(owners)) {
        for (const sandbox::SandboxToken *token : world.tokensOf(owner, sandbox::SandboxWorld::Listing::WithExpired))
            tokens.push_back(
                model::tokenFromJson(sandbox::tokenJson(world, *token),
                                     owner.isEmpty() ? model::Owner::user() : model::Owner::account(owner)));
    }
    return tokens;
}

/** Resident memory of this process in MB. */
double resident()
{
    ::malloc_trim(0);
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/**
 * Processor time of this process so far in ms: nothing here waits, so on a quiet machine it is the time that passes,
 * and on a busy one it is the part that is ours.
 */
double processorTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/** Runs steps, each with all that the event loop has to do after it, and remembers the longest of each kind. */
class Steps
{
public:
    explicit Steps(ui::TokensTable &table)
        : m_table(table)
    {
    }

    void run(const char *name, double most, const auto &step)
    {
        double worst = 0;
        for (int i = 0; i < kRuns; ++i) {
            const double began = processorTime();
            step(i);
            m_table.viewport()->repaint();
            QCoreApplication::processEvents();
            worst = std::max(worst, processorTime() - began);
        }
        judge(name, worst, most);
    }

    void judge(const char *name, double value, double most, const char *unit = "ms")
    {
        const bool met = value <= most;
        m_met = m_met && met;
        std::printf("  %-34s %7.1f %s   at most %3.0f: %s\n", name, value, unit, most, met ? "met" : "MISSED");
    }

    [[nodiscard]] bool met() const { return m_met; }

private:
    ui::TokensTable &m_table;
    bool m_met = true;
};

/** The longest turn of the event loop until findings and access of all tokens are known. */
double longestTurn(const ui::TokenTableModel &model)
{
    double worst = 0;
    while (!model.isComplete()) {
        const double began = processorTime();
        QCoreApplication::processEvents();
        worst = std::max(worst, processorTime() - began);
    }
    return worst;
}

void searches(Steps &steps, ui::TokenTableModel &model)
{
    const QStringList typed{u"d"_s, u"de"_s, u"dep"_s, u"depl"_s, {}};
    steps.run("keystroke, a name", kMostKeystroke, [&](int i) { model.setSearch(typed.at(i)); });
    const QStringList perms{u"perm:d"_s, u"perm:dn"_s, u"perm:dns"_s, u"perm:dns "_s, u"perm:dns -is:expired"_s};
    steps.run("keystroke, a permission", kMostKeystroke, [&](int i) { model.setSearch(perms.at(i)); });
    const QStringList states{u"is:e"_s, u"is:ex"_s, u"is:expiring owner:a"_s, u"unused:>90d"_s, {}};
    steps.run("keystroke, a state", kMostKeystroke, [&](int i) { model.setSearch(states.at(i)); });
    steps.run("a chip", kMostKeystroke,
              [&](int i) { model.setChips(i % 2 == 0 ? search::Traits(Trait::Unused) : search::Traits()); });
    model.setChips({});
    steps.run("a week of the timeline", kMostKeystroke, [&](int i) { model.setExpirySpan(model.expiries().span(i)); });
    model.setExpirySpan({});
}

void walk(Steps &steps, ui::TokensTable &table, ui::TokenTableModel &model)
{
    for (int column = 0; column < ui::kTokenColumns; ++column) {
        const QByteArray name = "sort by " + ui::columnTitle(TokenColumn(column)).toUtf8();
        steps.run(name.constData(), kMostStall,
                  [&](int i) { table.sortByColumn(column, i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder); });
    }
    steps.run("a page further", kMostKeystroke,
              [&](int i) { table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / (i + 1)); });
    steps.run("select all", kMostStall, [&](int) { table.selectAll(); });
    steps.run("what to say of all", kMostKeystroke,
              [&](int) { (void)model.overviewOf(table.selectionModel()->selection()); });
    steps.run("search with all selected", kMostStall,
              [&](int i) { model.setSearch(i % 2 == 0 ? u"deploy"_s : QString()); });
    table.clearSelection();
    steps.run("the clock goes on", kMostStall, [&](int) { model.refreshTimes(); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::ThemeController theme(application);
    const base::SystemClock clock;
    const double before = resident();
    const std::vector<model::Token> tokens = tokensOfAWorld(clock);
    const double held = resident();
    ui::TokenTableModel model(
        clock, {.owner = [](const model::Owner &owner) { return u"Account "_s + owner.accountId.left(4); }});
    ui::TokensTable table(theme.theme(), model);
    table.resize(1100, 800);
    table.show();
    QCoreApplication::processEvents();

    std::printf("%zu tokens in the model and the view of the Tokens page\n", tokens.size());
    Steps steps(table);
    steps.run("the list arrives", kMostStall, [&](int) { model.setTokens(tokens); });
    const double began = processorTime();
    steps.judge("longest turn while digesting", longestTurn(model), kMostStall);
    std::printf("  %-34s %7.1f ms\n", "findings and access of all", processorTime() - began);
    searches(steps, model);
    walk(steps, table, model);
    const double now = resident();
    std::printf("  memory: %.0f MB at first, %.0f MB more for the tokens, %.0f MB more for model and view\n", before,
                held - before, now - held);
    steps.judge("resident memory", now, kMostMemory, "MB");
    return steps.met() ? 0 : 1;
}
