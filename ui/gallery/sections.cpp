// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/sections.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/cell.h"
#include "ui/common/chip.h"
#include "ui/common/field.h"
#include "ui/common/flowlayout.h"
#include "ui/common/label.h"
#include "ui/common/message.h"
#include "ui/common/searchfield.h"
#include "ui/common/secretfield.h"
#include "ui/common/segmented.h"
#include "ui/common/switch.h"
#include "ui/common/table.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tokensmith::ui::gallery {

using namespace Qt::StringLiterals;

QVBoxLayout *addSection(const Theme &theme, QVBoxLayout *column, const QString &title)
{
    column->addWidget(new Label(theme, {.style = TextStyle::Title}, title, column->parentWidget()));
    auto *section = new QVBoxLayout;
    section->setSpacing(space::kSmall);
    column->addLayout(section);
    column->addSpacing(14 - space::kSmall);
    return section;
}

QHBoxLayout *addLine(QVBoxLayout *section)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    section->addLayout(line);
    return line;
}

namespace {

void addButtons(const Theme &theme, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Buttons, 32 px (28 px small)"_s);
    auto *line = addLine(section);
    const auto add = [&](const QString &caption, const QString &text, ButtonKind kind) {
        auto *stack = new QVBoxLayout;
        stack->setSpacing(space::kTiny);
        stack->addWidget(new Label(theme, {.style = TextStyle::Caption, .colour = Colour::Text3}, caption));
        auto *button = makeButton(theme, {.objectName = u"gallery"_s + caption, .text = text, .kind = kind});
        stack->addWidget(button, 0, Qt::AlignLeft);
        line->addLayout(stack);
        return button;
    };
    add(u"Primary"_s, u"New token"_s, ButtonKind::Primary);
    add(u"Default"_s, u"Edit…"_s, ButtonKind::Default);
    add(u"Disabled"_s, u"Edit…"_s, ButtonKind::Default)->setEnabled(false);
    add(u"Quiet"_s, u"Cancel"_s, ButtonKind::Quiet);
    add(u"Danger"_s, u"Revoke…"_s, ButtonKind::Danger);
    add(u"Confirm"_s, u"Revoke"_s, ButtonKind::Confirm);
    add(u"Link"_s, u"Clear now"_s, ButtonKind::Link);
    line->addStretch();
}

void addChips(const Theme &theme, QVBoxLayout *section)
{
    auto *flow = new FlowLayout;
    for (const auto &[label, count] :
         std::initializer_list<std::pair<QString, int>>{{u"All"_s, 148}, {u"Expiring"_s, 6}, {u"None"_s, 0}}) {
        auto *chip = new Chip(theme, u"galleryChip"_s + label, label);
        chip->setCount(count);
        chip->setChecked(count == 148);
        flow->addWidget(chip);
    }
    section->addLayout(flow);
    auto *badges = addLine(section);
    badges->addWidget(new BadgeLabel(theme, {.text = u"Old"_s}));
    badges->addWidget(new BadgeLabel(theme, {.text = u"Working"_s, .tone = Tone::Ok, .icon = u"check"_s}));
    badges->addWidget(new BadgeLabel(theme, {.text = u"12 days"_s, .tone = Tone::Warn, .icon = u"clock"_s}));
    badges->addWidget(new BadgeLabel(theme, {.text = u"Expired"_s, .tone = Tone::Danger, .icon = u"stop"_s}));
    badges->addWidget(new BadgeLabel(theme, {.text = u"New"_s, .tone = Tone::Info}));
    badges->addStretch();
}

void addChoices(const Theme &theme, QVBoxLayout *section)
{
    auto *line = addLine(section);
    for (const bool on : {true, false}) {
        auto *toggle = new Switch(theme, on ? u"gallerySwitchOn"_s : u"gallerySwitchOff"_s, u"A setting"_s);
        toggle->setChecked(on);
        line->addWidget(toggle);
    }
    for (int chosen = 0; chosen < 3; ++chosen) {
        auto *levels = new SegmentedControl(theme, u"Level"_s,
                                            {{u"galleryNone"_s, u"None"_s, SegmentLook::Neutral},
                                             {u"galleryRead"_s, u"Read"_s, SegmentLook::Soft},
                                             {u"galleryEdit"_s, u"Edit"_s, SegmentLook::Fill}});
        levels->setCurrentIndex(chosen);
        line->addWidget(levels);
    }
    for (const bool on : {true, false}) {
        auto *check = new QCheckBox;
        check->setAccessibleName(u"A choice"_s);
        check->setChecked(on);
        line->addWidget(check);
    }
    for (const bool on : {true, false}) {
        auto *radio = new QRadioButton;
        radio->setAutoExclusive(false);
        radio->setAccessibleName(u"One of several"_s);
        radio->setChecked(on);
        line->addWidget(radio);
    }
    line->addStretch();
}

void addFields(const Theme &theme, SecretClipboard &clipboard, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Fields"_s);
    auto *line = addLine(section);
    auto *name = new Field(theme, {.objectName = u"galleryName"_s, .accessibleName = u"Name"_s});
    name->edit()->setText(u"ci-dns-records"_s);
    auto *off = new Field(theme, {.objectName = u"galleryOff"_s, .accessibleName = u"A field that is off"_s});
    off->edit()->setText(u"Disabled"_s);
    off->setEnabled(false);
    auto *address = new Field(theme, {.objectName = u"galleryAddress"_s, .accessibleName = u"Address"_s});
    address->edit()->setText(u"203.0.113.300"_s);
    address->setError(u"Not an address. Like 203.0.113.24"_s);
    for (Field *field : {name, off, address})
        line->addWidget(field, 1, Qt::AlignTop);
    auto *search = new SearchField(theme, {.objectName = u"gallerySearch"_s,
                                           .accessibleName = u"Search"_s,
                                           .placeholder = u"Search or filter: is:expiring perm:dns"_s,
                                           .keys = u"Ctrl+F"_s,
                                           .operators = {u"is"_s, u"owner"_s, u"perm"_s}});
    search->setText(u"is:expiring -perm:dns deploy"_s);
    search->setNote(u"6 of 332"_s);
    section->addWidget(search);
    auto *secret = new SecretField(theme, clipboard, u"gallerySecret"_s);
    secret->setSecret(base::Secret("cfat_9vQe0000000000000000000000000000000004kTz"));
    section->addWidget(secret);
}

void addMessages(const Theme &theme, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Inline messages"_s);
    const auto add = [&](const QString &name, const MessageContent &content, const QString &action) {
        auto *message = new InlineMessage(theme, name);
        message->setContent(content);
        if (!action.isEmpty())
            message->addAction(name + "Action"_L1, action);
        section->addWidget(message);
    };
    add(u"galleryInfo"_s, {.title = u"Read on Zone was added."_s, .text = u"Most DNS clients need it."_s}, u"Remove"_s);
    add(u"galleryOk"_s, {.tone = Tone::Ok, .title = {}, .text = u"Two tokens revoked."_s}, {});
    add(u"galleryWarn"_s,
        {.tone = Tone::Warn,
         .title = u"Can't reach Cloudflare."_s,
         .text = u"Showing the list from 09:12."_s,
         .icon = u"offline"_s},
        u"Try now"_s);
    add(u"galleryDanger"_s,
        {.tone = Tone::Danger,
         .title = u"Port 8787 is taken"_s,
         .text = u"by another program. Clients can't connect."_s},
        u"Change port…"_s);
}

void addTable(const Theme &theme, QVBoxLayout *column)
{
    auto *section = addSection(theme, column, u"Table rows"_s);
    auto *table = new Table(theme, u"galleryTable"_s, u"Table rows"_s);
    auto *model = new QStandardItemModel(0, 3, table);
    model->setHorizontalHeaderLabels({u"Name"_s, u"Access"_s, u"State"_s});
    for (const QString &state : {u"normal"_s, u"selected"_s, u"loading"_s}) {
        auto *name = new QStandardItem(u"staging-pages"_s);
        name->setData(
            QVariant::fromValue(CellLook{.icon = u"act"_s, .iconColour = Colour::Ok, .style = TextStyle::Strong}),
            CellLookRole);
        auto *access = new QStandardItem(u"Pages Edit · account"_s);
        auto *last = new QStandardItem(state);
        last->setData(QVariant::fromValue(CellLook{.textColour = Colour::Text2, .style = TextStyle::Small}),
                      CellLookRole);
        for (QStandardItem *item : {name, access, last})
            item->setData(state == "loading"_L1, CellPlaceholderRole);
        model->appendRow({name, access, last});
    }
    table->setModel(model);
    table->setColumnWidths({220, 0, 116});
    table->setFixedHeight(theme.height(32) + 3 * theme.rowHeight() + 2);
    table->selectRow(1);
    section->addWidget(table);
}

} // namespace

QWidget *makeLeft(const Theme &theme, SecretClipboard &clipboard, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    addButtons(theme, column);
    auto *choices = addSection(theme, column, u"Chips, badges, switch, segments, choices"_s);
    addChips(theme, choices);
    addChoices(theme, choices);
    addFields(theme, clipboard, column);
    addMessages(theme, column);
    addTable(theme, column);
    column->addStretch();
    return page;
}

} // namespace tokensmith::ui::gallery
