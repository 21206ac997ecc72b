// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QObject>

#include <chrono>

class QClipboard;
class QTimer;

namespace tokensmith::ui {

/**
 * Puts a secret onto the clipboard and takes it away again: after a while, on demand, and when the program ends. It
 * clears only what is still ours. Clipboard managers that honour the usual hint don't keep the secret; the copy that
 * the other program pasted is out of reach.
 */
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kUsualStay = std::chrono::seconds(30);

    /** The clipboard outlives it. */
    explicit SecretClipboard(QClipboard &clipboard, QObject *parent = nullptr);
    ~SecretClipboard() override;

    /** How long the next copy stays; a setting. */
    void setStay(std::chrono::milliseconds stay) { m_stay = stay; }
    [[nodiscard]] std::chrono::milliseconds stay() const { return m_stay; }

    /** How a secret is first shown where one is; a setting. */
    enum class Masking { Masked, Open };
    void setMasking(Masking masking) { m_masking = masking; }
    [[nodiscard]] Masking masking() const { return m_masking; }

    void copy(const base::Secret &secret);
    void clear(); ///< now, if the clipboard is still ours

    /** Nothing of ours is on the clipboard: 0. */
    [[nodiscard]] std::chrono::milliseconds remaining() const;
    [[nodiscard]] bool holds(const base::Secret &secret) const; ///< this one was copied and hasn't gone yet

Q_SIGNALS:
    void changed(); ///< copied, cleared or replaced by someone, and every second between

private:
    [[nodiscard]] bool isOurs() const;
    void forget();
    void tick();
    void onClipboardChanged();

    QClipboard &m_clipboard;
    std::chrono::milliseconds m_stay = kUsualStay;
    Masking m_masking = Masking::Masked;
    base::Secret m_secret; ///< what was copied; empty: nothing
    QTimer *m_end;
    QTimer *m_tick;
    bool m_writing = false;
};

} // namespace tokensmith::ui
