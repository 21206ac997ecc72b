// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitywords.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using audit::Activity;
using audit::CallRow;
using audit::ChainReport;
using audit::Ending;

namespace {

struct ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityWords)
};

/** What an operation is called: done, asked for and not allowed, tried in vain. */
struct Phrases
{
    QLatin1StringView operation;
    const char *done;
    const char *asked = nullptr; ///< null: the operation's name stands in
    const char *tried = nullptr;
};

constexpr std::array kPhrases{
    Phrases{"create_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Created a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Asked to create a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Tried to create a token")},
    Phrases{"update_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Changed a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Asked to change a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Tried to change a token")},
    Phrases{"roll_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Rolled a secret"),
            QT_TRANSLATE_NOOP("ActivityWords", "Asked to roll a secret"),
            QT_TRANSLATE_NOOP("ActivityWords", "Tried to roll a secret")},
    Phrases{"rotate_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Rotated a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Asked to rotate a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Tried to rotate a token")},
    Phrases{"revoke_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Revoked a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Asked to revoke a token"),
            QT_TRANSLATE_NOOP("ActivityWords", "Tried to revoke a token")},
    Phrases{"preview_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Previewed a token")},
    Phrases{"list_tokens"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Listed tokens")},
    Phrases{"get_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Read a token")},
    Phrases{"verify_token"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Verified a token")},
    Phrases{"audit_tokens"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Looked for risky tokens")},
    Phrases{"list_templates"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Listed templates")},
    Phrases{"get_template"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Read a template")},
    Phrases{"list_accounts"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Listed accounts")},
    Phrases{"get_account"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Read an account")},
    Phrases{"list_zones"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Listed zones")},
    Phrases{"list_permission_groups"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Listed permissions")},
    Phrases{"get_approval"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Asked how an approval ended")},
    Phrases{"resources/read"_L1, QT_TRANSLATE_NOOP("ActivityWords", "Read a resource")},
};

QString callWords(const QString &operation)
{
    return ActivityWords::tr("Called %1").arg(base::plainLine(operation, 200));
}

QString phraseFor(const Phrases &phrases, Ending ending)
{
    const char *words = nullptr;
    switch (ending) {
    case Ending::Done:
    case Ending::Approved:
        words = phrases.done;
        break;
    case Ending::Denied:
    case Ending::Refused:
        words = phrases.asked;
        break;
    case Ending::Failed:
        words = phrases.tried;
        break;
    }
    if (!words)
        return callWords(phrases.operation);
    return ActivityWords::tr(words);
}

QString durationWords(std::chrono::milliseconds time)
{
    using namespace std::chrono;
    if (time < 1s)
        return ActivityWords::tr("%1 ms").arg(time.count());
    if (time < 1min)
        return ActivityWords::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000, 'g', 2));
    return ActivityWords::tr("%1 min").arg(duration_cast<minutes>(time).count());
}

QString fitting(const QString &text)
{
    return base::plainLine(text, 200);
}

} // namespace

ActivityMark whoMark(const Activity &activity)
{
    const QString client = audit::clientOf(activity);
    if (client.isEmpty())
        return {u"user"_s, ActivityWords::tr("You"), Colour::Text2};
    const bool isOperator = client == "env"_L1 || client == "sandbox"_L1;
    return {isOperator ? u"terminal"_s : u"clients"_s, fitting(client), Colour::Text2};
}

ActivityMark endingMark(const Activity &activity)
{
    switch (audit::endingOf(activity)) {
    case Ending::Done:
        return {u"check"_s, ActivityWords::tr("Done"), Colour::Ok, Tone::Ok};
    case Ending::Approved:
        return {u"shield"_s, ActivityWords::tr("Approved"), Colour::Accent, Tone::Info};
    case Ending::Denied:
        return {u"x"_s, ActivityWords::tr("Denied"), Colour::Danger, Tone::Danger};
    case Ending::Refused:
        return {u"stop"_s, ActivityWords::tr("Refused"), Colour::Danger, Tone::Danger};
    case Ending::Failed:
        return {u"warn"_s, ActivityWords::tr("Failed"), Colour::Warn, Tone::Warn};
    }
    Q_UNREACHABLE();
}

Badge endingBadge(const Activity &activity)
{
    const ActivityMark mark = endingMark(activity);
    Badge badge{.text = mark.words, .tone = mark.tone, .icon = mark.icon};
    const CallRow::Verdict verdict = activity.call ? activity.call->verdict : CallRow::Verdict::NotAsked;
    if (audit::endingOf(activity) == Ending::Approved)
        badge.text = ActivityWords::tr("Approved by you");
    else if (verdict == CallRow::Verdict::Denied)
        badge.text = ActivityWords::tr("Denied by you");
    else if (verdict == CallRow::Verdict::NoAnswer)
        badge.text = ActivityWords::tr("No answer in time");
    else if (verdict == CallRow::Verdict::Closed)
        badge.text = ActivityWords::tr("Closed unanswered");
    return badge;
}

QString whatWords(const Activity &activity)
{
    const QString operation = audit::operationOf(activity);
    const Ending ending = audit::endingOf(activity);
    if (ending == Ending::Refused && audit::codeOf(activity) == base::codeName(base::Error::Code::RateLimited))
        return ActivityWords::tr("Too many changes in one minute");
    for (const Phrases &phrases : kPhrases) {
        if (operation == phrases.operation)
            return phraseFor(phrases, ending);
    }
    if (operation.isEmpty())
        return ActivityWords::tr("An entry that can't be read");
    return callWords(operation);
}

QString tokenWords(const Activity &activity)
{
    const QString name = audit::tokenNameOf(activity);
    if (!name.isEmpty())
        return fitting(name);
    const QString id = audit::tokenIdOf(activity);
    return id.isEmpty() ? u"–"_s : fitting(id);
}

QString tookWords(const Activity &activity)
{
    if (!activity.call)
        return {};
    const QString took = durationWords(activity.call->took);
    if (activity.call->waited.count() == 0)
        return took;
    return ActivityWords::tr("%1, after %2 of waiting").arg(took, durationWords(activity.call->waited));
}

QString changeWords(const Activity &activity)
{
    const QString error = audit::errorOf(activity);
    if (!error.isEmpty())
        return fitting(error);
    if (activity.call && !activity.call->effect.isEmpty())
        return base::plainLine(activity.call->effect, 1000);
    if (audit::kindOf(activity) == audit::ActivityKind::Read)
        return ActivityWords::tr("Nothing: it only read.");
    const QString fresh = audit::newTokenIdOf(activity);
    if (!fresh.isEmpty())
        return ActivityWords::tr("Its place was taken by the token with the ID %1.").arg(fitting(fresh));
    const QString id = audit::tokenIdOf(activity);
    return id.isEmpty() ? QString() : ActivityWords::tr("The token with the ID %1.").arg(fitting(id));
}

QString approvalWords(const Activity &activity)
{
    const Ending ending = audit::endingOf(activity);
    const bool asked = ending == Ending::Approved || ending == Ending::Denied
                       || (activity.call && activity.call->verdict != CallRow::Verdict::NotAsked);
    return asked ? ActivityWords::tr("Window on this computer") : QString();
}

QString dayTitle(const QDate &day, const QDate &today)
{
    if (day == today)
        return ActivityWords::tr("Today");
    if (day == today.addDays(-1))
        return ActivityWords::tr("Yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

QString chainTitle(const ChainReport &report)
{
    return ActivityWords::tr("The log is broken at entry %1.").arg(QLocale().toString(report.firstBad));
}

QString chainProblem(const ChainReport &report)
{
    switch (report.fault) {
    case ChainReport::Fault::None:
        return {};
    case ChainReport::Fault::Changed:
        return ActivityWords::tr("It was changed or replaced after it was written. Those before it are as they were.");
    case ChainReport::Fault::Moved:
        return ActivityWords::tr("The entries were put in another order. Those before it are as they were.");
    case ChainReport::Fault::Missing:
        return ActivityWords::tr("It was removed. Those before it are as they were.");
    case ChainReport::Fault::CutOff:
        return ActivityWords::tr("It and all after it were removed. Those before it are as they were.");
    case ChainReport::Fault::Added:
        return ActivityWords::tr("It was not written by Tokensmith.");
    case ChainReport::Fault::OtherEnd:
        return ActivityWords::tr("The log once had another end: entries were removed from it.");
    }
    Q_UNREACHABLE();
}

QString hashWords(const QByteArray &hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    return hex.size() < 16 ? hex : hex.left(4) + u' ' + hex.mid(4, 4) + u" … "_s + hex.right(4);
}

} // namespace tokensmith::ui
