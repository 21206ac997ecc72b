// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/reviewchecks.h"

#include "core/catalog/policyplaces.h"
#include "core/catalog/policyreach.h"
#include "ui/common/times.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct ReviewWords
{
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

constexpr std::array kNoticeDays{30, 14, 7, 1};
constexpr qint64 kShortLife = 48 * 3600; ///< in seconds; so short a token raises no notices

bool soundsLikeCi(const QString &name)
{
    static const QRegularExpression words(
        u"(^|[^a-z])(ci|cd|github|gitlab|actions?|runners?|pipeline|build)([^a-z]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

ReviewCheck addressCheck(const ReviewContext &context)
{
    const QStringList &in = context.spec.condition.in;
    if (in.isEmpty())
        return {.tone = Tone::Info,
                .title = ReviewWords::tr("It works from any address"),
                .why =
                    ReviewWords::tr("Whoever has the secret can use it anywhere. A limit to addresses prevents that."),
                .fix = ReviewFix::Limits};
    const bool own = std::any_of(in.begin(), in.end(),
                                 [&](const QString &cidr) { return addressWords(cidr) == context.ownAddress; });
    if (own && soundsLikeCi(context.spec.name))
        return {.tone = Tone::Warn,
                .title = ReviewWords::tr("CI runners may use other addresses"),
                .why = ReviewWords::tr("Hosted runners change address often. A limit to %1 would block them.")
                           .arg(context.ownAddress),
                .fix = ReviewFix::Limits};
    return {.title = ReviewWords::tr("It works only from where it is used"),
            .why = ReviewWords::tr("Limited to %n addresses or ranges.", nullptr, int(in.size()))};
}

ReviewCheck widthCheck(const ReviewContext &context)
{
    catalog::Targets targets;
    int permissions = 0;
    for (const model::Policy &policy : context.spec.policies) {
        catalog::addResources(targets, policy.resources);
        permissions += int(policy.permissionGroups.size());
    }
    const QString later = ReviewWords::tr("Those added later are included.");
    if (targets.allAccounts || targets.allZones)
        return {.tone = Tone::Warn,
                .title = targets.allAccounts ? ReviewWords::tr("It reaches every account")
                                             : ReviewWords::tr("It reaches every zone"),
                .why = later,
                .fix = ReviewFix::Access};
    if (!targets.zonesOfAccounts.empty())
        return {.tone = Tone::Warn,
                .title = ReviewWords::tr("It reaches every zone of %1").arg(context.names.account),
                .why = later,
                .fix = ReviewFix::Access};
    const QString what = ReviewWords::tr("%n permissions", nullptr, permissions);
    if (targets.zones.empty() || !targets.accounts.empty())
        return {.title = ReviewWords::tr("It stays where it belongs"),
                .why = ReviewWords::tr("%1 in %2.").arg(what, catalog::joined(placesOf(context.draft, context.names)))};
    return {.title = ReviewWords::tr("No wider than needed"),
            .why = ReviewWords::tr("%1 in %2; nothing at account level.")
                       .arg(what, ReviewWords::tr("%n zones", nullptr, int(targets.zones.size())))};
}

ReviewCheck expiryCheck(const ReviewContext &context)
{
    if (!context.spec.expiresOn)
        return {.tone = Tone::Warn,
                .title = ReviewWords::tr("It never expires"),
                .why = ReviewWords::tr("It works until somebody revokes it, also after it was forgotten."),
                .fix = ReviewFix::Limits};
    const QDateTime end = *context.spec.expiresOn;
    const qint64 life = context.now.secsTo(end);
    const QString day = QLocale().toString(end.toLocalTime().date(), ReviewWords::tr("d MMM yyyy", "a date"));
    if (life < kShortLife)
        return {.title = ReviewWords::tr("It ends by itself soon"),
                .why = ReviewWords::tr("On %1. So short a life gets no notices.").arg(exactWords(end, context.now))};
    QStringList days;
    for (const int one : kNoticeDays) {
        if (life > qint64(one) * 24 * 3600)
            days.append(QString::number(one));
    }
    return {.title = ReviewWords::tr("It expires, and you will be reminded"),
            .why = days.size() == 1 ? ReviewWords::tr("A notice 1 day before %1.").arg(day)
                                    : ReviewWords::tr("Notices %1 day before %2.").arg(catalog::joined(days), day)};
}

ReviewCheck nameCheck(const ReviewContext &context)
{
    const bool user = context.draft.owner.kind == model::Owner::Kind::User;
    if (!context.takenNames.contains(context.spec.name, Qt::CaseInsensitive))
        return {
            .title = ReviewWords::tr("The name is free"),
            .why =
                user ? ReviewWords::tr("No other token of yours is called %1.").arg(context.spec.name)
                     : ReviewWords::tr("No other token in %1 is called %2.").arg(context.ownerName, context.spec.name)};
    return {.tone = Tone::Warn,
            .title = ReviewWords::tr("The name is taken"),
            .why = ReviewWords::tr("There is a token called %1 already. They would be hard to tell apart.")
                       .arg(context.spec.name),
            .fix = ReviewFix::Start};
}

} // namespace

QString addressWords(const QString &cidr)
{
    const bool v6 = cidr.contains(u':');
    const QLatin1StringView whole = v6 ? "/128"_L1 : "/32"_L1;
    return cidr.endsWith(whole) ? cidr.chopped(whole.size()) : cidr;
}

std::vector<ReviewCheck> reviewChecks(const ReviewContext &context)
{
    std::vector<ReviewCheck> checks{addressCheck(context), widthCheck(context), expiryCheck(context),
                                    nameCheck(context)};
    if (!context.leftOut.isEmpty())
        checks.push_back({.tone = Tone::Info,
                          .title = ReviewWords::tr("The template leaves something out"),
                          .why = ReviewWords::tr("%1: choose permissions yourself for a token that shall have them.")
                                     .arg(catalog::joined(context.leftOut))});
    const auto rank = [](Tone tone) { return tone == Tone::Warn ? 0 : tone == Tone::Info ? 1 : 2; };
    std::stable_sort(checks.begin(), checks.end(), [&](const ReviewCheck &left, const ReviewCheck &right) {
        return rank(left.tone) < rank(right.tone);
    });
    return checks;
}

} // namespace tokensmith::ui
