// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/tokenservice.h"

#include <QWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace tokensmith::ui {

class InlineMessage;
class Theme;

/** Fourth page: what Cloudflare will be asked for, in words and as JSON, and what to think twice about. */
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(const Theme &theme, QWidget *parent = nullptr);

    void showWaiting();
    void showError(const base::Error &error);
    /** `ownerName` and all of the outcome are text from outside. */
    void showOutcome(const tokens::PreviewOutcome &outcome, const QString &ownerName, const QDateTime &now);

private:
    void clear();
    void addFact(const QString &name, const QString &value);

    const Theme &m_theme;
    InlineMessage *m_message; // these belong to the page as its children
    QWidget *m_facts;
    QVBoxLayout *m_rows;
    QPlainTextEdit *m_json;
};

} // namespace tokensmith::ui
