// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityheader.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/focusareas.h"
#include "ui/common/searchfield.h"

#include <QAccessible>
#include <QLocale>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchWidth = 328;
constexpr int kLeastSearchWidth = 160;

QString number(qint64 count)
{
    return QLocale().toString(count);
}

Badge badgeFor(const ChainState &chain)
{
    using State = ChainState::State;
    switch (chain.state) {
    case State::Unknown:
        return {.text = ActivityHeader::tr("Chain not checked"), .icon = u"link"_s};
    case State::Checking:
        return {.text = ActivityHeader::tr("Checking: %1 of %2").arg(number(chain.done), number(chain.all)),
                .tone = Tone::Info,
                .icon = u"link"_s};
    case State::Failed:
        return {.text = ActivityHeader::tr("Chain can't be checked"), .tone = Tone::Warn, .icon = u"warn"_s};
    case State::Checked:
        break;
    }
    switch (chain.report.state) {
    case audit::ChainReport::State::Broken:
        return {.text = ActivityHeader::tr("Chain broken at entry %1").arg(number(chain.report.firstBad)),
                .tone = Tone::Danger,
                .icon = u"stop"_s};
    case audit::ChainReport::State::Intact:
        break;
    }
    return {.text = chain.report.checked == 1
                        ? ActivityHeader::tr("Chain verified, 1 entry")
                        : ActivityHeader::tr("Chain verified, %1 entries").arg(number(chain.report.checked)),
            .tone = Tone::Ok,
            .icon = u"link"_s};
}

} // namespace

ActivityHeader::ActivityHeader(const Theme &theme, QWidget *parent)
    : PageHeader(theme, tr("Activity"), parent)
    , m_badge(new BadgeLabel(theme, {}, this))
    , m_check(
          makeButton(theme, {.objectName = u"chainCheck"_s, .text = tr("Check again"), .kind = ButtonKind::Link}, this))
    , m_search(new SearchField(theme,
                               {.objectName = u"activitySearch"_s,
                                .accessibleName = tr("Search the activity"),
                                .placeholder = tr("Search: token, client or cf-ray"),
                                .keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)},
                               this))
{
    m_badge->setObjectName(u"chainBadge"_s);
    m_check->setAccessibleName(tr("Check the chain again"));
    addBeside(m_badge);
    addBeside(m_check);
    m_search->setMinimumWidth(kLeastSearchWidth);
    m_search->setMaximumWidth(theme.width(kSearchWidth));
    add(m_search);
    auto *exportButton =
        makeButton(theme, {.objectName = u"activityExport"_s, .text = tr("Export…"), .icon = u"download"_s}, this);
    exportButton->setToolTip(
        tr("Export (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText)));
    add(exportButton);
    markFocusArea(m_search);
    connect(m_check, &QPushButton::clicked, this, &ActivityHeader::checkRequested);
    connect(exportButton, &QPushButton::clicked, this, &ActivityHeader::exportRequested);
    setChain({});
}

void ActivityHeader::setChain(const ChainState &chain)
{
    const Badge badge = badgeFor(chain);
    const bool isNews = chain.state != ChainState::State::Checking && badge.text != m_badge->badge().text;
    m_badge->setBadge(badge);
    m_badge->setAccessibleName(badge.text);
    m_check->setEnabled(chain.state != ChainState::State::Checking);
    if (isNews) {
        QAccessibleEvent event(m_badge, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace tokensmith::ui
