// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activitysource.h"

namespace tokensmith::test {

/** Activities that only pretend; pages come when deliver() is called, or at once with `autoDeliver`. */
class FakeActivity final : public ui::ActivitySource
{
    Q_OBJECT

public:
    void setFilter(const ui::ActivityFilter &filter) override
    {
        filters.push_back(filter);
        next = 0;
        reading = false;
        Q_EMIT restarted();
        readMore();
        Q_EMIT statusChanged();
        Q_EMIT countsChanged();
    }

    void readMore() override
    {
        if (reading || isAtEnd() || error)
            return;
        ++asked;
        reading = true;
        Q_EMIT statusChanged();
        if (autoDeliver)
            deliver();
    }

    /** Hands out the page that was asked for. */
    void deliver()
    {
        if (!reading)
            return;
        std::vector<audit::Activity> listed;
        while (next < all.size() && listed.size() < pageSize) {
            const audit::Activity &one = all[next++];
            if (isListed(one))
                listed.push_back(one);
        }
        reading = false;
        if (!listed.empty())
            Q_EMIT pageRead(listed);
        Q_EMIT statusChanged();
    }

    void fail(const base::Error &why)
    {
        reading = false;
        error = why;
        Q_EMIT statusChanged();
    }

    void setChain(const ui::ChainState &state)
    {
        chainState = state;
        Q_EMIT chainChanged();
    }

    [[nodiscard]] bool isReading() const override { return reading; }
    [[nodiscard]] bool isAtEnd() const override { return next >= all.size(); }
    [[nodiscard]] std::optional<base::Error> failure() const override { return error; }
    [[nodiscard]] ui::ChainState chain() const override { return chainState; }
    void checkChain() override { ++checks; }
    void startExport(ui::ActivityFormat format, const QString &path) override
    {
        exported = format;
        exportPath = path;
    }
    void stopExport() override { ++exportsStopped; }

    [[nodiscard]] ui::ActivityCounts counts() const override
    {
        ui::ActivityCounts counts{.isComplete = true};
        for (const audit::Activity &one : all)
            ++counts.kinds.at(static_cast<std::size_t>(audit::kindOf(one)));
        return counts;
    }

    [[nodiscard]] base::Result<audit::ChainLink> linkOf(qint64 number) const override
    {
        const auto fit = number == brokenEntry ? audit::ChainLink::Fit::Differs : audit::ChainLink::Fit::Matches;
        return audit::ChainLink{.hash = QByteArray(32, char(0x9c)), .before = QByteArray(32, char(0xe7)), .fit = fit};
    }

    [[nodiscard]] bool isListed(const audit::Activity &one) const
    {
        const ui::ActivityFilter &filter = filters.back();
        return audit::matches(one, filter.search) && (!filter.kind || *filter.kind == audit::kindOf(one));
    }

    std::vector<audit::Activity> all;
    std::vector<ui::ActivityFilter> filters;
    std::size_t next = 0;
    std::size_t pageSize = 100;
    bool reading = false;
    bool autoDeliver = true;
    int asked = 0; ///< pages
    int checks = 0;
    int exportsStopped = 0;
    qint64 brokenEntry = 0;
    std::optional<base::Error> error;
    std::optional<ui::ActivityFormat> exported;
    QString exportPath;
    ui::ChainState chainState;
};

} // namespace tokensmith::test
