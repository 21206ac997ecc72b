// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "ui/create/permissionmodel.h"
#include "ui/create/tokendraft.h"

#include <QWidget>

class QListWidget;
class QLineEdit;

namespace tokensmith::ui {

class ComboBox;
class Field;
class Label;
class PermissionList;
class SegmentedControl;
class Theme;

/** Second page: what the token may do, and where. `theme` outlives it. */
class AccessPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessPage(const Theme &theme, QWidget *parent = nullptr);

    void setChoices(const PermissionChoices &choices);
    void setAccounts(const std::vector<model::Account> &accounts, const model::Owner &owner);
    void setZones(const std::vector<model::Zone> &zones);
    void setPlaces(const QString &accountId, const QStringList &zoneIds); ///< those a copy begins with

    /** Writes what is chosen here into the draft. */
    void fill(TokenDraft &draft) const;
    [[nodiscard]] QString accountId() const; ///< empty: every account
    [[nodiscard]] const PermissionChoices &choices() const { return m_model.choices(); }

Q_SIGNALS:
    void edited();
    void accountChanged();

private:
    [[nodiscard]] QWidget *makePicker();
    [[nodiscard]] QWidget *makeWhere();
    void refilter();
    void refreshCategories();
    void refreshZones();

    const Theme &m_theme;
    PermissionModel m_model;
    std::vector<model::Account> m_accounts;
    QStringList m_wantedZones;
    Field *m_search; // these belong to the page as its children
    Label *m_count;
    SegmentedControl *m_show;
    ComboBox *m_category;
    PermissionList *m_list;
    ComboBox *m_account;
    SegmentedControl *m_which;
    QLineEdit *m_findZone;
    QListWidget *m_zones;
};

} // namespace tokensmith::ui
