// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "ui/create/draftwords.h"
#include "ui/create/permissionchoices.h"
#include "ui/create/tokendraft.h"

#include <QWidget>

class QBoxLayout;

namespace tokensmith::ui {

class ComboBox;
class Field;
class Label;
class PermissionPicker;
class SegmentedControl;
class Theme;
class ZonePicker;

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
    void showZonesLoading();
    void showZonesFailure(const QString &sentence);

    /** Takes a permission away, as if the person had done so in the list. */
    void decline(std::size_t choice);

    /** Writes what is chosen here into the draft. */
    void fill(TokenDraft &draft) const;
    [[nodiscard]] PlaceNames placeNames() const;
    [[nodiscard]] QString accountId() const; ///< empty: every account
    [[nodiscard]] const PermissionChoices &choices() const;

Q_SIGNALS:
    void edited();
    void accountChanged();
    void zonesWanted(); ///< those of accountId(), again
    void dashboardRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWhere();
    void refreshWhere();

    const Theme &m_theme;
    PermissionPicker *m_picker; // these belong to the page as its children
    ComboBox *m_account;
    SegmentedControl *m_which;
    ZonePicker *m_zones;
    Field *m_buckets;
    QBoxLayout *m_places = nullptr; ///< account and zones beside each other, or below
};

} // namespace tokensmith::ui
