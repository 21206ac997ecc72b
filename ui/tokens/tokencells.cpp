// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokencells.h"

#include "core/base/text.h"
#include "ui/common/times.h"
#include "ui/tokens/tokenlook.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

constexpr int kNameLength = 120;

struct TokenCells
{
    Q_DECLARE_TR_FUNCTIONS(TokenCells)
};

QString capitalised(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString spokenExpiry(const TokenCellRow &row, const QString &words)
{
    switch (urgencyOf(timeOrNone(row.token.expiresOn), row.now)) {
    case Urgency::None:
        return row.token.expiresOn ? TokenCells::tr("Expires %1").arg(words) : TokenCells::tr("Never expires");
    case Urgency::Soon:
        return TokenCells::tr("Expires %1, warning").arg(words);
    case Urgency::Urgent:
        return TokenCells::tr("Expires %1, urgent").arg(words);
    case Urgency::Over:
        return TokenCells::tr("Expired %1").arg(words);
    }
    Q_UNREACHABLE();
}

QString severityWords(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return TokenCells::tr("low");
    case Severity::Medium:
        return TokenCells::tr("medium");
    case Severity::High:
        return TokenCells::tr("high");
    }
    Q_UNREACHABLE();
}

QString spokenFindings(const search::FindingSummary &findings)
{
    if (findings.count == 0)
        return TokenCells::tr("No findings");
    if (findings.count == 1)
        return TokenCells::tr("1 finding, %1").arg(severityWords(findings.worst));
    return TokenCells::tr("%1 findings, worst %2")
        .arg(QLocale().toString(findings.count), severityWords(findings.worst));
}

CellLook expiryLook(const TokenCellRow &row)
{
    const QDateTime expires = timeOrNone(row.token.expiresOn);
    const Urgency urgency = urgencyOf(expires, row.now);
    if (urgency != Urgency::None)
        return {.textColour = textColour(toneOf(urgency)), .style = TextStyle::SmallStrong};
    return {.textColour = expires.isValid() ? Colour::Text2 : Colour::Text3, .style = TextStyle::Small};
}

CellLook findingsLook(const search::FindingSummary &findings)
{
    CellLook look{.textColour = Colour::Text3, .style = TextStyle::Small, .iconGap = 6};
    if (findings.count == 0)
        return look;
    switch (findings.worst) {
    case Severity::Low:
        look.icon = u"info"_s;
        look.textColour = Colour::Text2;
        break;
    case Severity::Medium:
        look.icon = u"warn"_s;
        look.textColour = Colour::Warn;
        break;
    case Severity::High:
        look.icon = u"stop"_s;
        look.textColour = Colour::Danger;
        break;
    }
    look.iconColour = look.textColour;
    return look;
}

CellLook nameLook(const TokenCellRow &row)
{
    const StatusMark mark = statusMark(row.token, row.now);
    return {.icon = mark.icon,
            .iconColour = mark.colour,
            .textColour = mark.dimmed ? Colour::Text2 : Colour::Text,
            .style = TextStyle::Strong};
}

} // namespace

QString columnTitle(TokenColumn column)
{
    switch (column) {
    case TokenColumn::Name:
        return TokenCells::tr("Name");
    case TokenColumn::Owner:
        return TokenCells::tr("Owner");
    case TokenColumn::Access:
        return TokenCells::tr("Access");
    case TokenColumn::Expires:
        return TokenCells::tr("Expires");
    case TokenColumn::LastUsed:
        return TokenCells::tr("Last used");
    case TokenColumn::Findings:
        return TokenCells::tr("Findings");
    case TokenColumn::Status:
        return TokenCells::tr("Status");
    case TokenColumn::Created:
        return TokenCells::tr("Created");
    }
    Q_UNREACHABLE();
}

QString cellText(const TokenCellRow &row, TokenColumn column)
{
    switch (column) {
    case TokenColumn::Name:
        return base::plainLine(row.token.name, kNameLength);
    case TokenColumn::Owner:
        return row.ownerName;
    case TokenColumn::Access:
        return row.access;
    case TokenColumn::Expires:
        return expiryWords(timeOrNone(row.token.expiresOn), row.now);
    case TokenColumn::LastUsed:
        return lastUsedWords(timeOrNone(row.token.lastUsedOn), row.now);
    case TokenColumn::Findings:
        return row.findings.count == 0 ? u"–"_s : QLocale().toString(row.findings.count);
    case TokenColumn::Status:
        return capitalised(statusMark(row.token, row.now).words);
    case TokenColumn::Created:
        return row.token.issuedOn ? dayWords(*row.token.issuedOn, row.now) : u"–"_s;
    }
    Q_UNREACHABLE();
}

QString cellSpoken(const TokenCellRow &row, TokenColumn column)
{
    const QString words = cellText(row, column);
    switch (column) {
    case TokenColumn::Name:
        return TokenCells::tr("%1, %2").arg(words, statusMark(row.token, row.now).words);
    case TokenColumn::Owner:
        return TokenCells::tr("Owned by %1").arg(words);
    case TokenColumn::Access:
        return TokenCells::tr("Access: %1").arg(words);
    case TokenColumn::Expires:
        return spokenExpiry(row, words);
    case TokenColumn::LastUsed:
        return row.token.lastUsedOn ? TokenCells::tr("Last used: %1").arg(words) : TokenCells::tr("Never used");
    case TokenColumn::Findings:
        return spokenFindings(row.findings);
    case TokenColumn::Status:
        return TokenCells::tr("Status: %1").arg(words);
    case TokenColumn::Created:
        return row.token.issuedOn ? TokenCells::tr("Created %1").arg(words)
                                  : TokenCells::tr("Created at a time unknown");
    }
    Q_UNREACHABLE();
}

CellLook cellLook(const TokenCellRow &row, TokenColumn column)
{
    switch (column) {
    case TokenColumn::Name:
        return nameLook(row);
    case TokenColumn::Owner:
        return {
            .icon = ownerIcon(row.token.owner), .textColour = Colour::Text2, .style = TextStyle::Small, .iconGap = 6};
    case TokenColumn::Access:
        return {};
    case TokenColumn::Expires:
        return expiryLook(row);
    case TokenColumn::LastUsed:
        return {.textColour = row.token.lastUsedOn ? Colour::Text2 : Colour::Text3, .style = TextStyle::Small};
    case TokenColumn::Findings:
        return findingsLook(row.findings);
    case TokenColumn::Status:
    case TokenColumn::Created:
        return {.textColour = Colour::Text2, .style = TextStyle::Small};
    }
    Q_UNREACHABLE();
}

QString cellToolTip(const TokenCellRow &row, TokenColumn column)
{
    switch (column) {
    case TokenColumn::Expires:
        return exactWords(timeOrNone(row.token.expiresOn), row.now);
    case TokenColumn::LastUsed:
        return exactWords(timeOrNone(row.token.lastUsedOn), row.now);
    case TokenColumn::Created:
        return exactWords(timeOrNone(row.token.issuedOn), row.now);
    case TokenColumn::Name:
    case TokenColumn::Owner:
    case TokenColumn::Access:
    case TokenColumn::Findings:
    case TokenColumn::Status:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
