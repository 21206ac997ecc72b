// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QDateTime>
#include <QWidget>

namespace tokensmith::ui {

/** Start, end and today of something that lives for a time. An invalid `ends` means never. */
struct Lifetime
{
    QDateTime starts;
    QDateTime ends;
    QDateTime now;
};

/** A line of 4 px: elapsed part, last 30 days, a ring at today; the dates below. */
class LifetimeRail : public QWidget
{
    Q_OBJECT

public:
    LifetimeRail(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    void setLifetime(const Lifetime &lifetime);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double fractionAt(const QDateTime &time) const;
    void paintRail(QPainter &painter) const;
    void paintDates(QPainter &painter) const;
    [[nodiscard]] QString description() const;

    const Theme &m_theme;
    Lifetime m_lifetime;
};

} // namespace tokensmith::ui
