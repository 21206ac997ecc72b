// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/create/tokendraft.h"

#include <QWidget>

namespace tokensmith::ui {

class ComboBox;
class DateField;
class Field;
class Paragraph;
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
    void setEndError(const QString &sentence);
    [[nodiscard]] QString ownAddress() const { return m_ownAddress; } ///< as far as it was asked for

    /** "90 days, 1 address" */
    [[nodiscard]] QString summary() const;

    /** Says at its field what can't be used. True if all can. */
    [[nodiscard]] bool check();

Q_SIGNALS:
    void edited();
    void ownAddressWanted();

private:
    void showDate();
    [[nodiscard]] QWidget *makeExpiry(const Theme &theme);
    [[nodiscard]] QWidget *makeStart(const Theme &theme);
    [[nodiscard]] std::optional<QDateTime> start() const; ///< nothing: at once
    [[nodiscard]] bool hasDate() const;                   ///< a day is chosen instead of a span
    [[nodiscard]] std::optional<QDateTime> end() const;

    const base::Clock &m_clock;
    QString m_ownAddress;
    ComboBox *m_expiry; // these belong to the page as its children
    DateField *m_day;
    Paragraph *m_date;
    Field *m_allow;
    Field *m_deny;
    ComboBox *m_start;
    DateField *m_startDay;
    Paragraph *m_startNote;
};

} // namespace tokensmith::ui
