// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/zonemodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tokensmith::ui {

class Field;
class Paragraph;
class Theme;
class ZoneList;

/**
 * Chooses zones of an account: a search above names to tick. Says so while they are loaded, when there are none, and
 * when they can't be had, with Try again. Children: `createFindZone`, `createZones`, `createZonesRetry`.
 */
class ZonePicker final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    explicit ZonePicker(const Theme &theme, QWidget *parent = nullptr);

    void showLoading();
    void showNoAccount(); ///< no account is chosen, so there is no list
    void showFailure(const QString &sentence);
    void setZones(const std::vector<model::Zone> &zones);
    void setChosen(const QStringList &zoneIds); ///< may come before the zones

    [[nodiscard]] int zoneCount() const { return m_model.zoneCount(); }
    [[nodiscard]] std::vector<model::Zone> chosen() const { return m_model.chosenZones(); }

Q_SIGNALS:
    void edited();
    void retryRequested();

private:
    enum class View { List, Words };

    void show(View view, const QString &words = {});
    void refilter();

    ZoneModel m_model;
    Field *m_find; // these belong to the picker as its children
    ZoneList *m_list;
    Paragraph *m_words;
    QPushButton *m_retry;
};

} // namespace tokensmith::ui
