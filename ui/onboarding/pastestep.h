// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QAction;

namespace tokensmith::ui {

class Field;
class Theme;

/** Step 2: takes the token, masked, and the account's id where it turns out to be needed. */
class PasteStep final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    explicit PasteStep(const Theme &theme, QWidget *parent = nullptr);

    /** Something is in the field, and in the account field where that is asked for. */
    [[nodiscard]] bool isComplete() const;

    /** Shows what is wrong with the input, if anything, and whether nothing is. Asks nobody. */
    [[nodiscard]] bool validate();

    [[nodiscard]] base::Secret token() const;
    [[nodiscard]] QString accountId() const; ///< empty while it is not asked for

    void askForAccount();
    void clear(); ///< forgets everything that was typed
    void mask();  ///< hides the token if it is shown

Q_SIGNALS:
    void edited();
    void submitted(); ///< Enter

private:
    void connectFields();
    void paste();
    void toggleMask();

    const Theme &m_theme;
    Field *m_token; // these belong to the step as its children
    Field *m_account;
    QAction *m_eye;
};

} // namespace tokensmith::ui
