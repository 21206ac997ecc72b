// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace tokensmith::ui {

/** A bordered frame, with a title line of 44 px if a title is given; content goes into body(). */
class Card : public QFrame
{
    Q_OBJECT

public:
    Card(const Theme &theme, const QString &objectName, const QString &title = {}, QWidget *parent = nullptr);

    /** Has the inset of a card; owned by the card. */
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

    /** The title line, for what stands beside the title; null without a title. */
    [[nodiscard]] QHBoxLayout *head() const { return m_head; }

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_head = nullptr;
};

} // namespace tokensmith::ui
