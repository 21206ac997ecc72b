// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/progresssteps.h"

#include "ui/common/buttons.h"
#include "ui/common/meter.h"
#include "ui/common/paragraph.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDot = 28;
constexpr int kLeast = 66;

Colour titleColour(StepState state)
{
    return state == StepState::Later ? Colour::Text2 : Colour::Text;
}

Colour timeColour(StepState state)
{
    switch (state) {
    case StepState::Running:
    case StepState::Current:
        return Colour::Accent;
    case StepState::Failed:
        return Colour::Danger;
    case StepState::Done:
    case StepState::Later:
        return Colour::Text2;
    }
    Q_UNREACHABLE();
}

} // namespace

class ProgressSteps::Row : public QWidget
{
public:
    Row(const Theme &theme, const QString &objectName, int number, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_number(number)
        , m_title(new Paragraph(theme, {.style = TextStyle::Strong}, {}, this))
        , m_text(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, this))
        , m_time(new Label(theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, this))
        , m_meter(new Meter(theme, objectName + "Meter"_L1, Meter::Thickness::Regular, this))
        , m_message(new InlineMessage(theme, objectName + "Message"_L1, this))
        , m_retry(makeButton(theme,
                             {.objectName = objectName + "Retry"_L1,
                              .text = ProgressSteps::tr("Try again"),
                              .size = ControlSize::Small},
                             this))
    {
        setObjectName(objectName);
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(m_title);
        column->addWidget(m_text);
        column->addWidget(m_meter);
        column->addWidget(m_message);
        column->addWidget(m_retry, 0, Qt::AlignLeft);
        column->addStretch(1);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(theme.iconSize(kDot) + 14, 3, 0, space::kInset);
        row->setSpacing(14);
        row->addLayout(column, 1);
        row->addWidget(m_time, 0, Qt::AlignTop);
        setMinimumHeight(kLeast);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    [[nodiscard]] QPushButton *retry() const { return m_retry; }
    [[nodiscard]] StepState state() const { return m_step.state; }

    enum class Place { Inner, Last };

    void setStep(const ProgressStep &step, Place place)
    {
        m_step = step;
        m_last = place == Place::Last;
        m_title->setText(step.title);
        m_title->setColour(titleColour(step.state));
        m_text->setText(step.text);
        m_text->setVisible(!step.text.isEmpty());
        m_time->setText(step.time);
        m_time->setColour(timeColour(step.state));
        m_meter->setVisible(step.fraction.has_value());
        m_meter->setFraction(step.fraction.value_or(0));
        m_message->setVisible(step.message.has_value());
        if (step.message)
            m_message->setContent(*step.message);
        m_retry->setVisible(step.state == StepState::Failed);
        setAccessibleName(u"%1, %2"_s.arg(step.title, stepStateWords(step.state)));
        setAccessibleDescription(step.text);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto place = [this](QRect r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        const int dot = m_theme.iconSize(kDot);
        if (!m_last) {
            const QRect line(dot / 2, dot, 1, height() - dot);
            painter.fillRect(place(line), m_theme.colour(stepLineColour(m_step.state)));
        }
        paintStepDot(painter, m_theme, place({0, 0, dot, dot}),
                     {.state = m_step.state, .number = m_number, .icon = m_step.icon});
    }

private:
    const Theme &m_theme;
    int m_number;
    ProgressStep m_step;
    bool m_last = false;
    Paragraph *m_title;
    Paragraph *m_text;
    Label *m_time;
    Meter *m_meter;
    InlineMessage *m_message;
    QPushButton *m_retry;
};

ProgressSteps::ProgressSteps(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(tr("Progress"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void ProgressSteps::setSteps(const QList<ProgressStep> &steps)
{
    while (m_rows.size() > steps.size())
        delete m_rows.takeLast();
    while (m_rows.size() < steps.size()) {
        const int index = int(m_rows.size());
        auto *row = new Row(m_theme, u"%1Step%2"_s.arg(objectName()).arg(index + 1), index + 1, this);
        connect(row->retry(), &QPushButton::clicked, this, [this, index] { Q_EMIT retryRequested(index); });
        m_column->addWidget(row);
        m_rows.append(row);
    }
    for (int i = 0; i < int(steps.size()); ++i) {
        Row *row = m_rows.at(i);
        const bool other = row->state() != steps.at(i).state;
        row->setStep(steps.at(i), i + 1 == int(steps.size()) ? Row::Place::Last : Row::Place::Inner);
        if (other) {
            QAccessibleEvent alert(row, QAccessible::Alert);
            QAccessible::updateAccessibility(&alert);
        }
    }
}

} // namespace tokensmith::ui
