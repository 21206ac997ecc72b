// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approvalwords.h"

#include "core/base/text.h"
#include "core/model/json.h"
#include "ui/common/times.h"

#include <QCoreApplication>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::ApprovalDifference;
using clients::ApprovalFacts;
using clients::SecretDelivery;

namespace {

struct ApprovalText
{
    Q_DECLARE_TR_FUNCTIONS(ApprovalText)
};

constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestList = 4000;
constexpr qint64 kDay = 24 * 60 * 60;

QString joined(const QStringList &list)
{
    return base::plainLine(list.join(u", "_s), kLongestList);
}

QString sentenceFor(const QString &tool)
{
    if (tool == "create_token"_L1)
        return ApprovalText::tr("%1 wants to create a token");
    if (tool == "update_token"_L1)
        return ApprovalText::tr("%1 wants to change a token");
    if (tool == "roll_token"_L1)
        return ApprovalText::tr("%1 wants to roll a token's secret");
    if (tool == "rotate_token"_L1)
        return ApprovalText::tr("%1 wants to rotate a token");
    if (tool == "revoke_token"_L1)
        return ApprovalText::tr("%1 wants to revoke a token");
    return {};
}

/** What is compared, by the name of the argument. */
QString labelFor(const QString &what)
{
    if (what == "name"_L1)
        return ApprovalText::tr("Name: %1");
    if (what == "enabled"_L1)
        return ApprovalText::tr("Enabled: %1");
    if (what == "expiresOn"_L1)
        return ApprovalText::tr("Expires: %1");
    if (what == "notBefore"_L1)
        return ApprovalText::tr("Starts: %1");
    if (what == "ipAllow"_L1)
        return ApprovalText::tr("Works from: %1");
    if (what == "ipDeny"_L1)
        return ApprovalText::tr("Never works from: %1");
    return base::plainLine(what, kLongestName) + ": %1"_L1;
}

QString absenceOf(const QString &what)
{
    if (what == "expiresOn"_L1)
        return ApprovalText::tr("never");
    if (what == "notBefore"_L1)
        return ApprovalText::tr("at once");
    return what == "ipAllow"_L1 ? ApprovalText::tr("any address") : ApprovalText::tr("none");
}

QString valueOf(const QString &what, const QStringList &value, const QDateTime &now)
{
    if (value.isEmpty())
        return absenceOf(what);
    if (what == "enabled"_L1)
        return value.first() == "yes"_L1 ? ApprovalText::tr("yes") : ApprovalText::tr("no");
    const std::optional<QDateTime> time =
        what == "expiresOn"_L1 || what == "notBefore"_L1 ? model::timeFromJson(value.first()) : std::nullopt;
    return time ? exactWords(*time, now) : joined(value);
}

} // namespace

QString titleOf(const clients::ApprovalRequest &request)
{
    const QString client = base::plainLine(request.client, kLongestName);
    const QString sentence = sentenceFor(request.tool);
    if (!sentence.isEmpty())
        return sentence.arg(client);
    const QString title = base::plainLine(request.title.isEmpty() ? request.tool : request.title, kLongestName);
    return ApprovalText::tr("%1 asks for \"%2\"", "client, name of a tool").arg(client, title);
}

QString countdownWords(std::chrono::seconds left)
{
    const qint64 seconds = std::max<qint64>(0, left.count());
    const qint64 minutes = seconds / 60;
    return minutes == 0 ? ApprovalText::tr("%1 s").arg(seconds)
                        : ApprovalText::tr("%1 min %2 s").arg(minutes).arg(seconds % 60);
}

QString ownerWords(const ApprovalFacts &facts)
{
    switch (facts.owner.kind) {
    case model::Owner::Kind::User:
        return ApprovalText::tr("User token, yours");
    case model::Owner::Kind::Account:
        break;
    }
    const QString name = facts.ownerName.isEmpty() ? facts.owner.accountId : facts.ownerName;
    return ApprovalText::tr("Account token of %1").arg(base::plainLine(name, kLongestName));
}

QString validWords(const ApprovalFacts &facts, const QDateTime &now)
{
    const QDateTime start = facts.notBefore && *facts.notBefore > now ? *facts.notBefore : QDateTime();
    const QString from = exactWords(start, now);
    if (!facts.expiresOn)
        return start.isValid() ? ApprovalText::tr("From %1, never expires").arg(from)
                               : ApprovalText::tr("Never expires");
    const QString until = exactWords(*facts.expiresOn, now);
    const qint64 seconds = (start.isValid() ? start : now).secsTo(*facts.expiresOn);
    const int days = int((seconds + kDay / 24) / kDay);
    const QString span = start.isValid() ? ApprovalText::tr("From %1 until %2").arg(from, until)
                                         : ApprovalText::tr("Until %1").arg(until);
    if (days < 1)
        return span;
    return days == 1 ? ApprovalText::tr("%1 (1 day)").arg(span)
                     : ApprovalText::tr("%1 (%n days)", nullptr, days).arg(span);
}

QString addressWords(const model::IpCondition &condition)
{
    if (condition.isEmpty())
        return ApprovalText::tr("Any");
    QStringList parts;
    if (!condition.in.isEmpty())
        parts += ApprovalText::tr("Only from %1").arg(joined(condition.in));
    if (!condition.notIn.isEmpty())
        parts += ApprovalText::tr("Not from %1").arg(joined(condition.notIn));
    if (!condition.others.isEmpty())
        parts += ApprovalText::tr("Also limited in a way this version can't read");
    return parts.join(u". "_s);
}

QList<DiffLine> differenceLines(const std::vector<ApprovalDifference> &differences, const QDateTime &now)
{
    QStringList before;
    QStringList after;
    for (const ApprovalDifference &one : differences) {
        const QString label = labelFor(one.what);
        before += label.arg(valueOf(one.what, one.before, now));
        after += label.arg(valueOf(one.what, one.after, now));
    }
    return diffLines(before.join(u'\n'), after.join(u'\n'));
}

clients::ApprovalWords secretWords(SecretDelivery delivery, const QString &client)
{
    const QString name = base::plainLine(client, kLongestName);
    switch (delivery) {
    case SecretDelivery::Hidden:
        return {.lead = ApprovalText::tr("The secret stays hidden"),
                .text = ApprovalText::tr("It goes to the keychain. %1 gets the token ID only.").arg(name)};
    case SecretDelivery::Inline:
        return {.lead = ApprovalText::tr("The secret goes into the answer"),
                .text = ApprovalText::tr("%1 and its AI model see it. The keychain holds it as well.").arg(name)};
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::ui
