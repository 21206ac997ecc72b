// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/density.h"
#include "ui/window/navigationcard.h"

class QMenu;
class QToolButton;

namespace tokensmith::ui {

class BadgeLabel;
class ElidedLabel;
class IconLabel;

/** What the window works with. Names come from Cloudflare: plain text only. */
struct ConnectionSummary
{
    enum class Kind {
        None,
        User,
        Account,
        Sandbox, ///< the simulated Cloudflare; marked on every page
    };

    Kind kind = Kind::None;
    QString name = {};   ///< of the person or account; empty where it can't be read
    QString detail = {}; ///< instead of the kind's own second line
};

/** The card above the pages that says whose tokens these are, and above all when they are not real; opens a menu. */
class ConnectionCard final : public NavigationCard
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    explicit ConnectionCard(const Theme &theme, QWidget *parent = nullptr);

    void setConnection(const ConnectionSummary &connection);
    void setDensity(Density density);
    void setMenu(QMenu *menu); ///< becomes the card's

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    ConnectionSummary m_connection;
    Density m_density = Density::Full;
    IconLabel *m_icon; // these belong to the card as its children
    ElidedLabel *m_name;
    ElidedLabel *m_detail;
    BadgeLabel *m_badge;
    IconLabel *m_chevron;
    QToolButton *m_button; ///< over all of them
};

} // namespace tokensmith::ui
