// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QDialog>

namespace tokensmith::ui {

/** What is about to happen, in words. All of it plain text. */
struct Confirmation
{
    QString objectName;
    QString icon = {};        ///< empty: the bin
    QString title;            ///< "Revoke terraform-main?"
    QString text;             ///< what follows from it, one or two sentences
    QString verb;             ///< of the filled button: "Revoke"
    QString milder = {};      ///< a milder way, at the left: "Rotate instead…"; empty: none
    Tone tone = Tone::Danger; ///< Danger: filled danger button; others: the primary one
};

/**
 * Asks before what can't be undone, 440 px wide. Cancel has the focus, and Esc and Enter with it. Shown by open(),
 * deletes itself when closed; accepted() means the verb. Children: `<objectName>Verb`, `…Cancel`, `…Milder`, `…Title`,
 * `…Text`.
 */
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /** The dialog belongs to `parent`, over whose window it opens. */
    ConfirmDialog(const Theme &theme, const Confirmation &confirmation, QWidget *parent);

Q_SIGNALS:
    void milderChosen(); ///< the dialog is closed as if cancelled

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBody(const Theme &theme, const Confirmation &confirmation);
    [[nodiscard]] QWidget *makeFooter(const Theme &theme, const Confirmation &confirmation);

    QWidget *m_cancel = nullptr;
};

} // namespace tokensmith::ui
