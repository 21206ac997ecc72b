// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensfilters.h"

#include "ui/common/buttons.h"
#include "ui/common/focusareas.h"
#include "ui/common/label.h"
#include "ui/common/timelinechart.h"
#include "ui/tokens/tokenchips.h"
#include "ui/tokens/tokentablemodel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMark = 8;

/** The little square that says what a bar's colour means. */
class Mark final : public QWidget
{
public:
    Mark(const Theme &theme, Colour colour, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_colour(colour)
    {
        setFixedSize(kMark, kMark);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(m_colour));
        painter.drawRoundedRect(rect(), 2, 2);
    }

private:
    const Theme &m_theme;
    Colour m_colour;
};

constexpr LabelLook kLegendLook{.style = TextStyle::Small, .colour = Colour::Text2};

void addToLegend(QHBoxLayout &row, const Theme &theme, Colour colour, const QString &words)
{
    QWidget *parent = row.parentWidget();
    row.addWidget(new Mark(theme, colour, parent), 0, Qt::AlignVCenter);
    row.addSpacing(6);
    row.addWidget(new Label(theme, kLegendLook, words, parent));
}

QString dayWords(const QDate &day)
{
    return QLocale().toString(day, u"d MMM yyyy"_s);
}

} // namespace

TokensFilters::TokensFilters(const Theme &theme, TokenTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_chips(new TokenChips(theme, model, this))
{
    setObjectName(u"tokensFilters"_s);
    QWidget *titleRow = makeTitleRow();
    m_timeline = new TimelineChart(theme, u"tokensTimeline"_s, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0);
    column->setSpacing(space::kTiny);
    column->addWidget(m_chips);
    column->addSpacing(space::kTiny);
    column->addWidget(titleRow);
    column->addWidget(m_timeline);
    markFocusArea(m_chips);
    markFocusArea(m_timeline);
    connect(m_timeline, &TimelineChart::spanChosen, this, &TokensFilters::chooseWeeks);
    connect(m_timeline, &TimelineChart::spanCleared, this, [this] { m_model.setExpirySpan({}); });
    connect(&m_model, &TokenTableModel::countsChanged, this, &TokensFilters::showModel);
    showModel();
}

QWidget *TokensFilters::makeTitleRow()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    m_title = new ElidedLabel(m_theme, {.style = TextStyle::SmallStrong}, {}, line);
    m_title->setObjectName(u"timelineTitle"_s);
    m_clear =
        makeButton(m_theme, {.objectName = u"timelineClear"_s, .text = tr("Show all"), .kind = ButtonKind::Link}, line);
    m_clear->setAccessibleName(tr("Show tokens of all weeks"));
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_timeline->setFocus();
        m_model.setExpirySpan({});
    });
    m_legend = new QWidget(line);
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(0);
    addToLegend(*legend, m_theme, Colour::Danger, tr("7 days"));
    legend->addSpacing(space::kMedium);
    addToLegend(*legend, m_theme, Colour::WarnMark, tr("30 days"));
    legend->addSpacing(space::kMedium);
    addToLegend(*legend, m_theme, Colour::Bar, tr("later, per week"));
    row->addWidget(m_title);
    row->addWidget(m_clear);
    row->addStretch(1);
    row->addWidget(m_legend);
    line->setFixedHeight(std::max(m_theme.lineHeight(TextStyle::Small) + 4, 24));
    connect(&m_theme, &Theme::changed, line,
            [this, line] { line->setFixedHeight(std::max(m_theme.lineHeight(TextStyle::Small) + 4, 24)); });
    return line;
}

void TokensFilters::chooseWeeks()
{
    const std::optional<TimelineChart::Span> chosen = m_timeline->chosen();
    if (!chosen)
        return;
    const search::ExpiryHistogram &expiries = m_model.expiries();
    m_model.setExpirySpan(
        search::TimeSpan{.from = expiries.span(chosen->first).from, .until = expiries.span(chosen->last).until});
}

bool TokensFilters::isFiltering() const
{
    return m_model.selection().traits || m_model.selection().expires;
}

void TokensFilters::clear()
{
    m_model.setChips({});
    m_model.setExpirySpan({});
}

void TokensFilters::showModel()
{
    const search::ExpiryHistogram &expiries = m_model.expiries();
    WeeklyCounts counts{.firstDay = expiries.firstDay(0), .counts = {}};
    for (int week = 0; week < search::ExpiryHistogram::kWeeks; ++week)
        counts.counts += expiries.tokens(week);
    m_timeline->setCounts(counts);
    const bool isKnown = m_model.tokenCount() > 0;
    m_legend->setVisible(isKnown);

    const std::optional<search::TimeSpan> &span = m_model.selection().expires;
    m_clear->setVisible(span.has_value());
    if (!span) {
        m_timeline->setChosen({});
        m_title->setText(tr("Expiry, next 12 months"));
        return;
    }
    // The weeks move on with the days; the span that was chosen stays.
    std::optional<TimelineChart::Span> weeks;
    for (int week = 0; week < search::ExpiryHistogram::kWeeks; ++week) {
        const search::TimeSpan one = expiries.span(week);
        if (one.until > span->from && one.from < span->until)
            weeks = TimelineChart::Span{.first = weeks ? weeks->first : week, .last = week};
    }
    m_timeline->setChosen(weeks);
    const QDate from = QDateTime::fromMSecsSinceEpoch(span->from).date();
    const QDate to = QDateTime::fromMSecsSinceEpoch(span->until - 1).date();
    m_title->setText(tr("Ends from %1 to %2").arg(dayWords(from), dayWords(to)));
}

} // namespace tokensmith::ui
