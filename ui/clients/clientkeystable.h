// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientkeysmodel.h"
#include "ui/common/table.h"

class QMenu;

namespace tokensmith::ui {

/**
 * The table of client keys, as high as its rows. A click on a policy, on the secrets or on the dots opens its menu;
 * so do Space and Enter in the current cell, and on the limits their dialog. F2 renames, Del revokes. It only says what
 * was chosen. Both outlive it.
 */
class ClientKeysTable final : public Table
{
    Q_OBJECT

public:
    ClientKeysTable(const Theme &theme, ClientKeysModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void policyChosen(const QString &name, tokensmith::clients::CallClass callClass,
                      tokensmith::clients::Permission permission);
    void secretsChosen(const QString &name, tokensmith::clients::SecretDelivery secrets);
    void standingChosen(const QString &name, tokensmith::clients::KeyStanding standing);
    void renameRequested(const QString &name);
    void limitsRequested(const QString &name);
    void revokeRequested(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void activateCell(const QModelIndex &index);
    void popUp(QMenu *menu, const QModelIndex &index);
    [[nodiscard]] QMenu *makeMenu(const QString &objectName, const QString &name);
    [[nodiscard]] QMenu *policyMenu(const clients::Client &client, clients::CallClass callClass);
    [[nodiscard]] QMenu *secretsMenu(const clients::Client &client);
    [[nodiscard]] QMenu *rowMenu(const clients::Client &client);
    void applyHeights();
    void applyWidths();

    const Theme &m_theme;
    ClientKeysModel &m_model;
    QString m_currentName; ///< found again after all rows are new
};

} // namespace tokensmith::ui
