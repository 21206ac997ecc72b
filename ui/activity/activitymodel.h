// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/activity/activitysource.h"

#include <QAbstractTableModel>

#include <deque>

namespace tokensmith::ui {

enum ActivityColumn { ActivityTime, ActivityWho, ActivityWhat, ActivityToken, ActivityOutcome };
inline constexpr int kActivityColumns = 5;

/** bool: the row is the title of a day, in its first column; it can't be chosen. */
inline constexpr int kDayTitleRole = Qt::UserRole + 200;

/** The activities of a source as they come, newest first, with a title above each day; see cell.h for its roles. */
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /** Both outlive it. */
    ActivityModel(ActivitySource &source, const base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /** Null: no such row, or a day's title. Valid until the model changes. */
    [[nodiscard]] const audit::Activity *activityAt(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1: not listed
    [[nodiscard]] bool isDayTitle(int row) const;

    void refreshDays(); ///< a day may have passed

private:
    struct Row
    {
        QDate day; ///< local
        std::optional<audit::Activity> activity = {};
    };

    [[nodiscard]] QVariant cell(const audit::Activity &activity, int column, int role) const;
    [[nodiscard]] QVariant dayData(const Row &row, int column, int role) const;
    void append(const std::vector<audit::Activity> &activities);
    void prepend(const audit::Activity &activity);
    void replace(const audit::Activity &activity);
    void remove(const QString &key);
    void clear();

    ActivitySource &m_source;
    const base::Clock &m_clock;
    std::deque<Row> m_rows;
};

} // namespace tokensmith::ui
