// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QCompleter;
class QHBoxLayout;
class QLineEdit;
class QStandardItemModel;
class QToolButton;

namespace tokensmith::ui {

class Label;

struct SearchFieldOptions
{
    QString objectName; ///< of the line edit inside
    QString accessibleName;
    QString placeholder;
    QString keys = {};          ///< shown at the right end while empty: "Ctrl+F"
    QStringList operators = {}; ///< "is", "owner"; `-` before one negates
};

/** A way to go on. */
struct SearchSuggestion
{
    QString text;
    QString explanation = {}; ///< what it finds, in a few words; may be empty
};

/**
 * A search line that shows its finished conditions as chips: `perm:dns` becomes one with the Space behind it, and
 * Backspace at the beginning makes it text again. What is searched is text(), chips and words together. Esc empties it.
 * Children: `<objectName>Clear`, `…Chip1` and on.
 */
class SearchField : public QFrame
{
    Q_OBJECT

public:
    SearchField(const Theme &theme, const SearchFieldOptions &options, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

    [[nodiscard]] QString text() const;
    /** Conditions in it become chips. Emits textChanged() if it is another text. */
    void setText(const QString &text);
    void clear() { setText({}); }

    /** What may be meant by the word at the end, offered below the field; one that is chosen takes its place. */
    void setSuggestions(const QList<SearchSuggestion> &suggestions);

    /** Said at the right end, such as "6 of 332". */
    void setNote(const QString &note);

Q_SIGNALS:
    void textChanged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] bool isCondition(const QString &word) const;
    void onEdited();
    void absorb(const QString &finished);
    void addChip(const QString &condition);
    void removeChip(qsizetype index);
    void editLastChip();
    void takeSuggestion(const QString &suggestion);
    void changedSomehow();

    const Theme &m_theme;
    SearchFieldOptions m_options;
    QStringList m_conditions;
    QList<QToolButton *> m_chips;
    QString m_last; ///< what was announced
    QHBoxLayout *m_chipRow;
    QLineEdit *m_edit;
    Label *m_note;
    Label *m_keys;
    QToolButton *m_clear;
    QStandardItemModel *m_suggestions;
    QCompleter *m_completer;
};

/** Splits at blanks outside quotes. */
[[nodiscard]] QStringList searchWords(const QString &text);

} // namespace tokensmith::ui
