// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/paragraph.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QLineEdit>
#include <QWidget>

/**
 * Walks over what is visible of a window and says what is wrong with it, one line each; an empty list is a pass. For
 * tests of pages: QCOMPARE(namelessWidgets(page), QStringList()).
 */
namespace tokensmith::test {

namespace walk {

/** "QToolButton tokensRefresh", to find it by. */
inline QString nameOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

inline QList<QWidget *> visibleWidgets(QWidget &root)
{
    QList<QWidget *> visible;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisibleTo(&root) && widget->window() == root.window())
            visible.append(widget);
    }
    return visible;
}

inline QString accessibleNameOf(QWidget &widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&widget);
    return face ? face->text(QAccessible::Name) : QString();
}

inline bool isCut(const QWidget &widget)
{
    if (const auto *paragraph = qobject_cast<const ui::Paragraph *>(&widget))
        return paragraph->height() < paragraph->heightForWidth(paragraph->width());
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        // Others are typed into, whatever their room.
        return qobject_cast<const QAbstractSpinBox *>(edit->parentWidget())
               && edit->width() < edit->fontMetrics().horizontalAdvance(edit->displayText()) + 4;
    if (qobject_cast<const ui::ElidedLabel *>(&widget))
        return false; // shows an ellipsis and the whole text as tooltip
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return !label->text().isEmpty() && !label->wordWrap()
               && label->contentsRect().width() < label->fontMetrics().horizontalAdvance(label->text());
    if (qobject_cast<const QLineEdit *>(widget.parentWidget()))
        return false; // an action of the field: shows its icon only
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return !button->text().isEmpty() && button->width() < button->minimumSizeHint().width();
    return false;
}

} // namespace walk

/** Widgets that Tab or a click can reach and that a screen reader could only call by their kind. */
inline QStringList namelessWidgets(QWidget &root)
{
    QStringList found;
    const QList<QWidget *> widgets = walk::visibleWidgets(root);
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && walk::accessibleNameOf(*widget).isEmpty())
            found.append(walk::nameOf(*widget));
    }
    return found;
}

/** Labels, paragraphs, buttons and dates whose text has less room than it needs. Resize and show the window before. */
inline QStringList cutTexts(QWidget &root)
{
    QStringList found;
    const QList<QWidget *> widgets = walk::visibleWidgets(root);
    for (QWidget *widget : widgets) {
        if (walk::isCut(*widget))
            found.append(walk::nameOf(*widget) + QStringLiteral(": ") + walk::accessibleNameOf(*widget));
    }
    return found;
}

} // namespace tokensmith::test
