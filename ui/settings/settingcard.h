// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"
#include "ui/common/theme.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace tokensmith::ui {

class ElidedLabel;
class Label;

/** What one line of a card says about its control. */
struct SettingWords
{
    QString objectName;
    QString title;
    QString hint = {};
};

/** One line of a card: title, an optional badge and hint at the left, the control at the right. */
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    /** `control` becomes the row's; it is named after the title for a screen reader. */
    SettingRow(const Theme &theme, const SettingWords &words, QWidget *control, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setHint(const QString &hint);
    void setBadge(const Badge &badge);
    [[nodiscard]] bool matches(const QString &words) const;

    /** The line above it; hidden for the first visible row of a card. */
    [[nodiscard]] QWidget *divider() const { return m_divider; }

private:
    void describeControl();

    QWidget *m_divider; // these belong to the row as its children
    Label *m_title;
    ElidedLabel *m_hint;
    BadgeLabel *m_badge;
    QWidget *m_control;
};

/** A frame with icon and title, and rows below. */
class SettingCard final : public QFrame
{
    Q_OBJECT

public:
    struct Head
    {
        QString objectName;
        QString icon;
        QString title;
    };

    SettingCard(const Theme &theme, const Head &head, QWidget *parent = nullptr);

    SettingRow *addRow(const SettingWords &words, QWidget *control);

    /** Shows the rows that match, all of them where the title does; false: nothing is left. */
    bool filter(const QString &words);

private:
    const Theme &m_theme;
    QString m_title;
    QVBoxLayout *m_column;
    QList<SettingRow *> m_rows;
};

} // namespace tokensmith::ui
