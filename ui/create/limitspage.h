// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/create/tokendraft.h"

#include <QWidget>

namespace tokensmith::ui {

class ComboBox;
class Field;
class Label;
class Theme;

/** Third page: how long the token works, and from where. Both outlive it. */
class LimitsPage final : public QWidget
{
    Q_OBJECT

public:
    LimitsPage(const Theme &theme, const base::Clock &clock, QWidget *parent = nullptr);

    void fill(TokenDraft &draft) const;
    void setAddresses(const QStringList &allow, const QStringList &deny);

    /** Adds an address to those it works from. */
    void addAddress(const QString &address);
    void setAddressError(const QString &sentence);
    void setDenyError(const QString &sentence);
    void setStartError(const QString &sentence);

    /** "90 days, 1 address" */
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void edited();
    void ownAddressWanted();

private:
    void showDate();

    const base::Clock &m_clock;
    ComboBox *m_expiry; // these belong to the page as its children
    Label *m_date;
    Field *m_allow;
    Field *m_deny;
    Field *m_start;
};

} // namespace tokensmith::ui
