// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approvalwindow.h"

#include "ui/approval/approvalbody.h"
#include "ui/approval/approvalheader.h"
#include "ui/approval/approvalwords.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using clients::WaitingApproval;
using Verdict = clients::ApprovalAnswer::Verdict;
using Remember = clients::QueueingGate::Remember;

namespace {

constexpr QSize kSize(560, 520);
constexpr int kHighest = 680;
constexpr int kFooter = 56;
constexpr int kButton = 96;

} // namespace

ApprovalWindow::ApprovalWindow(const Theme &theme, ApprovalSource &source)
    : QWidget(nullptr, Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint | Qt::WindowCloseButtonHint)
    , m_theme(theme)
    , m_source(source)
    , m_header(new ApprovalHeader(theme, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"approvalWindow"_s);
    setAttribute(Qt::WA_QuitOnClose, false);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    m_second.setInterval(1s);
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    build();
    addKeys();
    connect(&m_settle, &QTimer::timeout, this, &ApprovalWindow::lookAgain);
    connect(&m_next, &QTimer::timeout, this, &ApprovalWindow::showNext);
    connect(&m_second, &QTimer::timeout, this, [this] { m_header->setNow(m_source.now()); });
    connect(&m_source, &ApprovalSource::changed, this, &ApprovalWindow::refresh);
    refresh();
}

void ApprovalWindow::build()
{
    useSurfaceGround(this);
    m_scroll->setObjectName(u"approvalScroll"_s);
    m_scroll->setAccessibleName(tr("What it would do"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus); // scrolled by the keyboard
    useSurfaceGround(m_scroll->viewport());
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &ApprovalWindow::lookAgain);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ApprovalWindow::lookAgain);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::kPage, 18, space::kPage, 14);
    head->addWidget(m_header);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter());
    resize(m_theme.width(kSize.width()), m_theme.width(kSize.height()));
}

QWidget *ApprovalWindow::makeFooter()
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    m_call = makeButton(m_theme, {.objectName = u"approvalShowCall"_s, .text = {}, .kind = ButtonKind::Quiet}, footer);
    m_hint = new ElidedLabel(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, footer);
    m_hint->setObjectName(u"approvalHint"_s);
    m_hint->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_deny =
        makeButton(m_theme, {.objectName = u"approvalDeny"_s, .text = tr("Deny"), .kind = ButtonKind::Primary}, footer);
    m_approve = makeButton(m_theme, {.objectName = u"approvalApprove"_s, .text = tr("Approve")}, footer);
    m_deny->setShortcut(QKeySequence(Qt::ALT | Qt::Key_D));
    m_approve->setShortcut(QKeySequence(Qt::ALT | Qt::Key_A));
    for (QPushButton *button : {m_deny, m_approve}) {
        button->setMinimumWidth(m_theme.width(kButton));
        button->setToolTip(button->shortcut().toString(QKeySequence::NativeText));
    }
    connect(m_call, &QPushButton::clicked, this, &ApprovalWindow::toggleCall);
    connect(m_deny, &QPushButton::clicked, this, &ApprovalWindow::deny);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalWindow::approve);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kSmall, space::kSmall, space::kPage, space::kSmall);
    row->setSpacing(space::kSmall);
    row->addWidget(m_call);
    row->addWidget(m_hint, 1);
    row->addWidget(m_deny);
    row->addWidget(m_approve);
    footer->setMinimumHeight(m_theme.height(kFooter));
    return footer;
}

/** Whatever has the focus. Approving takes a key of its own. */
void ApprovalWindow::addKeys()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &ApprovalWindow::deny);
    }
}

void ApprovalWindow::refresh()
{
    const std::vector<WaitingApproval> waiting = m_source.waiting();
    if (waiting.empty()) {
        clear();
        hide();
        return;
    }
    m_header->setCount(qsizetype(waiting.size()));
    if (waiting.front().id == m_shown)
        return;
    clear();
    m_next.start(); // not yet: many may go at once, and one that goes at once never comes up
}

void ApprovalWindow::showNext()
{
    const std::vector<WaitingApproval> waiting = m_source.waiting();
    if (waiting.empty())
        return;
    showRequest(waiting.front());
    if (!isVisible()) {
        fitHeight();
        present();
    }
}

/** As the design has it; where that is too low for the text, higher, within limits. */
void ApprovalWindow::fitHeight()
{
    const int width = m_theme.width(kSize.width());
    const int others = sizeHint().height() - m_scroll->sizeHint().height();
    const int wanted = others + m_body->heightForWidth(width);
    const QSize most = screen()->availableSize() - QSize(2 * space::kLarge, 2 * space::kLarge);
    const int height = std::clamp(wanted, m_theme.width(kSize.height()), m_theme.width(kHighest));
    resize(QSize(width, height).boundedTo(most));
}

void ApprovalWindow::showRequest(const WaitingApproval &waiting)
{
    m_shown = waiting.id;
    setWindowTitle(titleOf(waiting.request));
    setAccessibleName(windowTitle());
    m_header->setRequest(waiting, m_source.now());
    m_body = new ApprovalBody(m_theme, waiting.request, m_source.now());
    m_scroll->setWidget(m_body); // owned by the scroll area
    m_scroll->verticalScrollBar()->setValue(0);
    m_call->setVisible(m_body->call());
    m_settle.start();
    showState();
    m_deny->setFocus(Qt::ActiveWindowFocusReason);
}

void ApprovalWindow::clear()
{
    m_shown = 0;
    m_seenToTheEnd = false;
    m_settle.stop();
    m_next.stop();
    m_body = nullptr;
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // one of its own may be what brought us here
    }
    m_approve->setEnabled(false);
}

void ApprovalWindow::present()
{
    if (m_shown == 0)
        return;
    winId(); // else there is nothing to stay above
    if (m_main && m_main->isVisible())
        windowHandle()->setTransientParent(m_main->windowHandle());
    else
        windowHandle()->setTransientParent(nullptr);
    show();
    raise();
    activateWindow();
    m_deny->setFocus(Qt::ActiveWindowFocusReason);
}

void ApprovalWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous() || m_shown == 0)
        return;
    m_approve->setEnabled(false);
    m_settle.start();
    m_second.start();
    m_header->setNow(m_source.now());
}

void ApprovalWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_second.stop();
}

void ApprovalWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // it hides when nothing is left
    deny();
}

/** What a button that has the focus does not want scrolls the text: it has to be read before a yes. */
void ApprovalWindow::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_PageDown:
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        return;
    case Qt::Key_End:
        bar->triggerAction(QScrollBar::SliderToMaximum);
        return;
    case Qt::Key_Home:
        bar->triggerAction(QScrollBar::SliderToMinimum);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ApprovalWindow::lookAgain()
{
    if (!m_body || m_settle.isActive() || !isVisible())
        return;
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    m_seenToTheEnd = m_seenToTheEnd || bar->value() >= bar->maximum();
    showState();
}

void ApprovalWindow::showState()
{
    const bool settled = m_body && !m_settle.isActive();
    m_approve->setEnabled(settled && m_seenToTheEnd);
    m_hint->setText(settled && !m_seenToTheEnd ? tr("Read to the end to approve") : QString());
    m_approve->setAccessibleDescription(m_hint->text());
    const bool shown = m_body && m_body->call() && !m_body->call()->isHidden();
    m_call->setText(shown ? tr("Hide the call") : tr("Show the call"));
    setButtonIcon(m_call, m_theme, shown ? u"down"_s : u"right"_s);
}

void ApprovalWindow::toggleCall()
{
    QWidget *call = m_body->call();
    call->setVisible(call->isHidden());
    showState();
    if (!call->isHidden()) {
        QScrollBar *bar = m_scroll->verticalScrollBar();
        connect(
            bar, &QScrollBar::rangeChanged, call, [bar] { bar->setValue(bar->maximum()); }, Qt::SingleShotConnection);
    }
}

void ApprovalWindow::approve()
{
    if (!m_body || !m_approve->isEnabled())
        return;
    const clients::ApprovalAnswer answer = m_body->approval();
    const Remember remember = m_body->remember();
    m_source.answer(m_shown, answer, remember);
}

void ApprovalWindow::deny()
{
    if (m_shown != 0)
        m_source.answer(m_shown, {.verdict = Verdict::Denied}, Remember::No);
}

} // namespace tokensmith::ui
