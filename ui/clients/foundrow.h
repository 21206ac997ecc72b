// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace tokensmith::ui {

class BadgeLabel;
class ElidedLabel;
class Label;
class Theme;

/** One client of the FoundCard. Children: `clientAct-<id>`, `clientDisconnect-<id>`. `theme` outlives it. */
class FoundRow final : public QWidget
{
    Q_OBJECT

public:
    FoundRow(const Theme &theme, const FoundClient &client, QWidget *parent = nullptr);

    void setClient(const FoundClient &client);
    [[nodiscard]] QString clientId() const { return m_client.place.id; }

    enum class Mark { None, Chosen };
    void setMark(Mark mark);

    void focusButton();

Q_SIGNALS:
    void connectRequested();
    void disconnectRequested();
    void reasonRequested(const tokensmith::ui::FoundClient &client);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void act();

    const Theme &m_theme;
    FoundClient m_client;
    Mark m_mark = Mark::None;
    ElidedLabel *m_name; // these belong to the row as its children
    BadgeLabel *m_badge;
    Label *m_preview;
    QPushButton *m_act;
    QToolButton *m_disconnect;
};

} // namespace tokensmith::ui
