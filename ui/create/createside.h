// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/draftwords.h"

#include <QWidget>

class QVBoxLayout;

namespace tokensmith::ui {

class Theme;

/** What the side pane says below what the token can do: a name and a value each. */
struct SideFact
{
    QString name;
    QString value;
    QString copied = {}; ///< not empty: a button copies it
};

/** All that the side pane says; text from outside is plain. */
struct SideWords
{
    std::vector<AccessLine> can = {};
    QString cannot = {};
    QString instead = {}; ///< shown where `can` is empty
    QString added = {};   ///< why something was added unasked, with a link that takes it away
    std::vector<SideFact> facts = {};
};

/** The wizard's side pane: "In plain words", "It can't", and what was added. `theme` outlives it. */
class CreateSide final : public QWidget
{
    Q_OBJECT

public:
    explicit CreateSide(const Theme &theme, QWidget *parent = nullptr);

    void setWords(const SideWords &words);

Q_SIGNALS:
    void removeAddedRequested();

private:
    void addHeading(const QString &text);
    void addLines(const SideWords &words);
    void addNote(const QString &text);
    void addFacts(const std::vector<SideFact> &facts);
    void addFact(QVBoxLayout &list, const SideFact &fact);
    void addDivider();

    const Theme &m_theme;
    QWidget *m_inside = nullptr; ///< replaced with each setWords()
    QVBoxLayout *m_column;
    QVBoxLayout *m_rows = nullptr; ///< of m_inside
};

} // namespace tokensmith::ui
