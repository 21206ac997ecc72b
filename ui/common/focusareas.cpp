// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/focusareas.h"

#include <QApplication>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace tokensmith::ui {

namespace {

constexpr char kMark[] = "focusArea";
constexpr char kLast[] = "focusAreaLast";

bool takesFocus(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isVisible() && widget.isEnabled();
}

bool isIn(const QWidget &area, const QWidget *widget)
{
    return widget && area.isAncestorOf(widget);
}

/** The first of the area that Tab would reach; null: nothing in it takes the focus now. */
QWidget *entryOf(QWidget &area)
{
    const auto last = area.property(kLast).value<QPointer<QWidget>>();
    if (last && isIn(area, last) && takesFocus(*last))
        return last;
    QWidget *widget = &area;
    do {
        if (isIn(area, widget) && takesFocus(*widget))
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != &area);
    return nullptr;
}

QList<QWidget *> areasIn(QWidget &root)
{
    QList<QWidget *> areas;
    QWidget *widget = &root;
    do {
        if (root.isAncestorOf(widget) && widget->property(kMark).toBool() && widget->isVisible() && entryOf(*widget))
            areas.append(widget);
        widget = widget->nextInFocusChain();
    } while (widget != &root);
    const QList<QWidget *> all = areas;
    areas.removeIf([&](const QWidget *outer) {
        return std::any_of(all.begin(), all.end(),
                           [outer](const QWidget *inner) { return inner != outer && outer->isAncestorOf(inner); });
    });
    return areas;
}

} // namespace

void markFocusArea(QWidget *area, QWidget *entry)
{
    area->setProperty(kMark, true);
    area->setProperty(kLast, QVariant::fromValue(QPointer<QWidget>(entry)));
}

bool stepFocusArea(QWidget *root, AreaStep step)
{
    const QList<QWidget *> areas = areasIn(*root);
    QWidget *focus = QApplication::focusWidget();
    qsizetype here = -1;
    for (qsizetype index = 0; index < areas.size(); ++index) {
        if (isIn(*areas[index], focus))
            here = index;
    }
    if (areas.isEmpty() || (areas.size() == 1 && here == 0))
        return false;
    if (here >= 0)
        areas[here]->setProperty(kLast, QVariant::fromValue(QPointer<QWidget>(focus)));
    const qsizetype count = areas.size();
    const qsizetype from = here < 0 && step == AreaStep::Previous ? 0 : here;
    const qsizetype to = step == AreaStep::Next ? (from + 1) % count : (from + count - 1) % count;
    entryOf(*areas[to])->setFocus(step == AreaStep::Next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace tokensmith::ui
