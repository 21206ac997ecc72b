// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/reviewpage.h"

#include "core/model/json.h"
#include "ui/common/bind.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameWidth = 104;
constexpr int kJsonHeight = 220;

QString addressWords(const model::IpCondition &condition)
{
    QStringList words;
    if (!condition.in.isEmpty())
        words.append(ReviewPage::tr("Only %1").arg(condition.in.join(u", "_s)));
    if (!condition.notIn.isEmpty())
        words.append(ReviewPage::tr("Not from %1").arg(condition.notIn.join(u", "_s)));
    return words.isEmpty() ? ReviewPage::tr("Any") : words.join(u'\n');
}

QString validWords(const model::TokenSpec &spec, const QDateTime &now)
{
    const QString from = spec.notBefore ? exactWords(*spec.notBefore, now) : ReviewPage::tr("now");
    if (!spec.expiresOn)
        return ReviewPage::tr("From %1, never expires").arg(from);
    return ReviewPage::tr("From %1 until %2").arg(from, exactWords(*spec.expiresOn, now));
}

} // namespace

ReviewPage::ReviewPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_message(new InlineMessage(theme, u"createReviewMessage"_s))
    , m_facts(new QWidget)
    , m_rows(new QVBoxLayout(m_facts))
    , m_json(new QPlainTextEdit)
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::kSmall);
    auto *card = new Card(theme, u"createReviewCard"_s);
    card->body()->addWidget(m_facts);
    m_json->setObjectName(u"createJson"_s);
    m_json->setAccessibleName(tr("The request as JSON"));
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setMinimumHeight(kJsonHeight);
    useFont(m_json, theme, TextStyle::Mono);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    column->addWidget(m_message);
    column->addWidget(card);
    column->addWidget(new Label(theme, {.style = TextStyle::Title}, tr("As JSON")));
    column->addWidget(m_json, 1);
    m_message->hide();
}

void ReviewPage::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_json->clear();
    m_message->hide();
}

void ReviewPage::addFact(const QString &name, const QString &value)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new Label(m_theme, {.colour = Colour::Text3}, name);
    label->setFixedWidth(m_theme.width(kNameWidth));
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(new Paragraph(m_theme, {}, value), 1);
    m_rows->addWidget(line);
}

void ReviewPage::showWaiting()
{
    clear();
    addFact(tr("Checking"), tr("Working out what Cloudflare will be asked for…"));
}

void ReviewPage::showError(const base::Error &error)
{
    m_message->setContent({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
    m_message->show();
}

void ReviewPage::showOutcome(const tokens::PreviewOutcome &outcome, const QString &ownerName, const QDateTime &now)
{
    clear();
    const bool isUser = outcome.owner.kind == model::Owner::Kind::User;
    addFact(tr("Name"), outcome.spec.name);
    addFact(tr("Owner"), isUser ? tr("Your user. It acts as you.")
                                : tr("Account token of %1. It stays when a member leaves.").arg(ownerName));
    addFact(tr("Access"), outcome.access.join(u'\n'));
    addFact(tr("Valid"), validWords(outcome.spec, now));
    addFact(tr("Addresses"), addressWords(outcome.spec.condition));
    m_json->setPlainText(QString::fromUtf8(QJsonDocument(model::toJson(outcome.spec)).toJson()));
    if (outcome.warnings.isEmpty())
        return;
    m_message->setContent({.tone = Tone::Warn, .title = tr("Think twice"), .text = outcome.warnings.join(u' ')});
    m_message->show();
}

} // namespace tokensmith::ui
