// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activitysource.h"
#include "ui/common/pageheader.h"

class QPushButton;

namespace tokensmith::ui {

class BadgeLabel;
class SearchField;

/**
 * The top line of the Activity page: whether the chain holds, search, export. Children chainBadge, chainCheck,
 * activitySearch, activityExport.
 */
class ActivityHeader final : public PageHeader
{
    Q_OBJECT

public:
    explicit ActivityHeader(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &search() { return *m_search; }
    void setChain(const ChainState &chain);

Q_SIGNALS:
    void checkRequested();
    void exportRequested();

private:
    BadgeLabel *m_badge;
    QPushButton *m_check;
    SearchField *m_search;
};

} // namespace tokensmith::ui
