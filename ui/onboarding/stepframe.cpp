// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/stepframe.h"

#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr int kDot = 24;
constexpr double kRing = 1.5;

/** The number in a ring. The title beside it names the step, so it has no name of its own. */
class NumberDot final : public QWidget
{
public:
    NumberDot(const Theme &theme, int number)
        : m_theme(theme)
        , m_number(number)
    {
        setFixedSize(kDot, kDot);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), kRing));
        painter.drawEllipse(QRectF(rect()).adjusted(kRing / 2, kRing / 2, -kRing / 2, -kRing / 2));
        painter.setFont(m_theme.font(TextStyle::Heading));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    const Theme &m_theme;
    int m_number;
};

} // namespace

StepFrame::StepFrame(const Theme &theme, const StepWords &words, QWidget *parent)
    : QWidget(parent)
    , m_body(new QVBoxLayout)
{
    setAccessibleName(words.title);
    m_body->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(new Label(theme, {.style = TextStyle::Strong}, words.title));
    if (!words.text.isEmpty()) {
        column->addWidget(new Paragraph(theme, {.colour = Colour::Text2}, words.text));
        column->addSpacing(space::kSmall);
    }
    column->addLayout(m_body);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kMedium);
    row->addWidget(new NumberDot(theme, words.number), 0, Qt::AlignTop);
    row->addLayout(column, 1);
}

} // namespace tokensmith::ui
