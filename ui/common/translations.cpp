// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translations.h"

#include "core/base/englishtexts.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

Translations::Translations(const QLocale &locale)
{
    const QString folder = u":/i18n"_s;
    if (!m_own.load(locale, u"tokensmith"_s, u"_"_s, folder) && !m_own.load(u"tokensmith_en"_s, folder))
        return;
    QCoreApplication::installTranslator(&m_own);
    // Not by `locale`: a button in a language that the rest of the window does not speak helps nobody.
    if (m_qt.load(u"qtbase_"_s + language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

QString Translations::OwnTexts::translate(const char *context, const char *text, const char *comment, int n) const
{
    return base::EnglishTexts::areWanted() ? QString() : QTranslator::translate(context, text, comment, n);
}

QString Translations::language() const
{
    return m_own.language().section(u'_', 0, 0);
}

} // namespace tokensmith::ui
