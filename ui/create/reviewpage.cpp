// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/reviewpage.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/iconlabel.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameWidth = 104;

QString validWords(const model::TokenSpec &spec, const QDateTime &now)
{
    const QString from = spec.notBefore ? exactWords(*spec.notBefore, now) : ReviewPage::tr("now");
    if (!spec.expiresOn)
        return ReviewPage::tr("From %1, never expires").arg(from);
    const qint64 begin = spec.notBefore ? spec.notBefore->secsTo(*spec.expiresOn) : now.secsTo(*spec.expiresOn);
    const int days = int((begin + 3600) / 86400);
    const QString range = ReviewPage::tr("From %1 until %2").arg(from, exactWords(*spec.expiresOn, now));
    return days < 1 ? range : ReviewPage::tr("%1 (%n days)", nullptr, days).arg(range);
}

QString iconOf(Tone tone)
{
    return tone == Tone::Warn ? u"warn"_s : tone == Tone::Info ? u"info"_s : u"check"_s;
}

Colour colourOf(Tone tone)
{
    return tone == Tone::Warn ? Colour::Warn : tone == Tone::Info ? Colour::Accent : Colour::Ok;
}

QString fixWords(ReviewFix fix)
{
    switch (fix) {
    case ReviewFix::None:
        return {};
    case ReviewFix::Start:
        return ReviewPage::tr("Change the name");
    case ReviewFix::Access:
        return ReviewPage::tr("Edit access");
    case ReviewFix::Limits:
        return ReviewPage::tr("Edit limits");
    }
    Q_UNREACHABLE();
}

} // namespace

ReviewPage::ReviewPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_message(new InlineMessage(theme, u"createReviewMessage"_s))
    , m_checksTitle(new Label(theme, {.style = TextStyle::Title}, tr("Checks")))
    , m_room(new QVBoxLayout)
{
    auto *facts = new Card(theme, u"createReviewCard"_s);
    m_factRows = facts->body();
    m_factsCard = facts;
    auto *checks = new Card(theme, u"createChecks"_s);
    checks->body()->setContentsMargins(space::kInset, space::kTiny, space::kInset, space::kTiny);
    m_checkRows = checks->body();
    m_checksCard = checks;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    column->addWidget(m_message);
    column->addWidget(facts);
    column->addSpacing(space::kSmall);
    column->addWidget(m_checksTitle);
    column->addWidget(checks);
    column->addLayout(m_room);
    column->addStretch(1);
    m_message->hide();
    showWaiting();
}

void ReviewPage::clear()
{
    for (QWidget **part : {&m_facts, &m_checks}) {
        // Later: the press of a button inside may be what replaces it.
        if (*part) {
            (*part)->hide();
            (*part)->deleteLater();
        }
        *part = new QWidget;
        auto *rows = new QVBoxLayout(*part);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(part == &m_facts ? space::kSmall : 0);
    }
    m_factRows->addWidget(m_facts);
    m_checkRows->addWidget(m_checks);
    m_message->hide();
    m_hasOutcome = false;
    m_factsCard->show();
    m_checksTitle->hide();
    m_checksCard->hide();
}

QVBoxLayout *ReviewPage::addFact(const QString &name, const QStringList &values, const FactLook &look)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *title = new Label(m_theme, {.colour = Colour::Text3}, name);
    title->setMinimumWidth(m_theme.width(kNameWidth));
    row->addWidget(title, 0, look.label);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    for (const QString &value : values)
        column->addWidget(new Paragraph(m_theme, {.style = look.values}, value));
    row->addLayout(column, 1);
    qobject_cast<QVBoxLayout *>(m_facts->layout())->addLayout(row);
    return column;
}

void ReviewPage::addName(const QString &name)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kTiny);
    line->addWidget(new ElidedLabel(m_theme, {.style = TextStyle::Strong}, name));
    auto *change =
        makeButton(m_theme, {.objectName = u"createChangeName"_s, .text = tr("Change"), .kind = ButtonKind::Link});
    change->setAccessibleName(tr("Change the name"));
    connect(change, &QPushButton::clicked, this, [this] { Q_EMIT fixRequested(ReviewFix::Start); });
    line->addWidget(change);
    line->addStretch();
    addFact(tr("Name"), {}, {.label = Qt::AlignVCenter})->addLayout(line);
}

void ReviewPage::addAddresses(const ReviewContext &context)
{
    const model::IpCondition &condition = context.spec.condition;
    QStringList lines;
    QStringList in;
    for (const QString &cidr : condition.in) {
        const QString plain = addressWords(cidr);
        in.append(plain == context.ownAddress ? tr("%1 (your address now)").arg(plain) : plain);
    }
    if (!in.isEmpty())
        lines.append(tr("Only %1").arg(in.join(u", "_s)));
    QStringList out;
    for (const QString &cidr : condition.notIn)
        out.append(addressWords(cidr));
    if (!out.isEmpty())
        lines.append(tr("Not from %1").arg(out.join(u", "_s)));
    addFact(tr("Addresses"), lines.isEmpty() ? QStringList{tr("Any")} : lines);
}

void ReviewPage::addCheck(const ReviewCheck &check)
{
    auto *rows = qobject_cast<QVBoxLayout *>(m_checks->layout());
    if (rows->count() > 0)
        rows->addWidget(makeDivider(Qt::Horizontal));
    auto *icon = new IconLabel(m_theme, 20);
    icon->setIcon(iconOf(check.tone), colourOf(check.tone));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Paragraph(m_theme, {.style = TextStyle::Strong}, check.title));
    words->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, check.why));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 10, 0, 10);
    row->setSpacing(space::kMedium);
    row->addWidget(icon);
    row->addLayout(words, 1);
    if (check.fix != ReviewFix::None) {
        auto *fix = makeButton(m_theme, {.objectName = u"createFix%1"_s.arg(int(check.fix)),
                                         .text = fixWords(check.fix),
                                         .size = ControlSize::Small});
        fix->setAccessibleDescription(check.title);
        connect(fix, &QPushButton::clicked, this, [this, fix = check.fix] { Q_EMIT fixRequested(fix); });
        row->addWidget(fix);
    }
    rows->addLayout(row);
}

void ReviewPage::showWaiting()
{
    clear();
    addFact(tr("Checking"), {tr("Working out what Cloudflare will be asked for…")});
}

void ReviewPage::showError(const base::Error &error)
{
    m_message->setContent({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
    m_message->clearActions();
    m_factsCard->setVisible(m_hasOutcome);
    if (!m_hasOutcome) {
        // Queued: trying again replaces the button.
        connect(m_message->addAction(u"createReviewRetry"_s, tr("Try again")), &QPushButton::clicked, this,
                &ReviewPage::retryRequested, Qt::QueuedConnection);
    }
    m_message->show();
}

void ReviewPage::showOutcome(const tokens::PreviewOutcome &outcome, const ReviewContext &context)
{
    clear();
    m_hasOutcome = true;
    addName(outcome.spec.name);
    const bool isUser = outcome.owner.kind == model::Owner::Kind::User;
    addFact(tr("Owner"), {isUser ? tr("Your user. It acts as you.")
                                 : tr("Account token of %1. It stays when a member leaves.").arg(context.ownerName)});
    QStringList can;
    for (const AccessLine &line : accessLines(context.draft, context.names))
        can.append(line.what);
    if (can.isEmpty()) {
        addFact(tr("Access"), outcome.access); // a template that only Cloudflare's list can spell out
    } else {
        addFact(tr("Permissions"), can, {.values = TextStyle::Strong});
        addFact(tr("Where"), placesOf(context.draft, context.names));
    }
    addFact(tr("Valid"), {validWords(outcome.spec, context.now)});
    addAddresses(context);
    for (const ReviewCheck &check : reviewChecks(context))
        addCheck(check);
    m_checksTitle->show();
    m_checksCard->show();
}

} // namespace tokensmith::ui
