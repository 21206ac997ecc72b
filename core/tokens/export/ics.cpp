// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "core/tokens/export/notation.h"

#include <QCoreApplication>

namespace tokensmith::exports {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 75; ///< bytes, without the line break

struct CalendarWords
{
    Q_DECLARE_TR_FUNCTIONS(CalendarWords)
};

/** A content line, folded between characters. */
QByteArray line(const QByteArray &name, const QByteArray &value)
{
    QByteArray rest = name + ':' + value;
    QByteArray folded;
    qsizetype room = kLongestLine;
    while (rest.size() > room) {
        qsizetype end = room;
        while ((rest[end] & 0xC0) == 0x80) // not inside a character of UTF-8
            --end;
        folded += rest.first(end) + "\r\n ";
        rest.remove(0, end);
        room = kLongestLine - 1; // the blank counts
    }
    return folded + rest + "\r\n";
}

QByteArray text(const QString &words)
{
    QString escaped = base::plainLine(words);
    escaped.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s).replace(u',', u"\\,"_s);
    return escaped.toUtf8();
}

QByteArray moment(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

QByteArray opening(const Content &)
{
    return "BEGIN:VCALENDAR\r\n" + line("VERSION", "2.0") + line("PRODID", "-//Tokensmith//Token expiries//EN")
           + line("CALSCALE", "GREGORIAN") + line("METHOD", "PUBLISH");
}

QByteArray alarm(const QByteArray &summary)
{
    return "BEGIN:VALARM\r\n" + line("ACTION", "DISPLAY") + line("TRIGGER", "-P7D") + line("DESCRIPTION", summary)
           + "END:VALARM\r\n";
}

QByteArray event(const model::Token &token, const Content &content)
{
    if (!token.expiresOn || *token.expiresOn <= content.findings.now)
        return {};
    const QByteArray summary = text(CalendarWords::tr("Token %1 expires").arg(token.name));
    const QString description = CalendarWords::tr("Owner: %1. Access: %2.")
                                    .arg(ownerText(token, content), catalog::accessSummary(token.policies));
    return "BEGIN:VEVENT\r\n" + line("UID", text(token.id) + "@tokensmith")
           + line("DTSTAMP", moment(content.findings.now)) + line("DTSTART", moment(*token.expiresOn))
           + line("SUMMARY", summary) + line("DESCRIPTION", text(description)) + line("TRANSP", "TRANSPARENT")
           + alarm(summary) + "END:VEVENT\r\n";
}

} // namespace

Notation icsNotation()
{
    return {.open = opening, .item = event, .close = "END:VCALENDAR\r\n"};
}

} // namespace tokensmith::exports
