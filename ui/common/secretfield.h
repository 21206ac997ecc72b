// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/common/theme.h"

#include <QWidget>

class QPushButton;
class QTimer;

namespace tokensmith::ui {

class Label;
class Meter;
class SecretClipboard;

/**
 * A secret that can be looked at for ten seconds and copied. Shows its prefix and its last four characters, dots
 * between, unless secrets are not to be masked; never selectable, in no undo history, and hidden when the widget is.
 * Below it, while the copy is on the clipboard, a bar and "Clipboard clears in 18 s". Children: `<objectName>Show`,
 * `…Copy`, `…Countdown`, `…Clear`.
 */
class SecretField : public QWidget
{
    Q_OBJECT

public:
    /** `clipboard` outlives it. */
    SecretField(const Theme &theme, SecretClipboard &clipboard, const QString &objectName, QWidget *parent = nullptr);

    void setSecret(const base::Secret &secret);

    enum class View { Hidden, Shown };
    void setView(View view);
    [[nodiscard]] View view() const { return m_view; }

Q_SIGNALS:
    void copied();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Box;

    [[nodiscard]] QWidget *makeCountdown(const QString &objectName);
    [[nodiscard]] View firstView() const;
    void copy();
    void showCopyState();
    void showView();

    const Theme &m_theme;
    SecretClipboard &m_clipboard;
    base::Secret m_secret;
    View m_view = View::Hidden;
    QTimer *m_hideAgain;
    Box *m_box;
    QPushButton *m_show;
    QPushButton *m_copy;
    Meter *m_meter = nullptr;
    Label *m_words = nullptr;
    QWidget *m_countdown; ///< holds the two above
};

/** The secret with all but its prefix ("cfat_" and four more, or four) and last four characters as dots. */
[[nodiscard]] QString maskedSecret(const base::Secret &secret);

} // namespace tokensmith::ui
