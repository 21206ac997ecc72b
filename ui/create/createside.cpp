// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/createside.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"
#include "ui/create/sidenote.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostLines = 8;
constexpr int kFactWidth = 84;
constexpr int kIcon = 16;

} // namespace

CreateSide::CreateSide(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(space::kInset, space::kPage, space::kInset, space::kPage);
    m_column->addStretch();
    area->setWidget(page);
    useWindowGround(page);
    useWindowGround(area->viewport());
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(area);
}

void CreateSide::setWords(const SideWords &words)
{
    delete m_inside;
    m_inside = new QWidget;
    m_rows = new QVBoxLayout(m_inside);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::kMedium);
    addHeading(tr("In plain words"));
    addLines(words);
    if (!words.cannot.isEmpty()) {
        addDivider();
        addHeading(tr("It can't"));
        m_rows->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, words.cannot));
    }
    if (!words.added.isEmpty())
        addNote(words.added);
    if (!words.facts.empty())
        addFacts(words.facts);
    m_column->insertWidget(0, m_inside);
}

void CreateSide::addHeading(const QString &text)
{
    m_rows->addWidget(new Label(m_theme, {.style = TextStyle::SmallStrong, .colour = Colour::Text2}, text));
}

void CreateSide::addLines(const SideWords &words)
{
    if (words.can.empty())
        m_rows->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, words.instead));
    const std::size_t shown = std::min(words.can.size(), kMostLines);
    for (std::size_t at = 0; at < shown; ++at) {
        const AccessLine &line = words.can[at];
        auto *icon = new IconLabel(m_theme, kIcon);
        icon->setIcon(line.icon, Colour::Accent);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new Paragraph(m_theme, {.style = TextStyle::Strong}, line.what));
        texts->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, line.where));
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(icon, 0, Qt::AlignTop);
        row->addLayout(texts, 1);
        m_rows->addLayout(row);
    }
    if (shown < words.can.size())
        m_rows->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                        tr("And %n more.", nullptr, int(words.can.size() - shown))));
}

void CreateSide::addNote(const QString &text)
{
    addDivider();
    auto *note = new SideNote(m_theme, text, {.objectName = u"createRemoveAdded"_s, .text = tr("Remove it")});
    // Queued: acting on it replaces the note, and with it the button that was pressed.
    connect(note, &SideNote::pressed, this, &CreateSide::removeAddedRequested, Qt::QueuedConnection);
    m_rows->addWidget(note);
}

void CreateSide::addFacts(const std::vector<SideFact> &facts)
{
    addDivider();
    auto *list = new QVBoxLayout;
    list->setSpacing(6);
    for (const SideFact &fact : facts)
        addFact(*list, fact);
    m_rows->addLayout(list);
}

void CreateSide::addDivider()
{
    m_rows->addSpacing(space::kTiny);
    m_rows->addWidget(makeDivider(Qt::Horizontal));
}

void CreateSide::addFact(QVBoxLayout &list, const SideFact &fact)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kTiny);
    auto *name = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3}, fact.name);
    name->setMinimumWidth(m_theme.width(kFactWidth));
    const bool isId = !fact.copied.isEmpty();
    row->addWidget(name, 0, isId ? Qt::AlignVCenter : Qt::AlignTop);
    if (!isId) {
        row->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small}, fact.value), 1);
        list.addLayout(row);
        return;
    }
    row->addWidget(new Label(m_theme, {.style = TextStyle::MonoSmall}, fact.value));
    auto *copy = makeIconButton(m_theme, {.objectName = u"createCopyId"_s,
                                          .name = tr("Copy %1").arg(fact.name),
                                          .icon = u"copy"_s,
                                          .kind = ButtonKind::Quiet,
                                          .size = ControlSize::Inline});
    connect(copy, &QToolButton::clicked, copy, [text = fact.copied] { QGuiApplication::clipboard()->setText(text); });
    row->addWidget(copy);
    row->addStretch();
    list.addLayout(row);
}

} // namespace tokensmith::ui
