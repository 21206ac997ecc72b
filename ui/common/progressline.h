// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QTimer;

namespace tokensmith::ui {

/** A 2 px line that shows how far something is; takes its room whether it shows anything or not. */
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    enum class Motion { Allowed, Reduced };

    ProgressLine(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /** Nothing is going on: the line is not drawn and no timer runs. */
    void setIdle();
    /** `done` of `total` steps. */
    void setProgress(int done, int total);
    /** No end in sight: a piece that moves, or a still half line if motion is to be reduced. */
    void setBusy();

    void setMotion(Motion motion);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class State { Idle, Known, Busy };

    void setState(State state, const QString &description);
    void updateTimer();
    [[nodiscard]] QRectF filled() const;

    const Theme &m_theme;
    QTimer *m_timer;
    State m_state = State::Idle;
    Motion m_motion = Motion::Allowed;
    double m_fraction = 0;
    int m_phase = 0;
};

} // namespace tokensmith::ui
