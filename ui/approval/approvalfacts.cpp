// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approvalfacts.h"

#include "core/base/text.h"
#include "core/catalog/policyreach.h"
#include "ui/approval/approvalwords.h"
#include "ui/common/badge.h"
#include "ui/common/flowlayout.h"
#include "ui/common/paragraph.h"

#include <QGridLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameWidth = 96;
constexpr qsizetype kMostBadges = 24; ///< the sentences above name them all
constexpr qsizetype kLongestBadge = 40;

} // namespace

ApprovalFactsView::ApprovalFactsView(const Theme &theme, const clients::ApprovalFacts &facts, const QDateTime &now,
                                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"approvalFacts"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(space::kSmall);
    m_grid->setColumnMinimumWidth(0, theme.width(kNameWidth));
    m_grid->setColumnStretch(1, 1);
    addPermissions(facts.permissions);
    add(u"approvalResources"_s, tr("Resources"),
        facts.places.isEmpty() ? tr("None") : base::plainLine(facts.places.join(u", "_s), 2000));
    add(u"approvalOwner"_s, tr("Owner"), ownerWords(facts));
    add(u"approvalValid"_s, tr("Valid"), validWords(facts, now));
    add(u"approvalAddresses"_s, tr("Addresses"), addressWords(facts.condition));
    if (!facts.tokenId.isEmpty())
        add(u"approvalTokenId"_s, tr("Token ID"), base::plainLine(facts.tokenId, 64));
}

void ApprovalFactsView::addName(const QString &name, int row)
{
    m_grid->addWidget(new Label(m_theme, {.colour = Colour::Text3}, name, this), row, 0, Qt::AlignTop);
}

void ApprovalFactsView::add(const QString &objectName, const QString &name, const QString &value)
{
    const int row = m_grid->rowCount();
    auto *words = new Paragraph(m_theme, {}, value, this);
    words->setObjectName(objectName);
    addName(name, row);
    m_grid->addWidget(words, row, 1);
}

void ApprovalFactsView::addPermissions(const QStringList &permissions)
{
    if (permissions.isEmpty()) {
        add(u"approvalPermissions"_s, tr("Permissions"), tr("None"));
        return;
    }
    const int row = m_grid->rowCount();
    addName(tr("Permissions"), row);
    auto *badges = new QWidget(this);
    badges->setObjectName(u"approvalPermissions"_s);
    auto *flow = new FlowLayout(badges);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(space::kTiny);
    for (const QString &one : permissions.mid(0, kMostBadges)) {
        const bool edits = one.endsWith(u' ' + catalog::levelEdit());
        flow->addWidget(new BadgeLabel(
            m_theme, {.text = base::plainLine(one, kLongestBadge), .tone = edits ? Tone::Info : Tone::Neutral},
            badges));
    }
    if (permissions.size() > kMostBadges)
        flow->addWidget(new BadgeLabel(m_theme, {.text = tr("%1 more").arg(permissions.size() - kMostBadges)}, badges));
    m_grid->addWidget(badges, row, 1);
}

} // namespace tokensmith::ui
