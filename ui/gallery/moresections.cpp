// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/bulkbar.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/diffview.h"
#include "ui/common/findingrow.h"
#include "ui/common/iconlabel.h"
#include "ui/common/label.h"
#include "ui/common/permissionlist.h"
#include "ui/common/policypill.h"
#include "ui/common/progresssteps.h"
#include "ui/common/skeleton.h"
#include "ui/common/steprail.h"
#include "ui/common/tile.h"
#include "ui/common/timelinechart.h"
#include "ui/gallery/sections.h"

#include <QGridLayout>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tokensmith::ui::gallery {

using namespace Qt::StringLiterals;

namespace {

void addIcons(const Theme &theme, QVBoxLayout *column)
{
    constexpr int kColumns = 10;
    auto *section = addSection(theme, column, u"Icons, 20 px grid, 1.5 px stroke"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2);
    grid->setVerticalSpacing(6);
    section->addLayout(grid);
    int place = 0;
    for (const QString &name : IconCache::names()) {
        auto *icon = new IconLabel(theme, 20);
        icon->setIcon(name, Colour::Text);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(icon, 0, Qt::AlignHCenter);
        cell->addWidget(new Label(theme, {.style = TextStyle::Caption, .colour = Colour::Text3}, name), 0,
                        Qt::AlignHCenter);
        grid->addLayout(cell, place / kColumns, place % kColumns);
        ++place;
    }
}

void addSteps(const Theme &theme, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Steps"_s);
    auto *line = addLine(section);
    auto *rail = new StepRail(theme, u"galleryRail"_s, {u"Start"_s, u"Access"_s, u"Limits"_s});
    rail->setResult(0, u"Custom"_s);
    rail->setCurrent(1);
    line->addWidget(rail, 2, Qt::AlignTop);
    auto *steps = new ProgressSteps(theme, u"galleryProgress"_s);
    steps->setSteps(
        {{.state = StepState::Done, .title = u"Created the new token"_s, .time = u"10:02:11"_s},
         {.state = StepState::Running,
          .title = u"Overlap: both tokens work"_s,
          .time = u"23 h left"_s,
          .fraction = 0.1},
         {.state = StepState::Failed, .title = u"Delivered to GitHub Actions"_s, .text = u"gh is not signed in."_s},
         {.icon = u"trash"_s, .title = u"Revoke the old token"_s, .text = u"Tomorrow at 10:02"_s}});
    line->addWidget(steps, 3, Qt::AlignTop);
}

void addChart(const Theme &theme, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Expiry, next 12 months"_s);
    auto *chart = new TimelineChart(theme, u"galleryTimeline"_s);
    chart->setCounts({.firstDay = QDate(2026, 11, 23),
                      .counts = {1, 1, 0, 1, 0, 0, 2, 1, 1, 0, 3, 2, 1, 4, 2, 1, 0, 1, 0, 1, 1, 0, 1, 1, 5, 1,
                                 0, 2, 1, 1, 0, 0, 2, 3, 1, 0, 2, 1, 1, 0, 1, 4, 2, 1, 0, 1, 0, 0, 1, 2, 1, 3}});
    section->addWidget(chart);
}

void addPermissions(const Theme &theme, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Permissions, policy"_s);
    auto *list = new PermissionList(theme, u"galleryPermissions"_s, u"Permissions"_s);
    auto *model = new QStandardItemModel(list);
    auto *heading = new QStandardItem(u"Zone permissions"_s);
    heading->setFlags(Qt::ItemIsEnabled);
    heading->setData(u"globe"_s, PermissionIconRole);
    model->appendRow(heading);
    int level = 2;
    for (const auto &[name, covers] : std::initializer_list<std::pair<QString, QString>>{
             {u"DNS"_s, u"Records of a zone"_s}, {u"Zone"_s, u"See zones and their names"_s}}) {
        auto *item = new QStandardItem(name);
        item->setData(covers, PermissionCoversRole);
        item->setData(level--, PermissionLevelRole);
        model->appendRow(item);
    }
    list->setModel(model);
    auto *card = new Card(theme, u"galleryPermissionCard"_s);
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(list);
    list->setFixedHeight(theme.height(32) + 2 * std::max(44, theme.height(44)));
    section->addWidget(card);
    auto *line = addLine(section);
    for (const auto choice : {PolicyChoice::Allow, PolicyChoice::Ask, PolicyChoice::Deny}) {
        auto *pill = new PolicyPill(theme, u"galleryPolicy%1"_s.arg(int(choice)), u"Create tokens"_s);
        pill->setChoice(choice);
        line->addWidget(pill);
    }
    line->addWidget(new TileLabel(theme, u"Claude Desktop"_s));
    line->addWidget(new Skeleton(theme, u"gallerySkeleton"_s, 2), 1);
}

void addConfirm(const Theme &theme, QVBoxLayout *column, QWidget *page)
{
    auto *section = addSection(theme, column, u"Confirm what can't be undone"_s);
    auto *button = makeButton(theme, {.objectName = u"galleryAsk"_s, .text = u"Revoke…"_s, .kind = ButtonKind::Danger});
    QObject::connect(button, &QPushButton::clicked, page, [&theme, page] {
        auto *dialog = new ConfirmDialog(
            theme,
            {.objectName = u"galleryConfirm"_s,
             .title = u"Revoke deploy-workers-prod?"_s,
             .text = u"It was used 4 minutes ago. Whatever uses it stops working at once, and it can't be brought "
                     "back. Rotate replaces it without a gap."_s,
             .verb = u"Revoke"_s,
             .milder = u"Rotate instead…"_s},
            page);
        dialog->open();
    });
    section->addWidget(button, 0, Qt::AlignLeft);
}

} // namespace

void addFindings(const Theme &theme, QVBoxLayout *column)
{
    using Severity = FindingContent::Severity;
    auto *section = addSection(theme, column, u"Findings, several rows, comparison"_s);
    section->addWidget(
        new FindingRow(theme, u"galleryFinding"_s,
                       {.title = u"Expires on 5 Dec"_s, .why = u"Still in use: 4 minutes ago"_s, .fix = u"Rotate…"_s}));
    section->addWidget(new FindingRow(theme, u"galleryLowFinding"_s,
                                      {.severity = Severity::Low,
                                       .title = u"Works from any address"_s,
                                       .why = u"No IP limit is set"_s,
                                       .fix = u"Limit…"_s}));
    auto *bar = new BulkBar(theme, u"galleryBulk"_s);
    bar->setCount(3);
    bar->addAction({.objectName = u"galleryBulkDisable"_s, .text = u"Disable"_s, .kind = ButtonKind::Quiet});
    bar->addAction({.objectName = u"galleryBulkRevoke"_s, .text = u"Revoke…"_s, .kind = ButtonKind::Danger});
    section->addWidget(bar);
    auto *diff = new DiffView(theme, u"galleryDiff"_s, u"What changes"_s);
    diff->setLines(diffLines(u"\"name\": \"ci\",\n\"expires\": \"5 Dec 2026\",\n\"zones\": 2"_s,
                             u"\"name\": \"ci\",\n\"expires\": \"21 Feb 2027\",\n\"zones\": 2"_s));
    section->addWidget(diff);
}

QWidget *makeRight(const Theme &theme, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    addIcons(theme, column);
    addChart(theme, column);
    addSteps(theme, column);
    addPermissions(theme, column);
    addConfirm(theme, column, page);
    column->addStretch();
    return page;
}

} // namespace tokensmith::ui::gallery
