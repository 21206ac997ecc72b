// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenfacts.h"

#include "core/base/text.h"
#include "ui/common/buttons.h"
#include "ui/common/lifetimerail.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"
#include "ui/tokens/tokenlook.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QTimer>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kNameWidth = 84;
constexpr auto kCopiedStays = 2s;

QString addressWords(const model::IpCondition &condition)
{
    if (condition.isEmpty())
        return TokenFacts::tr("None, any address works");
    QStringList parts;
    if (!condition.in.isEmpty())
        parts += TokenFacts::tr("Only from %1").arg(base::plainLine(condition.in.join(u", "_s)));
    if (!condition.notIn.isEmpty())
        parts += TokenFacts::tr("Not from %1").arg(base::plainLine(condition.notIn.join(u", "_s)));
    if (!condition.others.isEmpty())
        parts += TokenFacts::tr("Also limited in a way this version can't read");
    return parts.join(u". "_s);
}

QString orWord(const QString &text, const QString &word)
{
    return text.isEmpty() ? word : text;
}

/** The two ends of an id tell it apart from others; the whole is in the tooltip and in the clipboard. */
QString idEnds(const QString &id)
{
    return id.size() > 14 ? id.left(8) + u'…' + id.right(4) : id;
}

} // namespace

TokenFacts::TokenFacts(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rail(new LifetimeRail(theme, u"detailsRail"_s, this))
    , m_grid(new QGridLayout)
    , m_copied(new QTimer(this))
{
    m_grid->setContentsMargins(0, 6, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnMinimumWidth(0, theme.width(kNameWidth));
    m_grid->setColumnStretch(1, 1);
    m_created = addFact(u"detailsCreated"_s, tr("Created"));
    m_lastUsed = addFact(u"detailsLastUsed"_s, tr("Last used"));
    m_starts = addFact(u"detailsStarts"_s, tr("Starts"));
    m_expires = addFact(u"detailsExpires"_s, tr("Expires"));
    m_addresses = addFact(u"detailsAddresses"_s, tr("IP limits"));
    addIdLine();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rail);
    column->addLayout(m_grid);

    m_copied->setSingleShot(true);
    m_copied->setInterval(kCopiedStays);
    showCopyIcon();
    connect(m_copied, &QTimer::timeout, this, &TokenFacts::showCopyIcon);
    connect(m_copy, &QToolButton::clicked, this, &TokenFacts::copyId);
}

TokenFacts::Fact TokenFacts::addFact(const QString &objectName, const QString &name)
{
    Fact fact{.name = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3}, name, this),
              .value = new Paragraph(m_theme, {.style = TextStyle::Small}, {}, this)};
    fact.value->setObjectName(objectName);
    const int row = m_grid->rowCount();
    m_grid->addWidget(fact.name, row, 0, Qt::AlignTop);
    m_grid->addWidget(fact.value, row, 1);
    return fact;
}

void TokenFacts::setFact(const Fact &fact, const QString &value)
{
    fact.value->setTexts({}, value);
    fact.name->setVisible(!value.isEmpty());
    fact.value->setVisible(!value.isEmpty());
}

void TokenFacts::addIdLine()
{
    auto *name = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3}, tr("Token ID"), this);
    m_id = new Label(m_theme, {.style = TextStyle::MonoSmall}, {}, this);
    m_id->setObjectName(u"detailsId"_s);
    m_id->setLayoutDirection(Qt::LeftToRight);
    m_copy = makeIconButton(m_theme,
                            {.objectName = u"detailsCopyId"_s,
                             .name = tr("Copy token ID"),
                             .icon = u"copy"_s,
                             .kind = ButtonKind::Quiet,
                             .size = ControlSize::Inline},
                            this);
    auto *line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(m_id);
    line->addWidget(m_copy);
    line->addStretch();
    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0, Qt::AlignVCenter);
    m_grid->addLayout(line, row, 1);
}

void TokenFacts::setToken(const model::Token &token, const QDateTime &now)
{
    const QDateTime expires = timeOrNone(token.expiresOn);
    m_rail->setLifetime({.starts = timeOrNone(token.issuedOn), .ends = expires, .now = now});
    m_rail->setVisible(token.issuedOn.has_value());
    setFact(m_created, orWord(exactWords(timeOrNone(token.issuedOn), now), tr("Unknown")));
    setFact(m_lastUsed, orWord(exactWords(timeOrNone(token.lastUsedOn), now), tr("Never")));
    const bool startsLater = token.notBefore && *token.notBefore > now;
    setFact(m_starts, startsLater ? exactWords(*token.notBefore, now) : QString());
    setFact(m_expires, orWord(exactWords(expires, now), tr("Never")));
    setFact(m_addresses, addressWords(token.condition));
    if (m_tokenId != token.id)
        showCopyIcon();
    m_tokenId = token.id;
    m_id->setText(idEnds(token.id));
    m_id->setToolTip(token.id);
    m_id->setAccessibleName(token.id);
}

void TokenFacts::copyId()
{
    QGuiApplication::clipboard()->setText(m_tokenId);
    m_copy->setIcon(themeIcon(m_theme, u"check"_s, {.normal = Colour::Ok}));
    m_copy->setAccessibleDescription(tr("Copied"));
    m_copied->start();
}

void TokenFacts::showCopyIcon()
{
    m_copied->stop();
    m_copy->setIcon(themeIcon(m_theme, u"copy"_s, {.normal = Colour::Text3}));
    m_copy->setAccessibleDescription({});
}

} // namespace tokensmith::ui
