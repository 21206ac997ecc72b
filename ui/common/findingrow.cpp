// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/findingrow.h"

#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

using Severity = FindingContent::Severity;

QString severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::High:
        return u"stop"_s;
    case Severity::Medium:
        return u"warn"_s;
    case Severity::Low:
        return u"info"_s;
    }
    Q_UNREACHABLE();
}

Colour severityColour(Severity severity)
{
    switch (severity) {
    case Severity::High:
        return Colour::Danger;
    case Severity::Medium:
        return Colour::Warn;
    case Severity::Low:
        return Colour::Text2;
    }
    Q_UNREACHABLE();
}

FindingRow::FindingRow(const Theme &theme, const QString &objectName, const FindingContent &content, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(objectName);
    setAccessibleName(content.title);
    setAccessibleDescription(content.why);
    auto *icon = new IconLabel(theme, 16, this);
    icon->setIcon(severityIcon(content.severity), severityColour(content.severity));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Paragraph(theme, {.style = TextStyle::Strong}, content.title, this));
    words->addWidget(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}, content.why, this));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, space::kTiny, 0, space::kTiny);
    row->setSpacing(10);
    row->addWidget(icon);
    row->addLayout(words, 1);
    if (content.fix.isEmpty())
        return;
    auto *fix =
        makeButton(theme, {.objectName = objectName + "Fix"_L1, .text = content.fix, .size = ControlSize::Small}, this);
    fix->setAccessibleDescription(content.title);
    connect(fix, &QPushButton::clicked, this, &FindingRow::fixRequested);
    row->addWidget(fix);
}

} // namespace tokensmith::ui
