// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/common/message.h"
#include "ui/tokens/tokensource.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTimer;

namespace tokensmith::ui {

/**
 * The notice above the list: hidden while all is well, counts down to the next try while Cloudflare can't be reached
 * and stays while that runs. A screen reader hears of a failure once, of a later one only where somebody asked
 * for the reading. Children tokensNotice, tokensRetry. Theme and clock must outlive it.
 */
class TokensNoticeBar final : public QWidget
{
    Q_OBJECT

public:
    TokensNoticeBar(const Theme &theme, const base::Clock &clock, QWidget *parent = nullptr);

    void showStatus(const TokenListStatus &status);

    /** Somebody asked for a reading and waits for what comes of it. */
    void expectAnswer();

Q_SIGNALS:
    void retryRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Answer { Told, Awaited };

    void refresh();
    void runCountdown();

    const base::Clock &m_clock;
    TokenListStatus m_status;
    std::optional<MessageContent> m_shown;
    Answer m_answer = Answer::Told;
    InlineMessage *m_notice;
    QPushButton *m_retry;
    QTimer *m_countdown;
};

} // namespace tokensmith::ui
