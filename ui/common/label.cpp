// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/label.h"

#include "ui/common/tooltip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

Label::Label(const Theme &theme, LabelLook look, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // else it depends on the ground of the parents
    setText(text);
    applyLook();
    connect(&m_theme, &Theme::changed, this, &Label::applyLook);
}

void Label::setColour(Colour colour)
{
    m_look.colour = colour;
    applyLook();
}

void Label::applyLook()
{
    setFont(m_theme.font(m_look.style));
    QPalette palette;
    palette.setColor(QPalette::WindowText, m_theme.colour(m_look.colour));
    setPalette(palette);
    setMinimumHeight(m_theme.lineHeight(m_look.style));
}

ElidedLabel::ElidedLabel(const Theme &theme, LabelLook look, const QString &text, QWidget *parent)
    : Label(theme, look, text, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int room = fontMetrics().horizontalAdvance(u"MMM…"_s);
    const QSize whole = sizeHint();
    return {std::min(room, whole.width()), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())),
                          palette(), isEnabled(), shown(), QPalette::WindowText);
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return Label::event(event);
    // QLabel's tooltip can't be computed when asked for, so it is shown here.
    if (shown() == text())
        QToolTip::hideText();
    else
        showPlainToolTip(dynamic_cast<QHelpEvent &>(*event).globalPos(), text(), this);
    return true;
}

QString ElidedLabel::shown() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

} // namespace tokensmith::ui
