// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensnoticebar.h"

#include "ui/tokens/tokensnotice.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** Whether only the waiting differs, which is no news. */
bool isSameNews(const MessageContent &before, const MessageContent &now)
{
    const bool counts = !before.spoken.isEmpty() && !now.spoken.isEmpty();
    return before.tone == now.tone && before.title == now.title && before.details == now.details
           && (counts || before.text == now.text);
}

} // namespace

TokensNoticeBar::TokensNoticeBar(const Theme &theme, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_notice(new InlineMessage(theme, u"tokensNotice"_s, this))
    , m_retry(m_notice->addAction(u"tokensRetry"_s, tr("Try again")))
    , m_countdown(new QTimer(this))
{
    auto *room = new QVBoxLayout(this);
    room->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0); // chips bring their own room
    room->addWidget(m_notice);
    m_countdown->setObjectName(u"tokensCountdown"_s);
    m_countdown->setTimerType(Qt::PreciseTimer); // no second is left out
    m_countdown->setInterval(1s);
    connect(m_countdown, &QTimer::timeout, this, &TokensNoticeBar::refresh);
    connect(m_retry, &QPushButton::clicked, this, &TokensNoticeBar::retryRequested);
    hide();
}

void TokensNoticeBar::showStatus(const TokenListStatus &status)
{
    m_status = status;
    const bool failed = status.state == TokenListStatus::State::Failed;
    if (failed && std::exchange(m_answer, Answer::Told) == Answer::Awaited)
        m_shown.reset();
    refresh();
    runCountdown();
}

void TokensNoticeBar::expectAnswer()
{
    m_answer = Answer::Awaited;
}

void TokensNoticeBar::refresh()
{
    const std::optional<MessageContent> content = noticeFor(m_status, m_clock.now());
    const bool same = content && m_shown && isSameNews(*m_shown, *content);
    if (same)
        m_notice->updateText(content->text, content->spoken);
    else if (content)
        m_notice->setContent(*content);
    m_shown = content;
    m_retry->setText(isOffline(m_status) ? tr("Try now") : tr("Try again"));
    setVisible(content.has_value());
}

void TokensNoticeBar::runCountdown()
{
    if (!m_status.nextTryAt.isValid() || !isVisible())
        m_countdown->stop();
    else if (!m_countdown->isActive())
        m_countdown->start();
}

void TokensNoticeBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    runCountdown();
}

void TokensNoticeBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_countdown->stop();
}

} // namespace tokensmith::ui
