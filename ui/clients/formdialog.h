// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace tokensmith::base {
struct Error;
}

namespace tokensmith::ui {

class InlineMessage;

struct FormWords
{
    QString objectName;
    QString title; ///< plain text
    QString verb;
    int width = 480; ///< designed
};

/**
 * A dialog with fields, Cancel and one verb. Shown by open(), deletes itself when closed. What the verb does is the
 * caller's affair: it calls accept() or showProblem(). Children: `<objectName>Verb`, `…Cancel`, `…Problem`.
 */
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const Theme &theme, const FormWords &words, QWidget *parent);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QPushButton *verb() const { return m_verb; }
    [[nodiscard]] QPushButton *cancel() const { return m_cancel; }

    void showProblem(const base::Error &error);
    void hideProblem();

    /** Makes room for what has been added or shown; call it once all fields are there. */
    void fit();

Q_SIGNALS:
    void confirmed(); ///< the verb was pressed

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    [[nodiscard]] QWidget *makeFooter(const FormWords &words);

    const Theme &m_theme;
    int m_width;
    QVBoxLayout *m_body;
    InlineMessage *m_problem;
    QPushButton *m_verb = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace tokensmith::ui
