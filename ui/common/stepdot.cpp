// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stepdot.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct DotLook
{
    Colour ground;
    Colour edge;
    Colour mark;
};

DotLook lookOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return {.ground = Colour::OkSoft, .edge = Colour::Ok, .mark = Colour::Ok};
    case StepState::Current:
        return {.ground = Colour::AccentFill, .edge = Colour::AccentFill, .mark = Colour::OnFill};
    case StepState::Later:
        return {.ground = Colour::Window, .edge = Colour::Control, .mark = Colour::Text2};
    case StepState::Running:
        return {.ground = Colour::AccentSoft, .edge = Colour::Accent, .mark = Colour::Accent};
    case StepState::Failed:
        return {.ground = Colour::DangerSoft, .edge = Colour::Danger, .mark = Colour::Danger};
    }
    Q_UNREACHABLE();
}

QString iconOf(const StepDot &dot)
{
    if (dot.state == StepState::Done)
        return u"check"_s;
    if (dot.state == StepState::Failed)
        return u"stop"_s;
    if (dot.state == StepState::Running && dot.icon.isEmpty())
        return u"hour"_s;
    return dot.icon;
}

} // namespace

QString stepStateWords(StepState state)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("StepState", text); };
    switch (state) {
    case StepState::Done:
        return words(QT_TRANSLATE_NOOP("StepState", "done"));
    case StepState::Current:
        return words(QT_TRANSLATE_NOOP("StepState", "current step"));
    case StepState::Later:
        return words(QT_TRANSLATE_NOOP("StepState", "not started"));
    case StepState::Running:
        return words(QT_TRANSLATE_NOOP("StepState", "running"));
    case StepState::Failed:
        return words(QT_TRANSLATE_NOOP("StepState", "failed"));
    }
    Q_UNREACHABLE();
}

Colour stepLineColour(StepState state)
{
    return state == StepState::Done ? Colour::Ok : Colour::Control;
}

void paintStepDot(QPainter &painter, const Theme &theme, const QRect &box, const StepDot &dot)
{
    constexpr double kEdge = 1.5;
    const DotLook look = lookOf(dot.state);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(look.edge), kEdge));
    painter.setBrush(theme.colour(look.ground));
    painter.drawEllipse(QRectF(box).adjusted(kEdge / 2, kEdge / 2, -kEdge / 2, -kEdge / 2));
    const QString icon = iconOf(dot);
    if (!icon.isEmpty()) {
        const int side = theme.iconSize(box.height() >= theme.iconSize(28) ? 16 : 14);
        const QPoint corner = box.center() - QPoint(side / 2 - 1, side / 2 - 1);
        painter.drawPixmap(corner, theme.pixmap(icon, side, look.mark, painter.device()->devicePixelRatio()));
    } else {
        painter.setFont(theme.font(TextStyle::Heading));
        painter.setPen(theme.colour(look.mark));
        painter.drawText(box, Qt::AlignCenter, QLocale().toString(dot.number));
    }
    painter.restore();
}

} // namespace tokensmith::ui
