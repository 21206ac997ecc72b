// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

namespace tokensmith::ui {

class ComboBox;
class DateField;
class Paragraph;
class Theme;

/**
 * When a token that exists ends: as it is, in some time from now, on a day, or never. Children: `editExpiry`,
 * `editDay`, `editExpiryError`.
 */
class ExpiryField final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. `present`: when it ends now; nothing: never. */
    ExpiryField(const Theme &theme, const base::Clock &clock, const std::optional<QDateTime> &present,
                QWidget *parent = nullptr);

    [[nodiscard]] QString expiresIn() const;                  ///< see TokenEdit
    [[nodiscard]] std::optional<QDateTime> expiresOn() const; ///< the chosen day's first moment, here
    [[nodiscard]] QWidget *firstStop() const;

    void setError(const QString &sentence); ///< empty: none

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] bool hasDay() const;

    ComboBox *m_span; // these belong to the field as its children
    DateField *m_day;
    Paragraph *m_error;
};

} // namespace tokensmith::ui
