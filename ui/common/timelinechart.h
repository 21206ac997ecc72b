// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QDate>
#include <QWidget>

#include <optional>

namespace tokensmith::ui {

/** How many things end in each week; `counts` starts with the week that begins at `firstDay`. */
struct WeeklyCounts
{
    QDate firstDay;
    QList<int> counts;
};

/**
 * One bar per week, 66 px high: the first week in red, the next four in amber, the others in the bar colour; months
 * below. A click or a drag chooses weeks; arrows move, Shift extends, Enter chooses, Esc clears. Time runs from left to
 * right in every language. The accessible description says in words what the bars show.
 */
class TimelineChart : public QWidget
{
    Q_OBJECT

public:
    /** First and last week, from 0. */
    struct Span
    {
        int first = 0;
        int last = 0;

        [[nodiscard]] bool operator==(const Span &) const = default;
    };

    TimelineChart(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    void setCounts(const WeeklyCounts &counts);

    /** Does not emit anything. */
    void setChosen(std::optional<Span> span);
    [[nodiscard]] std::optional<Span> chosen() const { return m_chosen; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** The days from the first to the last one, both included. */
    void spanChosen(const QDate &from, const QDate &to);
    void spanCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int weeks() const { return int(m_data.counts.size()); }
    [[nodiscard]] double left(int week) const;
    [[nodiscard]] int weekAt(int x) const;
    [[nodiscard]] int barRoom() const;
    [[nodiscard]] QString weekWords(int week) const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] std::optional<Span> shownSpan() const;
    void paintBars(QPainter &painter) const;
    void paintMonths(QPainter &painter) const;
    void choose(Span span);
    void clearChoice();
    enum class Move { Alone, Extending };
    void moveTo(int week, Move move);

    const Theme &m_theme;
    WeeklyCounts m_data;
    std::optional<Span> m_chosen;
    int m_hovered = -1;
    int m_cursor = 0; ///< week of the keyboard
    int m_anchor = 0;
    int m_pressed = -1; ///< week where the mouse went down
};

} // namespace tokensmith::ui
