// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenfindings.h"

#include "core/base/text.h"
#include "ui/common/actionbutton.h"
#include "ui/common/badge.h"
#include "ui/common/findingrow.h"
#include "ui/common/label.h"
#include "ui/tokens/tokenactions.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

FindingContent::Severity severityOf(model::Severity severity)
{
    switch (severity) {
    case model::Severity::High:
        return FindingContent::Severity::High;
    case model::Severity::Medium:
        return FindingContent::Severity::Medium;
    case model::Severity::Low:
        return FindingContent::Severity::Low;
    }
    Q_UNREACHABLE();
}

Tone toneOf(model::Severity severity)
{
    switch (severity) {
    case model::Severity::High:
        return Tone::Danger;
    case model::Severity::Medium:
        return Tone::Warn;
    case model::Severity::Low:
        return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

bool sameWords(const std::vector<model::Finding> &left, const std::vector<model::Finding> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto &a, const auto &b) {
        return a.rule == b.rule && a.tokenId == b.tokenId && a.title == b.title && a.sentence == b.sentence;
    });
}

} // namespace

TokenFindings::TokenFindings(const Theme &theme, TokenActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_count(new BadgeLabel(theme, {}, this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(u"detailsFindings"_s);
    m_count->setObjectName(u"detailsFindingsCount"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(new Label(theme, {.style = TextStyle::Heading, .colour = Colour::Text2}, tr("Findings"), this));
    head->addWidget(m_count);
    head->addStretch(1);
    m_rows->setSpacing(space::kTiny);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kSmall);
    column->setSpacing(space::kTiny);
    column->addLayout(head);
    column->addLayout(m_rows);
    hide();
}

void TokenFindings::setFindings(std::vector<model::Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &a, const auto &b) { return a.severity > b.severity; });
    if (!sameWords(findings, m_findings)) { // else a button that has the focus would lose it every half minute
        m_findings = std::move(findings);
        refill();
    }
    setVisible(!m_findings.empty());
}

void TokenFindings::refill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be its own button that brought us here
        delete item;
    }
    int number = 0;
    for (const model::Finding &finding : m_findings)
        addRow(finding, number++);
    if (m_findings.empty())
        return;
    m_count->setBadge({.text = QString::number(m_findings.size()), .tone = toneOf(m_findings.front().severity)});
    m_count->setAccessibleName(m_findings.size() == 1 ? tr("1 finding")
                                                      : tr("%n findings", nullptr, int(m_findings.size())));
}

void TokenFindings::addRow(const model::Finding &finding, int number)
{
    const FindingContent content{.severity = severityOf(finding.severity),
                                 .title = base::plainLine(finding.title, 120),
                                 .why = base::plainLine(finding.sentence, 300),
                                 .fix = m_actions.wordsFor(finding)};
    auto *row = new FindingRow(m_theme, u"detailsFinding%1"_s.arg(number), content, this);
    connect(row, &FindingRow::fixRequested, this, [this, finding] { m_actions.fix(finding); });
    auto *button = row->findChild<QPushButton *>();
    const QAction *action = m_actions.actionFor(finding);
    const auto follow = [button, action, title = content.title] {
        button->setEnabled(action->isEnabled());
        const QString why = action->isEnabled() ? QString() : action->toolTip();
        button->setToolTip(why);
        button->setAccessibleDescription(why.isEmpty() ? title : title + u". "_s + why);
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    m_rows->addWidget(row);
}

} // namespace tokensmith::ui
