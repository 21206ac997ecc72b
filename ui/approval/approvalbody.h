// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/queueinggate.h"
#include "ui/common/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace tokensmith::ui {

class IconLabel;
class Label;
class Paragraph;

/** One request: what it would do, and what the person can choose with a yes. Made for it, and goes with it. */
class ApprovalBody final : public QWidget
{
    Q_OBJECT

public:
    ApprovalBody(const Theme &theme, const clients::ApprovalRequest &request, const QDateTime &now,
                 QWidget *parent = nullptr);

    [[nodiscard]] clients::QueueingGate::Remember remember() const;

    /** A yes, with the secret where the person wants it. */
    [[nodiscard]] clients::ApprovalAnswer approval() const;

    /** The call as JSON, at the end; null where there is nothing to show. */
    [[nodiscard]] QWidget *call() const { return m_call; }

private:
    void addSentences(const std::vector<clients::ApprovalWords> &sentences);
    void addDifferences(const std::vector<clients::ApprovalDifference> &differences, const QDateTime &now);
    void addWarnings(const std::vector<clients::ApprovalWords> &warnings);
    void addSecret();
    void addRemember();
    void addCall();
    void showSecret();

    const Theme &m_theme;
    const clients::ApprovalRequest m_request;
    QVBoxLayout *m_column; // these belong to the body as its children
    QComboBox *m_delivery = nullptr;
    IconLabel *m_secretIcon = nullptr;
    Label *m_secretTitle = nullptr;
    Paragraph *m_secretText = nullptr;
    QCheckBox *m_remember = nullptr;
    QWidget *m_call = nullptr;
};

} // namespace tokensmith::ui
