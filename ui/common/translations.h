// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

class QLocale;

namespace tokensmith::ui {

/**
 * The window's language, for as long as this lives: our texts and those of Qt's own dialogs. Takes the first of the
 * locale's languages that there is a catalogue of, English if there is none. Texts that were already shown stay as
 * they are, so it comes before the first widget. Needs a QCoreApplication.
 */
class Translations
{
public:
    explicit Translations(const QLocale &locale);
    Q_DISABLE_COPY_MOVE(Translations)

    [[nodiscard]] QString language() const; ///< "de" or "en"

private:
    /** Silent where texts have to stay English, and of what a network says: programs get that as well. */
    class Texts final : public QTranslator
    {
    public:
        [[nodiscard]] QString translate(const char *context, const char *text, const char *comment,
                                        int n) const override;
    };

    Texts m_own;
    Texts m_qt;
};

} // namespace tokensmith::ui
