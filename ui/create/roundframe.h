// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace tokensmith::ui {

/** The frame of a card right around a list, whose corners it cuts to its own. Takes the list over. */
class RoundFrame final : public QFrame
{
    Q_OBJECT

public:
    explicit RoundFrame(QWidget *content, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_content;
};

} // namespace tokensmith::ui
