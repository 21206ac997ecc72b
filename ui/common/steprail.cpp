// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/steprail.h"

#include "ui/common/stepdot.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDot = 24;
constexpr int kInset = 8;

} // namespace

/** One line of the rail; a button, so that keyboard and screen reader have it for free. */
class StepRail::Step : public QAbstractButton
{
public:
    enum class Place { Inner, Last };

    Step(const Theme &theme, Place place, int number, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_place(place)
        , m_number(number)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }

    void setState(StepState state, Return allowed)
    {
        m_state = state;
        const bool clickable = state == StepState::Done && allowed == Return::Allowed;
        setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
        setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setAttribute(Qt::WA_TransparentForMouseEvents, !clickable);
        describe();
    }

    void setResult(const QString &result)
    {
        m_result = result;
        describe();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int lines = m_theme.lineHeight(TextStyle::Body) + m_theme.lineHeight(TextStyle::Caption) + 8;
        return {160, std::max(44, lines)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto place = [this](QRect r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        const int dot = m_theme.iconSize(kDot);
        const int textLeft = dot + space::kMedium;
        const int title = m_theme.lineHeight(TextStyle::Body);
        const int dotTop = std::max(0, (title + 4 - dot) / 2);
        if (m_place == Place::Inner) {
            const QRect line(kInset + dot / 2, dotTop + dot, 1, height() - dot);
            painter.fillRect(place(line), m_theme.colour(Colour::Control));
        }
        paintStepDot(painter, m_theme, place({kInset, dotTop, dot, dot}), {.state = m_state, .number = m_number});
        const int room = width() - kInset - textLeft - 4;
        const auto write = [&](int top, TextStyle style, Colour colour, const QString &text) {
            QFont font = m_theme.font(style);
            if (style == TextStyle::Caption)
                font.setWeight(QFont::Normal);
            painter.setFont(font);
            painter.setPen(m_theme.colour(colour));
            const QRect box = place({kInset + textLeft, top, room, m_theme.lineHeight(style)});
            painter.drawText(box, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
        };
        const bool now = m_state == StepState::Current;
        const bool warm = isEnabled() && focusPolicy() != Qt::NoFocus && underMouse();
        write(2, now ? TextStyle::Title : TextStyle::Body, now || warm ? Colour::Text : Colour::Text2, text());
        if (m_state == StepState::Done)
            write(2 + title, TextStyle::Caption, Colour::Text3, m_result);
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
            const int left = kInset + textLeft - 5;
            painter.drawRoundedRect(QRectF(place({left, 0, width() - left - 2, height() - 3})).adjusted(1, 1, -1, -1),
                                    4, 4);
        }
    }

private:
    void describe()
    {
        setAccessibleName(StepRail::tr("Step %1, %2, %3").arg(m_number).arg(text(), stepStateWords(m_state)));
        setAccessibleDescription(m_state == StepState::Done ? m_result : QString());
        setToolTip({});
        update();
    }

    const Theme &m_theme;
    Place m_place;
    int m_number;
    StepState m_state = StepState::Later;
    QString m_result;
};

StepRail::StepRail(const Theme &theme, const QString &objectName, const QStringList &titles, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("Steps"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(0);
    for (int i = 0; i < int(titles.size()); ++i) {
        const auto place = i + 1 == int(titles.size()) ? Step::Place::Last : Step::Place::Inner;
        auto *step = new Step(theme, place, i + 1, this);
        step->setObjectName(u"%1Step%2"_s.arg(objectName).arg(i + 1));
        step->setText(titles.at(i));
        connect(step, &QAbstractButton::clicked, this, [this, i] {
            if (i < m_current && m_return == Return::Allowed)
                Q_EMIT stepRequested(i);
        });
        column->addWidget(step);
        m_steps.append(step);
    }
    update();
}

void StepRail::setCurrent(int step)
{
    m_current = step;
    update();
}

void StepRail::setResult(int step, const QString &result)
{
    m_steps.at(step)->setResult(result);
}

void StepRail::setReturn(Return allowed)
{
    m_return = allowed;
    update();
}

void StepRail::update()
{
    for (int i = 0; i < int(m_steps.size()); ++i) {
        const auto state = i < m_current ? StepState::Done : i == m_current ? StepState::Current : StepState::Later;
        m_steps.at(i)->setState(state, m_return);
    }
}

} // namespace tokensmith::ui
