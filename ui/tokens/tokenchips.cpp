// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenchips.h"

#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/tokens/tokentablemodel.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QStyle>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using search::Trait;

namespace {

constexpr int kGap = 6;

bool isRareTrait(Trait trait)
{
    switch (trait) {
    case Trait::Expiring:
    case Trait::Expired:
    case Trait::Unused:
    case Trait::Broad:
    case Trait::NoIpLimit:
    case Trait::NeverExpires:
        return false;
    case Trait::Active:
    case Trait::Pending:
    case Trait::Disabled:
    case Trait::Exposed:
    case Trait::Unknown:
    case Trait::Flagged:
        return true;
    }
    Q_UNREACHABLE();
}

/** In the order they stand in. */
constexpr std::array kOrder{Trait::Expiring,  Trait::Expired,      Trait::Unused,  Trait::Broad,
                            Trait::NoIpLimit, Trait::NeverExpires, Trait::Flagged, Trait::Active,
                            Trait::Disabled,  Trait::Pending,      Trait::Exposed};

} // namespace

QString traitLabel(Trait trait)
{
    switch (trait) {
    case Trait::Active:
        return TokenChips::tr("Active");
    case Trait::Pending:
        return TokenChips::tr("Not started");
    case Trait::Disabled:
        return TokenChips::tr("Disabled");
    case Trait::Expired:
        return TokenChips::tr("Expired");
    case Trait::Exposed:
        return TokenChips::tr("Exposed");
    case Trait::Unknown:
        return TokenChips::tr("Unknown");
    case Trait::Expiring:
        return TokenChips::tr("Expiring");
    case Trait::Unused:
        return TokenChips::tr("Unused");
    case Trait::Broad:
        return TokenChips::tr("Broad");
    case Trait::NoIpLimit:
        return TokenChips::tr("No IP limit");
    case Trait::NeverExpires:
        return TokenChips::tr("Never expires");
    case Trait::Flagged:
        return TokenChips::tr("With findings");
    }
    Q_UNREACHABLE();
}

TokenChips::TokenChips(const Theme &theme, TokenTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_menu(new QMenu(this))
{
    setObjectName(u"tokenChips"_s);
    m_menu->setObjectName(u"chipsMenu"_s);
    m_menu->setAccessibleName(tr("More filters"));
    setAccessibleName(tr("Filters"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addEntry(tr("All"), {});
    for (const Trait trait : kOrder)
        addEntry(traitLabel(trait), trait);
    m_more = makeIconButton(m_theme,
                            {.objectName = u"chipsMore"_s,
                             .name = tr("More filters"),
                             .icon = u"down"_s,
                             .kind = ButtonKind::Quiet,
                             .size = ControlSize::Small},
                            this);
    m_more->installEventFilter(this);
    connect(m_more, &QToolButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
    });
    connect(&m_model, &TokenTableModel::countsChanged, this, &TokenChips::showModel);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
    showModel();
}

void TokenChips::addEntry(const QString &label, search::Traits trait)
{
    const Trait one = Trait(trait.toInt());
    const QString name = trait ? "chip-"_L1 + search::traitWord(one) : u"chipAll"_s;
    auto *chip = new Chip(m_theme, name, label, this);
    chip->setToolTip(trait ? tr("Show only these; with Ctrl, combine") : tr("Show all tokens"));
    chip->installEventFilter(this);
    connect(chip, &QToolButton::clicked, this, [this, trait] {
        if (m_withControl)
            toggle(trait);
        else
            choose(trait);
    });
    m_entries.append({.chip = chip, .trait = trait, .isRare = trait && isRareTrait(one)});
}

void TokenChips::choose(search::Traits trait)
{
    m_model.setChips(m_model.selection().traits == trait ? search::Traits() : trait);
    showModel();
}

void TokenChips::toggle(search::Traits trait)
{
    m_model.setChips(trait ? m_model.selection().traits ^ trait : trait);
    showModel();
}

void TokenChips::showModel()
{
    const search::Traits chosen = m_model.selection().traits;
    const search::TraitCounts &counts = m_model.chipCounts();
    const bool isKnown = m_model.tokenCount() > 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        entry.chip->setChecked(entry.trait ? chosen.testFlags(entry.trait) : !chosen);
        // What needs findings is known only when all tokens were looked at.
        const Trait one = Trait(entry.trait.toInt());
        const bool needsAll = one == Trait::Broad || one == Trait::Flagged;
        const int count = entry.trait ? counts.of(one) : counts.all();
        entry.chip->setCount(!isKnown || (needsAll && !m_model.isComplete()) ? -1 : count);
    }
    place();
}

QSize TokenChips::sizeHint() const
{
    int wide = m_more->sizeHint().width();
    for (const Entry &entry : m_entries) {
        if (!entry.isRare)
            wide += entry.chip->sizeHint().width() + kGap;
    }
    return {wide, m_theme.controlHeight(ControlSize::Small)};
}

QSize TokenChips::minimumSizeHint() const
{
    return {m_entries.front().chip->sizeHint().width() + kGap + m_more->sizeHint().width(), sizeHint().height()};
}

/** Those chosen have their place first, then as many of the usual ones as there is room for. */
void TokenChips::place()
{
    const int tall = m_theme.controlHeight(ControlSize::Small);
    int room = width() - m_more->sizeHint().width();
    QList<bool> fits(m_entries.size(), false);
    const auto take = [&](qsizetype i) {
        const int wide = m_entries.at(i).chip->sizeHint().width() + kGap;
        if (fits.at(i) || wide > room)
            return false;
        room -= wide;
        fits[i] = true;
        return true;
    };
    take(0);
    for (qsizetype i = 1; i < m_entries.size(); ++i) {
        if (m_entries.at(i).chip->isChecked())
            take(i);
    }
    for (qsizetype i = 1; i < m_entries.size(); ++i) {
        if (!m_entries.at(i).isRare && !fits.at(i) && !take(i))
            break;
    }
    int x = 0;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        Chip *chip = m_entries.at(i).chip;
        chip->setVisible(fits.at(i));
        if (!fits.at(i))
            continue;
        const QRect at(x, 0, chip->sizeHint().width(), tall);
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
        x += at.width() + kGap;
    }
    m_more->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {x, 0, m_more->sizeHint().width(), tall}));
}

void TokenChips::fillMenu()
{
    m_menu->clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.chip->isVisible() && !entry.isRare)
            continue;
        const int count = m_model.chipCounts().of(Trait(entry.trait.toInt()));
        QAction *action =
            m_menu->addAction(tr("%1 (%2)").arg(traitLabel(Trait(entry.trait.toInt())), QLocale().toString(count)),
                              m_menu, [this, trait = entry.trait] { toggle(trait); });
        action->setCheckable(true);
        action->setChecked(m_model.selection().traits.testFlags(entry.trait));
    }
}

void TokenChips::moveFocus(QWidget *from, int step)
{
    QWidgetList shown;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.chip->isVisible())
            shown += entry.chip;
    }
    shown += m_more;
    const qsizetype next = shown.indexOf(from) + (layoutDirection() == Qt::LeftToRight ? step : -step);
    if (next >= 0 && next < shown.size())
        shown.at(next)->setFocus(Qt::TabFocusReason);
}

void TokenChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool TokenChips::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::MouseButtonRelease || type == QEvent::KeyPress || type == QEvent::KeyRelease)
        m_withControl = dynamic_cast<QInputEvent &>(*event).modifiers().testFlag(Qt::ControlModifier);
    if (type == QEvent::KeyPress) {
        const int key = dynamic_cast<QKeyEvent &>(*event).key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            moveFocus(qobject_cast<QWidget *>(watched), key == Qt::Key_Right ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tokensmith::ui
