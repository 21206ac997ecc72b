// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "ui/common/theme.h"

#include <QWidget>

class QGridLayout;
class QTimer;
class QToolButton;

namespace tokensmith::ui {

class Label;
class LifetimeRail;
class Paragraph;

/** The Lifetime section of the details: rail, times, addresses, id. */
class TokenFacts : public QWidget
{
    Q_OBJECT

public:
    explicit TokenFacts(const Theme &theme, QWidget *parent = nullptr);

    void setToken(const model::Token &token, const QDateTime &now);

private:
    /** A line of the grid: name at the left, value at the right. */
    struct Fact
    {
        Label *name = nullptr;
        Paragraph *value = nullptr;
    };

    [[nodiscard]] Fact addFact(const QString &objectName, const QString &name);
    static void setFact(const Fact &fact, const QString &value);
    void addIdLine();
    void copyId();
    void showCopyIcon();

    const Theme &m_theme;
    LifetimeRail *m_rail;
    QGridLayout *m_grid;
    Fact m_created;
    Fact m_lastUsed;
    Fact m_starts;
    Fact m_expires;
    Fact m_addresses;
    Label *m_id = nullptr;
    QToolButton *m_copy = nullptr;
    QTimer *m_copied;
    QString m_tokenId;
};

} // namespace tokensmith::ui
