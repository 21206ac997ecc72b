// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/overview.h"
#include "ui/common/theme.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace tokensmith::ui {

class Label;

/** Several tokens with what the pane says of them together. */
struct SeveralTokens
{
    search::Overview overview;
    QString nextName = {}; ///< of the one that ends before the others; empty: none of them ends. Text from outside
    QDateTime nextEnds = {};
};

/** The details of several selected tokens: their states, owners, ends and findings in numbers. */
class TokensOverview : public QWidget
{
    Q_OBJECT

public:
    explicit TokensOverview(const Theme &theme, QWidget *parent = nullptr);

    void setTokens(const SeveralTokens &several, const QDateTime &now);

Q_SIGNALS:
    void closeRequested();

private:
    /** A line: what, how many of it, and the colour of an icon in front. */
    struct Line
    {
        QString name;
        QString value = {};
        QString icon = {};
        Colour colour = Colour::Text3;
    };

    [[nodiscard]] QWidget *makeHead();
    void addTitle(const QString &title);
    void addLine(const QString &objectName, const Line &line);
    void addSentence(const QString &objectName, const QString &sentence);
    void addStates(const search::TraitCounts &counts);
    void addOwners(const std::vector<search::Overview::Share> &owners);
    void addEnds(const SeveralTokens &several, const QDateTime &now);
    void addFindings(const search::Overview &overview);

    const Theme &m_theme;
    Label *m_title = nullptr;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr; ///< made anew each time; owned by the scroll area
    QGridLayout *m_grid = nullptr;
};

} // namespace tokensmith::ui
