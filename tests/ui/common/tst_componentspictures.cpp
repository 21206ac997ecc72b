// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every component into a picture, light and dark, to be compared with the design. The test
// itself only sees to it that everything draws.
#include "tests/support/picture.h"
#include "ui/common/badge.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/message.h"
#include "ui/common/navdelegate.h"
#include "ui/common/paragraph.h"
#include "ui/common/segmented.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;

class ComponentsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draw_data();
    void draw();
};

namespace {

QHBoxLayout *row(QVBoxLayout *column)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    column->addLayout(line);
    return line;
}

void addButtons(const Theme &theme, QVBoxLayout *column, QWidget *page)
{
    for (const auto size : {ControlSize::Regular, ControlSize::Small}) {
        auto *line = row(column);
        const auto add = [&](const QString &text, ButtonKind kind, const QString &icon = {}) {
            auto *button =
                makeButton(theme, {.objectName = text, .text = text, .icon = icon, .kind = kind, .size = size}, page);
            line->addWidget(button);
            return button;
        };
        add(u"New token"_s, ButtonKind::Primary, u"plus"_s);
        add(u"Edit…"_s, ButtonKind::Default);
        if (size == ControlSize::Regular)
            add(u"Focus"_s, ButtonKind::Default)->setFocus();
        add(u"Disabled"_s, ButtonKind::Default, u"power"_s)->setEnabled(false);
        add(u"Cancel"_s, ButtonKind::Quiet);
        add(u"Revoke…"_s, ButtonKind::Danger, u"trash"_s);
        add(u"Revoke"_s, ButtonKind::Confirm);
        line->addWidget(makeIconButton(
            theme, {.objectName = u"i"_s, .name = u"Refresh"_s, .icon = u"refresh"_s, .size = size}, page));
        line->addWidget(makeIconButton(
            theme, {.objectName = u"q"_s, .name = u"Close"_s, .icon = u"x"_s, .kind = ButtonKind::Quiet, .size = size},
            page));
        line->addStretch();
    }
}

void addChoices(const Theme &theme, QVBoxLayout *column, QWidget *page)
{
    auto *chips = row(column);
    for (const auto &[label, count] :
         std::initializer_list<std::pair<QString, int>>{{u"All"_s, 148}, {u"Expiring"_s, 6}, {u"None"_s, 0}}) {
        auto *chip = new Chip(theme, label, label, page);
        chip->setCount(count);
        chip->setChecked(count == 148);
        chips->addWidget(chip);
    }
    chips->addWidget(new BadgeLabel(theme, {.text = u"Old"_s}, page));
    chips->addWidget(new BadgeLabel(theme, {.text = u"Working"_s, .tone = Tone::Ok, .icon = u"check"_s}, page));
    chips->addWidget(new BadgeLabel(theme, {.text = u"12 days"_s, .tone = Tone::Warn, .icon = u"clock"_s}, page));
    chips->addWidget(new BadgeLabel(theme, {.text = u"Expired"_s, .tone = Tone::Danger, .icon = u"stop"_s}, page));
    chips->addWidget(new BadgeLabel(theme, {.text = u"New"_s, .tone = Tone::Info}, page));
    chips->addStretch();
    auto *choices = row(column);
    for (int chosen = 0; chosen < 3; ++chosen) {
        auto *levels = new SegmentedControl(theme, u"Level"_s,
                                            {{u"n"_s, u"None"_s, SegmentLook::Neutral},
                                             {u"r"_s, u"Read"_s, SegmentLook::Soft},
                                             {u"e"_s, u"Edit"_s, SegmentLook::Fill}},
                                            page);
        levels->setCurrentIndex(chosen);
        choices->addWidget(levels);
    }
    auto *view = new SegmentedControl(theme, u"Whose"_s, {{u"m"_s, u"My user"_s}, {u"a"_s, u"An account"_s}}, page);
    choices->addWidget(view);
    choices->addStretch();
    auto *marks = row(column);
    for (const bool on : {true, false}) {
        auto *check = new QCheckBox(u"Check"_s, page);
        check->setChecked(on);
        marks->addWidget(check);
        auto *radio = new QRadioButton(u"Radio"_s, page);
        radio->setAutoExclusive(false);
        radio->setChecked(on);
        marks->addWidget(radio);
    }
    auto *combo = new ComboBox(theme, u"combo"_s, page);
    combo->addItems({u"30 days"_s, u"90 days"_s});
    marks->addWidget(combo);
    marks->addStretch();
}

void addFields(const Theme &theme, QVBoxLayout *column, QWidget *page)
{
    auto *line = row(column);
    auto *name = new Field(theme, {.objectName = u"n"_s, .label = u"Name"_s, .hint = u"Up to 120 characters."_s}, page);
    name->edit()->setText(u"ci-dns-records"_s);
    auto *token = new Field(
        theme,
        {.objectName = u"t"_s, .label = u"Token"_s, .placeholder = u"Bootstrap token"_s, .leadingIcon = u"token"_s},
        page);
    token->addTrailingIcon(u"eyeoff"_s, u"Show"_s);
    auto *address = new Field(theme, {.objectName = u"a"_s, .label = u"Address"_s}, page);
    address->edit()->setText(u"203.0.113.300"_s);
    address->setError(u"Not an address. Use one like 203.0.113.24 or 203.0.113.0/24."_s);
    for (Field *field : {name, token, address})
        line->addWidget(field, 1, Qt::AlignTop);
}

void addMessages(const Theme &theme, QVBoxLayout *column, QWidget *page)
{
    const auto add = [&](const MessageContent &content, const QString &action) {
        auto *message = new InlineMessage(theme, u"m"_s, page);
        message->setContent(content);
        if (!action.isEmpty())
            message->addAction(u"act"_s, action);
        column->addWidget(message);
    };
    add({.title = u"Read on Zone was added."_s, .text = u"Most DNS clients need it."_s}, u"Remove"_s);
    add({.tone = Tone::Ok, .title = {}, .text = u"Two tokens revoked."_s}, {});
    add({.tone = Tone::Warn,
         .title = u"Can't reach Cloudflare."_s,
         .text = u"Showing the list from 09:12 today. Changes wait until the connection is back. Next try in 40 s."_s,
         .icon = u"offline"_s},
        u"Try now"_s);
    add({.tone = Tone::Danger,
         .title = u"Port 8787 is taken"_s,
         .text = u"by another program. Clients can't connect."_s},
        u"Change port…"_s);
}

QWidget *makeNavigation(const Theme &theme, QWidget *page)
{
    auto *list = new QListView(page);
    auto *model = new QStandardItemModel(list);
    const auto add = [&](const QString &icon, const QString &label, const QString &count, int attention) {
        auto *item = new QStandardItem(label);
        item->setData(icon, NavIconRole);
        item->setData(count, NavCountRole);
        item->setData(attention, NavAttentionRole);
        model->appendRow(item);
    };
    add(u"token"_s, u"Tokens"_s, u"148"_s, 0);
    add(u"rotate"_s, u"Rotations"_s, u"4"_s, 1);
    add(u"activity"_s, u"Activity"_s, {}, 0);
    list->setModel(model);
    list->setItemDelegate(new NavDelegate(theme, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setFixedSize(184, 130);
    list->setCurrentIndex(model->index(0, 0));
    useWindowGround(list->viewport());
    return list;
}

} // namespace

void ComponentsPictures::draw_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void ComponentsPictures::draw()
{
    QFETCH(Scheme, scheme);
    QFont font(qEnvironmentVariable("TOKENSMITH_PICTURE_FONT", u"Inter"_s));
    font.setPointSizeF(9.75);
    QApplication::setFont(font);
    ThemeController controller(*qApp, scheme);
    const Theme &theme = controller.theme();
    QWidget page;
    useSurfaceGround(&page);
    auto *column = new QVBoxLayout(&page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(space::kMedium);
    addButtons(theme, column, &page);
    addChoices(theme, column, &page);
    addFields(theme, column, &page);
    addMessages(theme, column, &page);
    auto *last = row(column);
    auto *card = new Card(theme, u"card"_s, u"Where it is kept"_s, &page);
    card->body()->addWidget(new Paragraph(theme, {.colour = Colour::Text2},
                                          u"GNOME Keyring is ready. No file, log or backup of Tokensmith ever holds a "
                                          "secret."_s,
                                          card));
    last->addWidget(makeNavigation(theme, &page));
    last->addWidget(card, 1, Qt::AlignTop);
    column->addStretch();
    page.resize(760, 800);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QVERIFY(tokensmith::test::keepPicture(page, u"components/%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
}

QTEST_MAIN(ComponentsPictures)
#include "tst_componentspictures.moc"
