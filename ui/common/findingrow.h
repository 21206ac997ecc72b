// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QPushButton;

namespace tokensmith::ui {

/** Something a person should look at, with the button that mends it. */
struct FindingContent
{
    enum class Severity { High, Medium, Low };

    Severity severity = Severity::Medium;
    QString title;    ///< "Expires on 5 Dec"
    QString why;      ///< one line
    QString fix = {}; ///< "Rotate…"; empty: no button
};

[[nodiscard]] QString severityIcon(FindingContent::Severity severity);
[[nodiscard]] Colour severityColour(FindingContent::Severity severity);

/** One finding. The button is its child `<objectName>Fix`. */
class FindingRow : public QFrame
{
    Q_OBJECT

public:
    FindingRow(const Theme &theme, const QString &objectName, const FindingContent &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void fixRequested();
};

} // namespace tokensmith::ui
