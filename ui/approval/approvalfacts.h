// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/approval.h"
#include "ui/common/theme.h"

#include <QWidget>

class QGridLayout;

namespace tokensmith::ui {

/** What is known of the token, one line each: permissions as badges, resources, owner, valid, addresses. */
class ApprovalFactsView final : public QWidget
{
    Q_OBJECT

public:
    ApprovalFactsView(const Theme &theme, const clients::ApprovalFacts &facts, const QDateTime &now,
                      QWidget *parent = nullptr);

private:
    void add(const QString &objectName, const QString &name, const QString &value);
    void addPermissions(const QStringList &permissions);
    void addName(const QString &name, int row);

    const Theme &m_theme;
    QGridLayout *m_grid;
};

} // namespace tokensmith::ui
