// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QListView>

class QStandardItemModel;

namespace tokensmith::ui {

/** Something to start from. Text from outside is made fit for a line before. */
struct Choice
{
    QString name;
    QString about = {}; ///< one line below the name
    QString note = {};  ///< at the right, such as "9 permissions"
};

/** Choices in rows of two lines, of which one is taken. */
class ChoiceList final : public QListView
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    ChoiceList(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /** Takes the one at `current`, or none where that is negative. Does not emit chosen(). */
    void setChoices(const std::vector<Choice> &choices, int current);

    [[nodiscard]] int chosenRow() const { return currentIndex().row(); } ///< negative: none

Q_SIGNALS:
    void chosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItemModel *m_model;
    bool m_filling = false;
};

} // namespace tokensmith::ui
