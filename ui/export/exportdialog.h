// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/tokens/export/exporter.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QButtonGroup;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace tokensmith::ui {

struct MessageContent;
class InlineMessage;
class Theme;

/** A list that can be exported; `tokens` is asked for when the person has chosen it. */
struct ExportList
{
    QString objectName; ///< of its radio button
    QString words;      ///< "The 3 selected tokens"
    std::function<std::vector<model::Token>()> tokens;
};

/**
 * Asks which tokens go into a file, in which format and where, and writes it a slice at a time. The file chooser asks
 * before it replaces a file. Shown by open(), deletes itself when closed; Cancel stops the writing and leaves no file.
 */
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /** All outlive the dialog. */
    struct Parts
    {
        const Theme &theme;
        const base::Clock &clock;
        std::vector<ExportList> lists = {}; ///< the first one is chosen; at least one
        std::function<QString(const model::Owner &)> ownerName = {};
        QString folder = {}; ///< where the file chooser begins
    };

    ExportDialog(Parts parts, QWidget *parent);

    /** Writes what is chosen into this file; for the file chooser and for tests. */
    void writeTo(const QString &path);

Q_SIGNALS:
    /** The file is written; its folder can be opened. */
    void written(const tokensmith::ui::MessageContent &result, const QString &path);

private:
    void build();
    [[nodiscard]] QButtonGroup *addChoices(QVBoxLayout &column, const QString &title,
                                           const std::vector<std::pair<QString, QString>> &choices);
    [[nodiscard]] QWidget *makeFooter();
    [[nodiscard]] exports::Format format() const;
    void choosePlace();
    void work();
    void finish();

    Parts m_parts;
    QButtonGroup *m_lists = nullptr; // these belong to the dialog as its children
    QButtonGroup *m_formats = nullptr;
    InlineMessage *m_message = nullptr;
    QPushButton *m_save = nullptr;
    QTimer *m_working;
    std::unique_ptr<exports::Exporter> m_exporter;
    QString m_path;
};

} // namespace tokensmith::ui
