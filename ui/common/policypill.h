// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>

class QMenu;
class QPainter;

namespace tokensmith::ui {

/** What a client may do without being asked. */
enum class PolicyChoice { Allow, Ask, Deny };

[[nodiscard]] QString policyWord(PolicyChoice choice);

/** Paints the pill, 24 × 76 or more, at the start of `room`. */
void paintPolicyPill(QPainter &painter, const Theme &theme, const QRect &room, PolicyChoice choice);
[[nodiscard]] QSize policyPillSize(const Theme &theme);

/** The pill as a button: a click or Space opens a menu with the three choices. */
class PolicyPill : public QAbstractButton
{
    Q_OBJECT

public:
    /** `subject` is what it is about, for the screen reader: "Create tokens". */
    PolicyPill(const Theme &theme, const QString &objectName, const QString &subject, QWidget *parent = nullptr);

    void setChoice(PolicyChoice choice); ///< does not emit chosen()
    [[nodiscard]] PolicyChoice choice() const { return m_choice; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(PolicyChoice choice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openMenu();

    const Theme &m_theme;
    QString m_subject;
    PolicyChoice m_choice = PolicyChoice::Ask;
    QMenu *m_menu;
};

} // namespace tokensmith::ui
