// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/tokenservice.h"
#include "ui/common/theme.h"
#include "ui/create/reviewchecks.h"

#include <QWidget>

class QVBoxLayout;

namespace tokensmith::ui {

class InlineMessage;

/** How a line of the summary is set. */
struct FactLook
{
    Qt::Alignment label = Qt::AlignTop;
    TextStyle values = TextStyle::Body;
};

/** Fourth page: what Cloudflare will be asked for in words, and what to think twice about. */
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(const Theme &theme, QWidget *parent = nullptr);

    void showWaiting();
    void showError(const base::Error &error); ///< beside what is shown; with Try again if nothing is yet

    /** All in it is text from outside. */
    void showOutcome(const tokens::PreviewOutcome &outcome, const ReviewContext &context);

    /** A place at the end of the page for what stands beside it in a wide window. */
    [[nodiscard]] QVBoxLayout *room() const { return m_room; }

Q_SIGNALS:
    void retryRequested();
    void fixRequested(tokensmith::ui::ReviewFix fix);

private:
    void clear();
    QVBoxLayout *addFact(const QString &name, const QStringList &values, const FactLook &look = {});
    void addName(const QString &name);
    void addAddresses(const ReviewContext &context);
    void addCheck(const ReviewCheck &check);

    const Theme &m_theme;
    InlineMessage *m_message; // these belong to the page as its children
    QWidget *m_facts = nullptr;
    QWidget *m_checks = nullptr;
    QVBoxLayout *m_factRows;
    QVBoxLayout *m_checkRows;
    QWidget *m_factsCard;
    bool m_hasOutcome = false;
    QWidget *m_checksTitle;
    QWidget *m_checksCard;
    QVBoxLayout *m_room;
};

} // namespace tokensmith::ui
