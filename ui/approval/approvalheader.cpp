// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approvalheader.h"

#include "core/base/text.h"
#include "ui/approval/approvalwords.h"
#include "ui/common/badge.h"
#include "ui/common/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kTile = 36;
constexpr int kIcon = 20;
constexpr qreal kRadius = 8;
constexpr std::array kAnnounced{60s, 30s, 10s};

/** A shield on a soft ground. */
class ShieldTile final : public QWidget
{
public:
    explicit ShieldTile(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(theme.iconSize(kTile), theme.iconSize(kTile));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Colour::AccentSoft));
        painter.drawRoundedRect(rect(), kRadius, kRadius);
        const int side = m_theme.iconSize(kIcon);
        painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                           m_theme.pixmap(u"shield"_s, side, Colour::Accent, devicePixelRatioF()));
    }

private:
    const Theme &m_theme;
};

} // namespace

ApprovalHeader::ApprovalHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(theme, {.style = TextStyle::SectionTitle}, {}, this))
    , m_tool(new ElidedLabel(theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, this))
    , m_left(new Label(theme, {.style = TextStyle::SmallStrong}, {}, this))
    , m_count(new BadgeLabel(theme, {}, this))
{
    m_title->setObjectName(u"approvalTitle"_s);
    m_tool->setObjectName(u"approvalTool"_s);
    m_left->setObjectName(u"approvalLeft"_s);
    m_count->setObjectName(u"approvalCount"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kTiny);
    line->addWidget(m_tool);
    line->addWidget(m_left);
    line->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addLayout(line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kMedium);
    row->addWidget(new ShieldTile(theme, this), 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_count, 0, Qt::AlignTop);
}

void ApprovalHeader::setRequest(const clients::WaitingApproval &waiting, const QDateTime &now)
{
    m_until = waiting.until;
    m_title->setText(titleOf(waiting.request));
    const QString time = waiting.since.toLocalTime().toString(u"HH:mm:ss"_s);
    m_tool->setText(tr("%1, %2. Denied automatically in", "tool, time; followed by: 1 min 42 s")
                        .arg(base::plainLine(waiting.request.tool, 40), time));
    m_shown = std::chrono::seconds(now.secsTo(m_until));
    m_left->setText(countdownWords(m_shown));
    m_left->setAccessibleName(m_left->text());
}

void ApprovalHeader::setCount(qsizetype waiting)
{
    m_count->setVisible(waiting > 1);
    m_count->setBadge({.text = tr("1 of %1").arg(waiting)});
}

void ApprovalHeader::setNow(const QDateTime &now)
{
    const std::chrono::seconds left(now.secsTo(m_until));
    const std::chrono::seconds before = std::exchange(m_shown, left);
    m_left->setText(countdownWords(left));
    const bool passed = std::any_of(kAnnounced.begin(), kAnnounced.end(),
                                    [&](std::chrono::seconds mark) { return left <= mark && mark < before; });
    if (passed)
        announce();
}

void ApprovalHeader::announce()
{
    m_left->setAccessibleName(tr("Denied automatically in %1").arg(m_left->text()));
    QAccessibleEvent alert(m_left, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace tokensmith::ui
