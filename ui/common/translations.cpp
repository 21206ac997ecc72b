// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translations.h"

#include "core/base/englishtexts.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

/** Qt words these when they happen, long before anybody knows who reads it: the window shows them under "Details". */
bool isOfNetwork(QByteArrayView context)
{
    return context == "QHostInfo" || context == "QHostInfoAgent" || context == "QHttp" || context == "QTcpServer"
           || context.startsWith("QNetwork") || context.startsWith("QSsl") || context.endsWith("Socket")
           || context.endsWith("SocketEngine");
}

} // namespace

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

QString Translations::Texts::translate(const char *context, const char *text, const char *comment, int n) const
{
    if (base::EnglishTexts::areWanted() || isOfNetwork(context))
        return {};
    return QTranslator::translate(context, text, comment, n);
}

QString Translations::language() const
{
    return m_own.language().section(u'_', 0, 0);
}

} // namespace tokensmith::ui
