// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/firstrunpage.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"
#include "ui/onboarding/checklist.h"
#include "ui/onboarding/dashboardstep.h"
#include "ui/onboarding/pastestep.h"
#include "ui/onboarding/sidecards.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kMark = 40;
constexpr int kColumns = 928;
constexpr int kSide = 296;
constexpr int kHeadText = 640;
constexpr int kFoot = 60;
constexpr int kAir = 64;

} // namespace

FirstRunPage::FirstRunPage(const Theme &theme, FirstRunActions &actions, Leave leave, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_paste(new PasteStep(theme))
    , m_checks(new CheckList(theme))
    , m_go(makeButton(theme, {.objectName = u"connect"_s, .text = {}, .kind = ButtonKind::Primary}))
    , m_leave(makeLeave(leave))
    , m_scroll(new QScrollArea)
{
    setObjectName(u"firstRunPage"_s);
    setAccessibleName(tr("Connect Cloudflare"));
    useWindowGround(this);
    auto *content = new QWidget;
    content->setMaximumWidth(kColumns);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, space::kLarge);
    inside->setSpacing(0);
    auto *air = new QWidget; // above the head: as much as there is room for
    air->setMinimumHeight(space::kLarge);
    air->setMaximumHeight(kAir);
    inside->addWidget(air, 1);
    inside->addWidget(makeHead());
    inside->addSpacing(28);
    inside->addWidget(makeColumns());
    inside->addStretch(1);

    auto *centred = new QWidget;
    auto *row = new QHBoxLayout(centred);
    row->setContentsMargins(space::kPage, 0, space::kPage, 0);
    row->addWidget(content);
    m_scroll->setWidget(centred);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    useWindowGround(m_scroll->viewport());
    useWindowGround(centred);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeDivider(Qt::Horizontal));
    column->addWidget(makeFoot());
    connectActions();
    setPhase(Phase::Entry);
    setFocusProxy(m_paste);
    m_actions.askKeychain();
}

QWidget *FirstRunPage::makeHead()
{
    auto *mark = new IconLabel(m_theme, kMark);
    mark->setIcon(u"app"_s, Colour::AccentFill);
    auto *text =
        new Paragraph(m_theme, {.colour = Colour::Text2},
                      tr("Tokensmith works with one token of yours, the bootstrap token. It may make and manage "
                         "other tokens, so it is kept in your keychain and nowhere else."));
    text->setMaximumWidth(kHeadText);
    auto *head = new QWidget;
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(space::kTiny);
    grid->setColumnStretch(1, 1);
    grid->addWidget(mark, 0, 0);
    grid->addWidget(new Label(m_theme, {.style = TextStyle::PageTitle}, tr("Connect Cloudflare")), 0, 1);
    auto *line = new QHBoxLayout; // the text takes what it may, the rest stays empty
    line->addWidget(text, 1);
    line->addStretch();
    grid->addLayout(line, 1, 1);
    return head;
}

QWidget *FirstRunPage::makeColumns()
{
    auto *steps = new Card(m_theme, u"firstRunSteps"_s);
    steps->body()->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    steps->body()->setSpacing(space::kPage);
    steps->body()->addWidget(new DashboardStep(m_theme));
    steps->body()->addWidget(makeDivider(Qt::Horizontal));
    steps->body()->addWidget(m_paste);
    steps->body()->addWidget(makeDivider(Qt::Horizontal));
    steps->body()->addWidget(m_checks);

    auto *side = new QVBoxLayout;
    side->setSpacing(space::kInset);
    for (QWidget *card : {static_cast<QWidget *>(new SandboxCard(m_theme, m_actions)),
                          static_cast<QWidget *>(new KeychainCard(m_theme, m_actions))}) {
        card->setFixedWidth(kSide);
        side->addWidget(card);
    }
    side->addStretch();
    auto *columns = new QWidget;
    auto *row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kLarge);
    row->addWidget(steps, 1, Qt::AlignTop);
    row->addLayout(side);
    return columns;
}

QPushButton *FirstRunPage::makeLeave(Leave leave)
{
    switch (leave) {
    case Leave::Quit: {
        auto *quit = makeButton(m_theme, {.objectName = u"quit"_s, .text = tr("Quit")});
        connect(quit, &QPushButton::clicked, this, &FirstRunPage::quitRequested);
        return quit;
    }
    case Leave::Back: {
        auto *cancel = makeButton(m_theme, {.objectName = u"cancel"_s, .text = tr("Cancel")});
        connect(cancel, &QPushButton::clicked, this, [this] {
            m_actions.cancel();
            m_paste->clear();
            Q_EMIT cancelled();
        });
        return cancel;
    }
    }
    Q_UNREACHABLE();
}

QWidget *FirstRunPage::makeFoot()
{
    connect(m_go, &QPushButton::clicked, this, &FirstRunPage::go);
    auto *foot = new QWidget;
    foot->setMinimumHeight(kFoot);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::kPage, 0, space::kPage, 0);
    row->setSpacing(space::kSmall);
    row->addWidget(new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3},
                             tr("Nothing is saved before you have seen what was found.")),
                   1);
    row->addWidget(m_leave);
    row->addWidget(m_go);
    return foot;
}

void FirstRunPage::connectActions()
{
    connect(m_paste, &PasteStep::edited, this, &FirstRunPage::onEdited);
    connect(m_paste, &PasteStep::submitted, m_go, &QPushButton::click);
    connect(&m_actions, &FirstRunActions::checkPassed, m_checks, &CheckList::pass);
    connect(&m_actions, &FirstRunActions::checkFailed, this, [this](BootstrapCheck check, const base::Error &error) {
        m_checks->fail(check, error);
        setPhase(Phase::Entry);
        showChecks();
    });
    connect(&m_actions, &FirstRunActions::accountIdNeeded, this, [this] {
        m_checks->hold(BootstrapCheck::Owner, tr("Enter the ID of the token's account in step 2, then check again."));
        setPhase(Phase::Entry);
        m_paste->askForAccount();
        refreshGo();
    });
    connect(&m_actions, &FirstRunActions::found, this, [this](const FoundConnection &connection) {
        m_checks->showFound(connection);
        setPhase(Phase::Found);
        m_go->setFocus();
        showChecks();
    });
    connect(&m_actions, &FirstRunActions::saved, this, [this] {
        m_paste->clear();
        Q_EMIT connected();
    });
    connect(&m_actions, &FirstRunActions::saveFailed, this, [this](const base::Error &error) {
        m_checks->showProblem(error);
        setPhase(Phase::Found);
    });
}

void FirstRunPage::go()
{
    switch (m_phase) {
    case Phase::Entry:
        if (!m_paste->validate())
            return;
        m_paste->mask();
        setPhase(Phase::Checking);
        m_checks->start();
        m_actions.check(m_paste->token(), m_paste->accountId());
        return;
    case Phase::Checking:
        m_actions.cancel();
        m_checks->reset();
        setPhase(Phase::Entry);
        return;
    case Phase::Found:
        setPhase(Phase::Saving);
        m_actions.save();
        return;
    case Phase::Saving:
        return;
    }
    Q_UNREACHABLE();
}

void FirstRunPage::onEdited()
{
    m_checks->reset();
    if (m_phase == Phase::Found)
        m_actions.cancel(); // what was found belongs to another token
    setPhase(Phase::Entry);
}

void FirstRunPage::setPhase(Phase phase)
{
    m_phase = phase;
    m_paste->setEnabled(phase == Phase::Entry || phase == Phase::Found);
    refreshGo();
}

void FirstRunPage::showChecks()
{
    // Once the layout has made room for the message.
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(m_checks, 0, space::kLarge); }, Qt::QueuedConnection);
}

void FirstRunPage::refreshGo()
{
    switch (m_phase) {
    case Phase::Entry:
        m_go->setText(tr("Check and connect"));
        m_go->setEnabled(m_paste->isComplete());
        break;
    case Phase::Checking:
        m_go->setText(tr("Stop"));
        m_go->setEnabled(true);
        break;
    case Phase::Found:
        m_go->setText(tr("Connect"));
        m_go->setEnabled(true);
        break;
    case Phase::Saving:
        m_go->setText(tr("Saving…"));
        m_go->setEnabled(false);
        break;
    }
    if (m_leave->objectName() == "cancel"_L1)
        m_leave->setEnabled(m_phase != Phase::Saving); // what is being written can't be taken back
    const bool primary = m_phase != Phase::Checking;
    setButtonKind(m_go, m_theme, primary ? ButtonKind::Primary : ButtonKind::Default);
}

} // namespace tokensmith::ui
