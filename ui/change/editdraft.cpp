// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/editdraft.h"

#include "core/base/text.h"
#include "core/model/json.h"
#include "ui/change/accessdiff.h"
#include "ui/common/times.h"
#include "ui/create/tokendraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using model::Enabled;
using tokens::TokenChange;

namespace {

struct EditWords
{
    Q_DECLARE_TR_FUNCTIONS(EditWords)
};

/** One thing as texts of TokenChange: the token's own, or those of the change that is about it. */
struct Sides
{
    QStringList before;
    QStringList after;
};

Sides sidesFor(const QString &what, const QStringList &present, const std::vector<TokenChange> &changes)
{
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&what](const TokenChange &change) { return change.what == what; });
    return {.before = present, .after = found == changes.end() ? present : found->after};
}

QString timeWords(const QStringList &time, const QString &absent, const QDateTime &now)
{
    if (time.isEmpty())
        return absent;
    const std::optional<QDateTime> moment = model::timeFromJson(time.first());
    return moment ? exactWords(*moment, now) : time.first();
}

QString listWords(const QStringList &list, const QString &absent)
{
    return list.isEmpty() ? absent : base::plainLine(list.join(u", "_s), 2000);
}

QStringList textOf(const std::optional<QDateTime> &time)
{
    return time ? QStringList{model::timeToText(*time)} : QStringList();
}

} // namespace

TokenEdit editOf(const model::Token &token)
{
    return {.name = token.name,
            .enabled = token.status == model::TokenStatus::Disabled ? Enabled::No : Enabled::Yes,
            .allow = token.condition.in.join(u", "_s),
            .deny = token.condition.notIn.join(u", "_s)};
}

tokens::UpdateRequest requestFrom(const TokenEdit &edit, const model::Token &token)
{
    const TokenEdit present = editOf(token);
    tokens::UpdateRequest request{
        .address = {.tokenId = token.id, .kind = token.owner.kind, .accountId = token.owner.accountId}};
    if (edit.name != present.name)
        request.name = edit.name;
    if (edit.enabled != present.enabled)
        request.enabled = edit.enabled;
    if (edit.expiresOn != token.expiresOn)
        request.expiresOn = edit.expiresOn;
    if (!edit.expiresIn.isEmpty() && (edit.expiresIn != "never"_L1 || token.expiresOn))
        request.expiresIn = edit.expiresIn;
    if (addressesIn(edit.allow) != token.condition.in)
        request.ipAllow = addressesIn(edit.allow);
    if (addressesIn(edit.deny) != token.condition.notIn)
        request.ipDeny = addressesIn(edit.deny);
    if (edit.access && !model::sameGrants(edit.access->policies, token.policies))
        request.policies = edit.access->policies;
    return request;
}

bool asksForSomething(const tokens::UpdateRequest &request)
{
    return request.name || request.enabled || request.expiresIn || request.expiresOn || request.ipAllow
           || request.ipDeny || request.policies;
}

EditSides sidesOf(const model::Token &token, const TokenEdit &edit, const std::vector<TokenChange> &changes,
                  const QDateTime &now)
{
    QStringList before;
    QStringList after;
    const auto add = [&](const QString &label, const QString &was, const QString &is) {
        before += label.arg(was);
        after += label.arg(is);
    };
    const Sides name = sidesFor(u"name"_s, {token.name}, changes);
    add(EditWords::tr("Name: %1"), listWords(name.before, {}), listWords(name.after, {}));
    const QString present = token.status == model::TokenStatus::Disabled ? u"no"_s : u"yes"_s;
    const Sides enabled = sidesFor(u"enabled"_s, {present}, changes);
    const auto status = [](const QStringList &yes) {
        return yes.value(0) == "yes"_L1 ? EditWords::tr("enabled") : EditWords::tr("disabled");
    };
    add(EditWords::tr("Status: %1"), status(enabled.before), status(enabled.after));
    const Sides expires = sidesFor(u"expiresOn"_s, textOf(token.expiresOn), changes);
    add(EditWords::tr("Expires: %1"), timeWords(expires.before, EditWords::tr("never"), now),
        timeWords(expires.after, EditWords::tr("never"), now));
    const Sides allow = sidesFor(u"ipAllow"_s, token.condition.in, changes);
    add(EditWords::tr("Works from: %1"), listWords(allow.before, EditWords::tr("any address")),
        listWords(allow.after, EditWords::tr("any address")));
    const Sides deny = sidesFor(u"ipDeny"_s, token.condition.notIn, changes);
    add(EditWords::tr("Never works from: %1"), listWords(deny.before, EditWords::tr("none")),
        listWords(deny.after, EditWords::tr("none")));
    const AccessChange same{.policies = token.policies};
    const AccessChange &access = edit.access ? *edit.access : same;
    const AccessSides can = accessSides(token.policies, access.policies, access.names());
    before += can.before;
    after += can.after;
    return {.before = before.join(u'\n'), .after = after.join(u'\n')};
}

} // namespace tokensmith::ui
