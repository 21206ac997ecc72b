// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lockpage.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/message.h"

#include <QFocusEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

LockPage::LockPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_unlock(makeButton(theme, {.objectName = u"unlock"_s, .text = tr("Unlock"), .kind = ButtonKind::Primary}))
    , m_problemRoom(new QWidget)
    , m_problem(new InlineMessage(theme, u"lockProblem"_s))
{
    setObjectName(u"lockPage"_s);
    setAccessibleName(tr("Locked"));
    useSurfaceGround(this);
    auto *state = new EmptyState(theme, u"lockState"_s,
                                 {.icon = u"lock"_s,
                                  .title = tr("Tokensmith is locked"),
                                  .text = tr("The bootstrap token is forgotten until you unlock. AI clients are told "
                                             "so and can do nothing.")});
    state->addButton(m_unlock);
    auto *quit = makeButton(theme, {.objectName = u"lockQuit"_s, .text = tr("Quit…"), .kind = ButtonKind::Quiet});
    state->addButton(quit);
    auto *room = new QVBoxLayout(m_problemRoom);
    room->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0);
    room->addWidget(m_problem);
    m_problemRoom->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_problemRoom);
    column->addWidget(state, 1);
    m_unlock->setAutoDefault(true); // Enter unlocks
    connect(quit, &QPushButton::clicked, this, &LockPage::quitRequested);
    connect(m_unlock, &QPushButton::clicked, this, [this] {
        m_unlock->setEnabled(false);
        m_problemRoom->hide();
        Q_EMIT unlockRequested();
    });
}

void LockPage::focusInEvent(QFocusEvent *event)
{
    m_unlock->setFocus(event->reason()); // a focus proxy would break the round of Tab
}

void LockPage::showProblem(const base::Error &problem)
{
    m_unlock->setEnabled(true);
    m_problem->setContent({.tone = Tone::Warn, .title = problem.message, .details = problem.detail});
    m_problemRoom->show();
    m_unlock->setFocus();
}

} // namespace tokensmith::ui
