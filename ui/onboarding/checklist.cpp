// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/checklist.h"

#include "core/base/text.h"
#include "ui/common/message.h"
#include "ui/onboarding/checkrow.h"
#include "ui/onboarding/stepframe.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr qsizetype kLongestName = 120;

QString detailsOf(const base::Error &error)
{
    QStringList parts;
    if (!error.detail.isEmpty())
        parts += error.detail;
    if (error.cloudflareCode != 0)
        parts += CheckList::tr("Cloudflare code %1").arg(error.cloudflareCode);
    if (!error.cfRay.isEmpty())
        parts += u"cf-ray "_s + error.cfRay;
    return parts.join(u" · "_s);
}

/** What happened comes from the error; what to do on this page, where the error can't know it, from here. */
QString adviceFor(const base::Error &error)
{
    if (error.code == base::Error::Code::Unauthenticated)
        return CheckList::tr("%1 Copy it again, or make a new one in step 1.", "what happened").arg(error.message);
    return error.message;
}

QString titleOf(const FoundConnection &connection)
{
    const QString name = base::plainLine(connection.name, kLongestName);
    switch (connection.kind) {
    case model::Owner::Kind::User:
        return name.isEmpty() ? CheckList::tr("A user token.") : CheckList::tr("A user token of %1.").arg(name);
    case model::Owner::Kind::Account:
        return name.isEmpty() ? CheckList::tr("An account token.") : CheckList::tr("An account token of %1.").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace

CheckList::CheckList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_rows{new CheckRow(theme, u"checkActive"_s, tr("Cloudflare accepts it, and it is active")),
             new CheckRow(theme, u"checkOwner"_s, tr("It is a user token or an account token, and whose")),
             new CheckRow(theme, u"checkRights"_s, tr("It may read and edit tokens")),
             new CheckRow(theme, u"checkKeychain"_s, tr("The keychain on this computer can hold it"))}
    , m_message(new InlineMessage(theme, u"checkMessage"_s))
{
    auto *step = new StepFrame(theme, {.number = 3, .title = tr("What is checked before it is saved")});
    step->body()->addSpacing(space::kTiny);
    for (CheckRow *row : m_rows)
        step->body()->addWidget(row);
    step->body()->addSpacing(space::kSmall);
    step->body()->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(step);
    reset();
}

CheckList::~CheckList() = default;

void CheckList::reset()
{
    m_message->hide();
    for (CheckRow *row : m_rows)
        row->setState(State::NotStarted);
}

void CheckList::start()
{
    reset();
    m_rows.front()->setState(State::Running);
}

void CheckList::pass(BootstrapCheck check)
{
    row(check).setState(State::Done);
    const std::size_t next = static_cast<std::size_t>(check) + 1;
    if (next < kChecks)
        m_rows[next]->setState(State::Running);
}

void CheckList::fail(BootstrapCheck check, const base::Error &error)
{
    row(check).setState(State::Failed, adviceFor(error));
    const QString details = detailsOf(error);
    if (!details.isEmpty()) {
        m_message->setContent({.tone = Tone::Danger, .title = tr("Nothing was saved."), .details = details});
        m_message->show();
    }
}

void CheckList::hold(BootstrapCheck check, const QString &advice)
{
    for (CheckRow *other : m_rows) {
        if (other->state() == State::Running)
            other->setState(State::NotStarted);
    }
    row(check).setState(State::NotStarted, advice);
}

void CheckList::showFound(const FoundConnection &connection)
{
    m_message->setContent({.tone = Tone::Info, .title = titleOf(connection), .text = connection.rights});
    m_message->show();
}

void CheckList::showProblem(const base::Error &error)
{
    m_message->setContent({.tone = Tone::Danger, .title = error.message, .details = detailsOf(error)});
    m_message->show();
}

CheckList::State CheckList::state(BootstrapCheck check) const
{
    return row(check).state();
}

} // namespace tokensmith::ui
