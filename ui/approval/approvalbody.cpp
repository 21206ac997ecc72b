// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approvalbody.h"

#include "core/base/text.h"
#include "ui/approval/approvalfacts.h"
#include "ui/approval/approvalwords.h"
#include "ui/common/bind.h"
#include "ui/common/combobox.h"
#include "ui/common/diffview.h"
#include "ui/common/iconlabel.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/codebox.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QJsonDocument>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::ApprovalWords;
using clients::QueueingGate;
using clients::SecretDelivery;

namespace {

constexpr int kGap = 14;
constexpr int kIcon = 20;
constexpr int kMostDiffLines = 12;
constexpr int kMostCallLines = 16;
constexpr int kDeliveryWidth = 128;
constexpr qsizetype kLongestSentence = 2000;

} // namespace

ApprovalBody::ApprovalBody(const Theme &theme, const clients::ApprovalRequest &request, const QDateTime &now,
                           QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_request(request)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"approvalBody"_s);
    useSurfaceGround(this);
    m_column->setContentsMargins(space::kPage, 0, space::kPage, space::kInset);
    m_column->setSpacing(kGap);
    addSentences(request.effect.sentences);
    if (request.effect.facts)
        m_column->addWidget(new ApprovalFactsView(theme, *request.effect.facts, now, this));
    addDifferences(request.effect.differences, now);
    addWarnings(request.effect.warnings);
    addSecret();
    addRemember();
    addCall();
    m_column->addStretch(1);
}

void ApprovalBody::addSentences(const std::vector<ApprovalWords> &sentences)
{
    if (sentences.empty())
        return;
    auto *box = new QFrame(this);
    box->setObjectName(u"approvalSentences"_s);
    box->setProperty("frame", u"box"_s);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(kGap, space::kMedium, kGap, space::kMedium);
    column->setSpacing(space::kTiny);
    for (const ApprovalWords &one : sentences) {
        auto *words = new Paragraph(m_theme, {}, {}, box);
        words->setTexts(base::plainLine(one.lead, kLongestSentence), base::plainLine(one.text, kLongestSentence));
        column->addWidget(words);
    }
    m_column->addWidget(box);
}

void ApprovalBody::addDifferences(const std::vector<clients::ApprovalDifference> &differences, const QDateTime &now)
{
    if (differences.empty())
        return;
    auto *diff = new DiffView(m_theme, u"approvalDiff"_s, tr("Before and after"), this);
    const QList<DiffLine> lines = differenceLines(differences, now);
    diff->setVisibleLines(std::min(int(lines.size()), kMostDiffLines));
    diff->setLines(lines);
    m_column->addWidget(diff);
}

void ApprovalBody::addWarnings(const std::vector<ApprovalWords> &warnings)
{
    if (warnings.empty())
        return;
    auto *column = new QVBoxLayout;
    column->setSpacing(space::kSmall);
    int number = 0;
    for (const ApprovalWords &one : warnings) {
        auto *message = new InlineMessage(m_theme, u"approvalWarning%1"_s.arg(number++), this);
        message->setContent({.tone = Tone::Warn,
                             .title = base::plainLine(one.lead, kLongestSentence),
                             .text = base::plainLine(one.text, kLongestSentence)});
        column->addWidget(message);
    }
    m_column->addLayout(column);
}

void ApprovalBody::addSecret()
{
    switch (m_request.secret) {
    case clients::ApprovalRequest::Secret::None:
        return;
    case clients::ApprovalRequest::Secret::Given:
        break;
    }
    m_secretIcon = new IconLabel(m_theme, kIcon, this);
    m_secretTitle = new Label(m_theme, {.style = TextStyle::Strong}, {}, this);
    m_secretText = new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, this);
    m_secretTitle->setObjectName(u"approvalSecretTitle"_s);
    m_secretText->setObjectName(u"approvalSecretText"_s);
    m_delivery = new ComboBox(m_theme, u"approvalSecret"_s);
    m_delivery->addItem(tr("Keychain"), int(SecretDelivery::Hidden));
    m_delivery->addItem(tr("In the answer"), int(SecretDelivery::Inline));
    m_delivery->setCurrentIndex(m_delivery->findData(int(m_request.delivery)));
    m_delivery->setMinimumWidth(m_theme.width(kDeliveryWidth));
    m_delivery->setAccessibleName(tr("Where the secret goes"));
    connect(m_delivery, &QComboBox::currentIndexChanged, this, &ApprovalBody::showSecret);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_secretTitle);
    words->addWidget(m_secretText);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(m_secretIcon);
    row->addLayout(words, 1);
    row->addWidget(m_delivery);
    m_column->addLayout(row);
    showSecret();
}

void ApprovalBody::showSecret()
{
    const auto delivery = static_cast<SecretDelivery>(m_delivery->currentData().toInt());
    const bool hidden = delivery == SecretDelivery::Hidden;
    const ApprovalWords words = secretWords(delivery, m_request.client);
    m_secretIcon->setIcon(hidden ? u"vault"_s : u"eye"_s, hidden ? Colour::Text2 : Colour::Warn);
    m_secretTitle->setText(words.lead);
    m_secretTitle->setColour(hidden ? Colour::Text : Colour::Warn);
    m_secretText->setTexts({}, words.text);
    m_delivery->setAccessibleDescription(words.lead + u". "_s + words.text);
}

void ApprovalBody::addRemember()
{
    m_remember = new QCheckBox(tr("Remember for 10 minutes"), this);
    m_remember->setObjectName(u"approvalRemember"_s);
    const QString scope = m_request.secret == clients::ApprovalRequest::Secret::Given
                              ? tr("(every %1 of this client, secrets hidden)")
                              : tr("(every %1 of this client)");
    auto *words =
        new Paragraph(m_theme, {.colour = Colour::Text2}, scope.arg(base::plainLine(m_request.tool, 80)), this);
    words->setObjectName(u"approvalRememberScope"_s);
    words->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_remember->setAccessibleDescription(words->text());
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kTiny);
    row->addWidget(m_remember);
    row->addWidget(words, 1);
    m_column->addLayout(row);
}

void ApprovalBody::addCall()
{
    if (m_request.effect.details.isEmpty())
        return;
    auto *call = new CodeBox(m_theme, TextStyle::MonoSmall, CodeBox::Height::Free, this);
    call->setObjectName(u"approvalCall"_s);
    call->setAccessibleName(tr("The call"));
    call->setLayoutDirection(Qt::LeftToRight);
    call->setPlainText(QString::fromUtf8(QJsonDocument(m_request.effect.details).toJson()));
    const int lines = std::min(call->blockCount(), kMostCallLines);
    call->setFixedHeight(call->fontMetrics().lineSpacing() * (lines + 2));
    call->hide();
    m_column->addWidget(call);
    m_call = call;
}

QueueingGate::Remember ApprovalBody::remember() const
{
    return m_remember->isChecked() ? QueueingGate::Remember::TenMinutes : QueueingGate::Remember::No;
}

clients::ApprovalAnswer ApprovalBody::approval() const
{
    using Verdict = clients::ApprovalAnswer::Verdict;
    const bool isInline = m_delivery && m_delivery->currentData().toInt() == int(SecretDelivery::Inline);
    return {.verdict = isInline ? Verdict::ApprovedInline : Verdict::Approved};
}

} // namespace tokensmith::ui
