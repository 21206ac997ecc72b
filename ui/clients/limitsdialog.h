// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"
#include "ui/clients/formdialog.h"

class QListWidget;

namespace tokensmith::ui {

class Field;
class Label;

/** What narrows the calls of a key: accounts, templates, longest lifetime. Nothing ticked is no limit. */
class LimitsDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** `actions` and `theme` outlive it. */
    LimitsDialog(const Theme &theme, ClientsActions &actions, const clients::Client &client, QWidget *parent);

private:
    struct Item
    {
        QString id;
        QString words;
    };
    [[nodiscard]] QListWidget *addList(const QString &objectName, const QString &label, const QList<Item> &items,
                                       const QStringList &ticked);
    void save();

    ClientsActions &m_actions;
    QString m_client;
    clients::ClientPolicy m_policy;
    QListWidget *m_accounts; // these belong to the dialog as its children
    Label *m_accountsError;
    QListWidget *m_templates;
    Field *m_lifetime;
};

} // namespace tokensmith::ui
