// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/checkrow.h"

#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"

#include <QAccessible>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kIcon = 16;
constexpr int kRow = 30;

struct Look
{
    QString icon;
    Colour iconColour;
    Colour textColour;
    QString word; ///< for who does not see the icon
};

Look lookOf(CheckList::State state)
{
    switch (state) {
    case CheckList::State::NotStarted:
        return {u"pend"_s, Colour::Text3, Colour::Text2, CheckRow::tr("not started")};
    case CheckList::State::Running:
        return {u"hour"_s, Colour::Accent, Colour::Text, CheckRow::tr("running")};
    case CheckList::State::Done:
        return {u"check"_s, Colour::Ok, Colour::Text2, CheckRow::tr("done")};
    case CheckList::State::Failed:
        return {u"stop"_s, Colour::Danger, Colour::Text, CheckRow::tr("failed")};
    }
    Q_UNREACHABLE();
}

} // namespace

CheckRow::CheckRow(const Theme &theme, const QString &objectName, const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_icon(new IconLabel(theme, kIcon))
    , m_text(new Label(theme, {}, what))
    , m_advice(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Danger}))
{
    setObjectName(objectName);
    m_advice->setObjectName(objectName + "Advice"_L1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    grid->setRowMinimumHeight(0, kRow);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_advice, 1, 1);
    setState(CheckList::State::NotStarted);
}

void CheckRow::setState(CheckList::State state, const QString &advice)
{
    m_state = state;
    const Look look = lookOf(state);
    m_icon->setIcon(look.icon, look.iconColour);
    m_text->setColour(look.textColour);
    m_advice->setColour(state == CheckList::State::Failed ? Colour::Danger : Colour::Text2);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    layout()->setContentsMargins(0, 0, 0, advice.isEmpty() ? 0 : space::kSmall);
    setAccessibleName(advice.isEmpty() ? tr("%1: %2", "check, its state").arg(m_what, look.word)
                                       : tr("%1: %2. %3", "check, its state, advice").arg(m_what, look.word, advice));
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace tokensmith::ui
