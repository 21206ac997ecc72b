// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/entry.h"

#include "core/base/text.h"

#include <QJsonDocument>

#include <array>

namespace tokensmith::audit {

using namespace Qt::StringLiterals;

namespace {

/** A text member: its name in JSON and how much of it is kept. */
struct TextMember
{
    QLatin1StringView name;
    QString Entry::*text;
    qsizetype longest;
};

constexpr qsizetype kId = 64;
constexpr qsizetype kName = 200;
constexpr qsizetype kSentence = 500;

constexpr std::array kTexts{
    TextMember{"operation"_L1, &Entry::operation, kId},
    TextMember{"tokenType"_L1, &Entry::tokenType, kId},
    TextMember{"accountId"_L1, &Entry::accountId, kId},
    TextMember{"tokenId"_L1, &Entry::tokenId, kId},
    TextMember{"tokenName"_L1, &Entry::tokenName, kName},
    TextMember{"newTokenId"_L1, &Entry::newTokenId, kId},
    TextMember{"error"_L1, &Entry::error, kSentence},
    TextMember{"code"_L1, &Entry::code, kId},
    TextMember{"client"_L1, &Entry::client, kName},
    TextMember{"clientIp"_L1, &Entry::clientIp, kId},
    TextMember{"correlationId"_L1, &Entry::correlationId, kName},
    TextMember{"cfRay"_L1, &Entry::cfRay, kId},
};

bool wasDone(const Entry &entry)
{
    switch (entry.outcome) {
    case Entry::Outcome::Done:
        return true;
    case Entry::Outcome::Failed:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJson(const Entry &entry)
{
    const bool done = wasDone(entry);
    QJsonObject json{{u"level"_s, done ? u"info"_s : u"error"_s},
                     {u"type"_s, u"audit"_s},
                     {u"timestamp"_s, entry.time.toUTC().toString(Qt::ISODateWithMs)},
                     {u"success"_s, done}};
    for (const TextMember &member : kTexts) {
        const QString text = base::plainLine(entry.*member.text, member.longest);
        if (!text.isEmpty())
            json.insert(member.name, text);
    }
    return json;
}

std::optional<Entry> entryFromJson(const QJsonObject &json)
{
    if (json.value("type"_L1).toString() != "audit"_L1)
        return std::nullopt;
    Entry entry{.time = QDateTime::fromString(json.value("timestamp"_L1).toString(), Qt::ISODateWithMs),
                .outcome = json.value("success"_L1).toBool() ? Entry::Outcome::Done : Entry::Outcome::Failed};
    for (const TextMember &member : kTexts)
        entry.*member.text = json.value(member.name).toString();
    return entry;
}

QByteArray lineOf(const Entry &entry)
{
    return QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact);
}

} // namespace tokensmith::audit
