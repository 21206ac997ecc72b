// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/activity/activitysource.h"

#include <QDialog>

class QButtonGroup;
class QPushButton;

namespace tokensmith::ui {

struct MessageContent;
class InlineMessage;
class ProgressLine;
class Theme;

/**
 * Asks in which format and into which file the activity goes, and shows how far writing is. The file chooser asks
 * before it replaces a file. Shown by open(), deletes itself when closed; Cancel stops the writing and leaves no file.
 */
class ActivityExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /** All outlive the dialog. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        ActivitySource &source;
        QString folder = {}; ///< where the file chooser begins
    };

    ActivityExportDialog(Parts parts, QWidget *parent);
    ~ActivityExportDialog() override; ///< stops writing

    /** Writes into this file; for the file chooser and for tests. */
    void writeTo(const QString &path);

Q_SIGNALS:
    void written(const tokensmith::ui::MessageContent &result, const QString &path);

private:
    void build();
    [[nodiscard]] QWidget *makeFooter();
    [[nodiscard]] ActivityFormat format() const;
    void choosePlace();
    void showProgress(qint64 done, qint64 all);
    void finish(const ActivityExported &exported);

    Parts m_parts;
    QButtonGroup *m_formats = nullptr; // these belong to the dialog as its children
    InlineMessage *m_message = nullptr;
    ProgressLine *m_progress = nullptr;
    QPushButton *m_save = nullptr;
    QString m_path; ///< empty: nothing is being written
};

} // namespace tokensmith::ui
