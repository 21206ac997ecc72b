// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QAction;
class QLineEdit;

namespace tokensmith::ui {

class Paragraph;

struct FieldOptions
{
    QString objectName; ///< of the line edit
    QString label = {}; ///< above it; empty: none, then `accessibleName` is a must
    QString accessibleName = {};
    QString placeholder = {};
    QString leadingIcon = {};
    QString hint = {};      ///< below it, while there is no error
    bool clearable = false; ///< a cross at the right end empties it
};

/** A line edit with its label, an icon in front, a hint, and an error that says what is accepted. */
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(const Theme &theme, const FieldOptions &options, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

    /** Red border, `stop` icon, and the sentence below. Child `<objectName>Error`. Empty: no error. */
    void setError(const QString &sentence);
    [[nodiscard]] bool hasError() const;

    /** An icon at the right end that acts when clicked; owned by the field. */
    QAction *addTrailingIcon(const QString &icon, const QString &name);

private:
    void showNote();

    const Theme &m_theme;
    QLineEdit *m_edit;
    Paragraph *m_note;
    QAction *m_errorIcon = nullptr;
    QString m_hint;
    QString m_error;
};

} // namespace tokensmith::ui
