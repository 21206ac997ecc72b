// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connectioncard.h"

#include "core/base/text.h"
#include "ui/common/badge.h"
#include "ui/common/iconlabel.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kHeight = 44;
constexpr qsizetype kLongestName = 120;

struct Words
{
    QString icon;
    Colour colour;
    QString name; ///< where Cloudflare gives none
    QString detail;
};

Words wordsFor(ConnectionSummary::Kind kind)
{
    switch (kind) {
    case ConnectionSummary::Kind::None:
        return {u"link"_s, Colour::Text3, ConnectionCard::tr("Not connected"),
                ConnectionCard::tr("No bootstrap token")};
    case ConnectionSummary::Kind::User:
        return {u"user"_s, Colour::Text2, ConnectionCard::tr("Your user"), ConnectionCard::tr("User connection")};
    case ConnectionSummary::Kind::Account:
        return {u"org"_s, Colour::Text2, ConnectionCard::tr("An account"), ConnectionCard::tr("Account connection")};
    case ConnectionSummary::Kind::Sandbox:
        return {u"flask"_s, Colour::Warn, ConnectionCard::tr("Simulated"), ConnectionCard::tr("Cloudflare")};
    }
    Q_UNREACHABLE();
}

/** Lies over the card, which shows through it: a ground while it is pointed at, a ring for the keyboard. */
class CardButton final : public QToolButton
{
public:
    CardButton(const Theme &theme, QWidget *parent)
        : QToolButton(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::StrongFocus);
        setPopupMode(QToolButton::InstantPopup);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }

private:
    const Theme &m_theme;
};

} // namespace

ConnectionCard::ConnectionCard(const Theme &theme, QWidget *parent)
    : NavigationCard(theme, parent)
    , m_icon(new IconLabel(theme, 20))
    , m_name(new ElidedLabel(theme, {.style = TextStyle::SmallStrong}))
    , m_detail(new ElidedLabel(theme, {.style = TextStyle::Small, .colour = Colour::Text3}))
    , m_badge(new BadgeLabel(theme, {.text = tr("SANDBOX"), .tone = Tone::Warn}))
    , m_chevron(new IconLabel(theme, 16))
    , m_button(new CardButton(theme, this))
{
    setObjectName(u"connectionCard"_s);
    m_name->setObjectName(u"connectionName"_s);
    m_detail->setObjectName(u"connectionDetail"_s);
    m_badge->setObjectName(u"sandboxBadge"_s);
    m_badge->setAccessibleName(tr("SANDBOX"));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_detail);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
    row->setSpacing(6);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_badge);
    row->addWidget(m_chevron);
    m_chevron->setIcon(u"down"_s, Colour::Text3);
    m_button->setObjectName(u"connectionMenu"_s);
    m_button->hide();
    connect(&theme, &Theme::changed, this, &ConnectionCard::refresh);
    refresh();
}

void ConnectionCard::setConnection(const ConnectionSummary &connection)
{
    m_connection = connection;
    refresh();
}

void ConnectionCard::setDensity(Density density)
{
    m_density = density;
    refresh();
}

void ConnectionCard::setMenu(QMenu *menu)
{
    menu->setParent(this, menu->windowFlags());
    m_button->setMenu(menu);
    m_button->show();
    m_button->raise();
    refresh();
}

void ConnectionCard::resizeEvent(QResizeEvent *event)
{
    NavigationCard::resizeEvent(event);
    m_button->setGeometry(rect());
}

void ConnectionCard::refresh()
{
    const Words words = wordsFor(m_connection.kind);
    const QString given = base::plainLine(m_connection.name, kLongestName);
    const QString detail = base::plainLine(m_connection.detail, kLongestName);
    m_icon->setIcon(words.icon, words.colour);
    m_name->setText(given.isEmpty() ? words.name : given);
    m_detail->setText(detail.isEmpty() ? words.detail : detail);

    const bool full = m_density == Density::Full;
    const bool sandbox = m_connection.kind == ConnectionSummary::Kind::Sandbox;
    setGround(sandbox && !full ? Colour::WarnSoft : Colour::Surface); // no room for the badge: the ground marks it
    m_name->setVisible(full);
    m_detail->setVisible(full);
    m_badge->setVisible(full && sandbox);
    m_chevron->setVisible(full && !sandbox && m_button->menu()); // beside the badge the name would be cut
    layout()->setContentsMargins(full ? space::kSmall : 9, 0, full ? 6 : 9, 0);
    const QString all = tr("%1, %2", "name, kind of connection").arg(m_name->text(), m_detail->text());
    setAccessibleName(sandbox ? tr("Sandbox: %1").arg(all) : all);
    setToolTip(full ? QString() : accessibleName().toHtmlEscaped());
    m_button->setAccessibleName(tr("Connection: %1").arg(accessibleName()));
    m_button->setToolTip(toolTip());
    const int lines = theme().lineHeight(TextStyle::SmallStrong) + theme().lineHeight(TextStyle::Small);
    setFixedHeight(std::max(kHeight, lines + 2 * space::kTiny));
}

} // namespace tokensmith::ui
