// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"
#include "ui/common/message.h"

namespace tokensmith::ui {

class ClientKeysTable;
class SecretClipboard;

/** What the table of keys asks for, done or asked about first: policies, names, limits, ends. */
class KeyFlow final : public QObject
{
    Q_OBJECT

public:
    /** All outlive it. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        ClientsActions &actions;
        SecretClipboard &clipboard;
        QWidget &window; ///< dialogs open over its window
    };

    explicit KeyFlow(const Parts &parts, QObject *parent = nullptr);

    void follow(ClientKeysTable &table);

    void makeKey();

Q_SIGNALS:
    void said(const tokensmith::ui::MessageContent &content);

private:
    void setPolicy(const QString &name, clients::CallClass callClass, clients::Permission permission);
    void setSecrets(const QString &name, clients::SecretDelivery secrets);
    void rename(const QString &name);
    void limit(const QString &name);
    void revoke(const QString &name);
    void apply(const QString &name, const clients::ClientPolicy &policy);
    void report(const base::Result<base::Done> &result);
    [[nodiscard]] const clients::Client *find(const QString &name) const;

    Parts m_parts;
};

} // namespace tokensmith::ui
