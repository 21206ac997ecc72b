// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/dashboardstep.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/segmented.h"
#include "ui/onboarding/dashboardlink.h"
#include "ui/onboarding/stepframe.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr model::Owner::Kind kKinds[] = {model::Owner::Kind::User, model::Owner::Kind::Account};

} // namespace

DashboardStep::DashboardStep(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_kind(new SegmentedControl(theme, tr("Whom the token belongs to"),
                                  {{.objectName = u"ownerUser"_s, .text = tr("My user")},
                                   {.objectName = u"ownerAccount"_s, .text = tr("An account")}}))
    , m_note(new Label(theme, {.style = TextStyle::Small, .colour = Colour::Text3}))
{
    m_note->setObjectName(u"dashboardNote"_s);
    m_note->hide();
    auto *open =
        makeButton(theme, {.objectName = u"openDashboard"_s, .text = tr("Open the dashboard"), .icon = u"ext"_s});
    auto *copy = makeButton(
        theme,
        {.objectName = u"copyDashboardLink"_s, .text = tr("Copy link"), .icon = u"copy"_s, .kind = ButtonKind::Quiet});
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(m_kind);
    row->addWidget(open);
    row->addWidget(copy);
    row->addStretch();

    auto *step =
        new StepFrame(theme, {.number = 1,
                              .title = tr("Make the bootstrap token"),
                              .text = tr("The Cloudflare dashboard opens with everything filled in. Choose who "
                                         "the token belongs to, check it and press Create there.")});
    step->body()->addLayout(row);
    step->body()->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(step);
    connect(open, &QPushButton::clicked, this, &DashboardStep::open);
    connect(copy, &QPushButton::clicked, this, &DashboardStep::copyLink);
    connect(m_kind, &SegmentedControl::currentChanged, this, [this] { say({}); });
}

model::Owner::Kind DashboardStep::kind() const
{
    return kKinds[m_kind->currentIndex()];
}

void DashboardStep::open()
{
    const auto opened = openInBrowser(bootstrapTokenForm(kind()));
    say(opened ? QString() : opened.error().message);
}

void DashboardStep::copyLink()
{
    QGuiApplication::clipboard()->setText(bootstrapTokenForm(kind()).toString(QUrl::FullyEncoded));
    say(tr("Link copied. It holds no secret."));
}

void DashboardStep::say(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

} // namespace tokensmith::ui
