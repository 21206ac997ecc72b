// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;

namespace tokensmith::ui {

class Theme;

/**
 * A page's main part with a pane at the right: beside it, with a handle between them, or, where there is no room, over
 * the main part's right side until it is closed. Takes over both widgets.
 */
class SidePane : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Beside, Over };

    SidePane(const Theme &theme, QWidget *main, QWidget *pane, QWidget *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    void openPane();
    void closePane();
    [[nodiscard]] bool isPaneOpen() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int usualWidth() const;
    void placeBeside();
    void placeOver();

    const Theme &m_theme;
    QSplitter *m_splitter;
    QWidget *m_pane;
    bool m_moved = false; ///< the person has chosen a width
    QWidget *m_edge;      ///< the line at the pane's side in mode Over
    Mode m_mode = Mode::Beside;
};

} // namespace tokensmith::ui
