// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"

#include "core/base/identifiers.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

namespace tokensmith::settings {

using namespace Qt::StringLiterals;

namespace {

/** One member of the file: `read` says false to what it can't use and then leaves the settings as they are. */
struct Member
{
    QLatin1StringView name;
    QLatin1StringView accepted;
    bool (*read)(const QJsonValue &value, Settings &settings);
    QJsonValue (*write)(const Settings &settings);
};

struct Range
{
    int least;
    int most;
};

std::optional<int> whole(const QJsonValue &value, Range range)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < range.least || number > range.most || number != static_cast<int>(number))
        return std::nullopt;
    return static_cast<int>(number);
}

template <bool Settings::*member>
bool readSwitch(const QJsonValue &value, Settings &settings)
{
    if (value.isBool())
        settings.*member = value.toBool();
    return value.isBool();
}

template <bool Settings::*member>
QJsonValue writeSwitch(const Settings &settings)
{
    return settings.*member;
}

template <auto member, int least, int most>
bool readNumber(const QJsonValue &value, Settings &settings)
{
    const std::optional<int> number = whole(value, {least, most});
    if (number)
        settings.*member = std::remove_reference_t<decltype(settings.*member)>(*number);
    return number.has_value();
}

template <auto member>
QJsonValue writeDuration(const Settings &settings)
{
    return static_cast<qint64>((settings.*member).count());
}

/** Words for the values of an enum, in the order of the enum. */
template <auto member, const auto &words>
bool readWord(const QJsonValue &value, Settings &settings)
{
    const auto found = std::find(words.begin(), words.end(), value.toString());
    if (found != words.end())
        settings.*member = static_cast<std::remove_reference_t<decltype(settings.*member)>>(found - words.begin());
    return found != words.end();
}

template <auto member, const auto &words>
QJsonValue writeWord(const Settings &settings)
{
    return QString(words.at(static_cast<size_t>(settings.*member)));
}

constexpr std::array kColours{"system"_L1, "light"_L1, "dark"_L1};
constexpr std::array kRowHeights{"compact"_L1, "normal"_L1};
constexpr std::array kDates{"day-first"_L1, "iso"_L1, "month-first"_L1};
constexpr std::array kLanguages{""_L1, "en"_L1, "de"_L1};
constexpr int kMostSteps = 12;

bool readLanguage(const QJsonValue &value, Settings &settings)
{
    const bool known =
        value.isString() && std::find(kLanguages.begin(), kLanguages.end(), value.toString()) != kLanguages.end();
    if (known)
        settings.language = value.toString();
    return known;
}

bool readAccounts(const QJsonValue &value, Settings &settings)
{
    QStringList ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &id : array)
        ids.append(id.toString());
    if (!value.isArray() || !std::all_of(ids.begin(), ids.end(), base::isCloudflareId))
        return false;
    settings.accountsInUse = ids;
    return true;
}

bool readSteps(const QJsonValue &value, Settings &settings)
{
    QList<int> steps;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        steps.append(whole(entry, {0, 365}).value_or(-1));
    if (!value.isArray() || steps.size() > kMostSteps || steps.contains(-1))
        return false;
    std::sort(steps.begin(), steps.end(), std::greater<>());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    settings.expirySteps = steps;
    return true;
}

QJsonValue writeSteps(const Settings &settings)
{
    QJsonArray array;
    for (const int step : settings.expirySteps)
        array.append(step);
    return array;
}

constexpr auto kOnOff = "true or false"_L1;

constexpr std::array kMembers{
    Member{"changesPerMinute"_L1, "a whole number from 1 to 1000"_L1, readNumber<&Settings::changesPerMinute, 1, 1000>,
           [](const Settings &settings) -> QJsonValue { return settings.changesPerMinute; }},
    Member{"accountsInUse"_L1, "a list of account ids of 32 hexadecimal digits"_L1, readAccounts,
           [](const Settings &settings) -> QJsonValue { return QJsonArray::fromStringList(settings.accountsInUse); }},
    Member{"lockAfterMinutes"_L1, "a whole number of minutes from 0 (never) to 1440"_L1,
           readNumber<&Settings::lockAfter, 0, 1440>, writeDuration<&Settings::lockAfter>},
    Member{"lockWithScreen"_L1, kOnOff, readSwitch<&Settings::lockWithScreen>, writeSwitch<&Settings::lockWithScreen>},
    Member{"clearClipboardAfterSeconds"_L1, "a whole number of seconds from 5 to 600"_L1,
           readNumber<&Settings::clearClipboardAfter, 5, 600>, writeDuration<&Settings::clearClipboardAfter>},
    Member{"denyApprovalAfterSeconds"_L1, "a whole number of seconds from 30 to 3600"_L1,
           readNumber<&Settings::denyApprovalAfter, 30, 3600>, writeDuration<&Settings::denyApprovalAfter>},
    Member{"maskSecrets"_L1, kOnOff, readSwitch<&Settings::maskSecrets>, writeSwitch<&Settings::maskSecrets>},
    Member{"expiryNoticeDays"_L1, "a list of at most 12 numbers of days from 0 to 365"_L1, readSteps, writeSteps},
    Member{"notifyRotations"_L1, kOnOff, readSwitch<&Settings::notifyRotations>,
           writeSwitch<&Settings::notifyRotations>},
    Member{"notifyApprovals"_L1, kOnOff, readSwitch<&Settings::notifyApprovals>,
           writeSwitch<&Settings::notifyApprovals>},
    Member{"colours"_L1, "\"system\", \"light\" or \"dark\""_L1, readWord<&Settings::colours, kColours>,
           writeWord<&Settings::colours, kColours>},
    Member{"rowHeight"_L1, "\"compact\" or \"normal\""_L1, readWord<&Settings::rowHeight, kRowHeights>,
           writeWord<&Settings::rowHeight, kRowHeights>},
    Member{"language"_L1, "\"en\", \"de\" or \"\" for the desktop's"_L1, readLanguage,
           [](const Settings &settings) -> QJsonValue { return settings.language; }},
    Member{"dates"_L1, "\"day-first\", \"iso\" or \"month-first\""_L1, readWord<&Settings::dates, kDates>,
           writeWord<&Settings::dates, kDates>},
    Member{"closeToTray"_L1, kOnOff, readSwitch<&Settings::closeToTray>, writeSwitch<&Settings::closeToTray>},
    Member{"serverAtStart"_L1, kOnOff, readSwitch<&Settings::serverAtStart>, writeSwitch<&Settings::serverAtStart>},
    Member{"port"_L1, "a whole number from 1024 to 65535"_L1, readNumber<&Settings::port, 1024, 65535>,
           [](const Settings &settings) -> QJsonValue { return settings.port; }},
};

QString shown(const QJsonValue &value)
{
    QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2); // without the brackets of the array around it
    return base::plainLine(text, 60);
}

base::Error problemWith(const Member &member, const QJsonValue &value)
{
    return {.code = base::Error::Code::InvalidArgument,
            .message =
                u"The setting \"%1\" can't be %2; it takes %3."_s.arg(member.name, shown(value), member.accepted),
            .field = member.name};
}

} // namespace

ReadSettings fromJson(const QJsonObject &object)
{
    ReadSettings result{.unknown = object};
    for (const Member &member : kMembers) {
        const QJsonValue value = result.unknown.take(member.name);
        if (!value.isUndefined() && !member.read(value, result.settings))
            result.problems.push_back(problemWith(member, value));
    }
    return result;
}

QJsonObject toJson(const Settings &settings)
{
    QJsonObject object;
    for (const Member &member : kMembers)
        object.insert(member.name, member.write(settings));
    return object;
}

} // namespace tokensmith::settings
