// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activitysource.h"

#include <QWidget>

class QGridLayout;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace tokensmith::ui {

class BadgeLabel;
class CodeBox;
class ElidedLabel;
class Label;
class Paragraph;
class Theme;

/**
 * The pane at the right of the Activity page: one activity in full. Its text comes from outside and is shown plain.
 * Children: activityTitle, activityBadge, activityToken (a link), activityArguments, activityChange, activityEntries.
 */
class ActivityDetailsPane final : public QWidget
{
    Q_OBJECT

public:
    /** Both outlive it. */
    ActivityDetailsPane(const Theme &theme, const ActivitySource &source, QWidget *parent = nullptr);

    void showNothing();
    void showActivity(const audit::Activity &activity, const QDateTime &now);

Q_SIGNALS:
    void closeRequested();
    void tokenRequested(const QString &id);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeSections();
    [[nodiscard]] QWidget *addSection(QVBoxLayout &into, const QString &title, QWidget *content, QWidget *beside = {});
    void addFact(QGridLayout &grid, const QString &name, const QString &value, const QString &objectName);
    void showFacts(const audit::Activity &activity);
    void showTrace(const audit::Activity &activity);
    void showArguments(const audit::Activity &activity);
    void showEntries(const audit::Activity &activity);

    const Theme &m_theme;
    const ActivitySource &m_source;
    QStackedWidget *m_stack;
    QWidget *m_full;
    ElidedLabel *m_title = nullptr;
    BadgeLabel *m_badge = nullptr;
    ElidedLabel *m_time = nullptr;
    QWidget *m_facts = nullptr; // content is made anew for each activity
    QWidget *m_trace = nullptr;
    QWidget *m_entries = nullptr;
    QPushButton *m_token = nullptr;
    Label *m_changeTitle = nullptr;
    Paragraph *m_change = nullptr;
    QWidget *m_changePart = nullptr;
    CodeBox *m_arguments = nullptr;
    QWidget *m_argumentsPart = nullptr;
    QScrollArea *m_scroll = nullptr;
    QString m_key;
    QString m_tokenId;
};

} // namespace tokensmith::ui
