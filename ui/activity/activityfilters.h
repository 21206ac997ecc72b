// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activitysource.h"
#include "ui/common/theme.h"

#include <QWidget>

namespace tokensmith::ui {

class Chip;
class ComboBox;

/**
 * The line above the list: a chip for each kind with how many there are, and how far back. Left and Right move between
 * the chips; a second click on one gives all back. Children activityAll, activityChip-<kind>, activityPeriod.
 */
class ActivityFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityFilters(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<audit::ActivityKind> kind() const { return m_kind; }
    [[nodiscard]] int days() const; ///< 0: all
    void setCounts(const ActivityCounts &counts);
    void showEverything(); ///< all kinds, all days

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        Chip *chip;
        std::optional<audit::ActivityKind> kind;
    };

    void addChip(const QString &objectName, const QString &label, std::optional<audit::ActivityKind> kind);
    void choose(std::optional<audit::ActivityKind> kind);
    void showChosen();

    const Theme &m_theme;
    std::optional<audit::ActivityKind> m_kind;
    std::vector<Entry> m_chips;
    QWidget *m_row;
    ComboBox *m_period;
};

} // namespace tokensmith::ui
