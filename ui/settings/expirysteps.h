// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStackedWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace tokensmith::ui {

/** The days before an end on which a person is told: badges and a pencil, which turns them into one field. */
class ExpirySteps final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit ExpirySteps(const Theme &theme, QWidget *parent = nullptr);

    void setSteps(const QList<int> &steps);

Q_SIGNALS:
    void stepsChosen(const QList<int> &steps);

    /** A sentence on what is accepted; empty: all is well again. */
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void edit();
    void accept();
    void showBadges();

    const Theme &m_theme;
    QList<int> m_steps;
    QHBoxLayout *m_badges;
    QToolButton *m_pencil; // these belong to it as its children
    QLineEdit *m_field;
};

} // namespace tokensmith::ui
