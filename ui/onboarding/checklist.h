// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/onboarding/firstrunactions.h"

#include <QWidget>

#include <array>

namespace tokensmith::ui {

class CheckRow;
class InlineMessage;
class Theme;

/** Step 3: the four checks, which turn into done or failed one by one, and what was found. */
class CheckList final : public QWidget
{
    Q_OBJECT

public:
    enum class State { NotStarted, Running, Done, Failed };

    /** `theme` outlives it. */
    explicit CheckList(const Theme &theme, QWidget *parent = nullptr);
    ~CheckList() override;

    void reset();
    void start(); ///< resets; the first check runs
    void pass(BootstrapCheck check);
    void fail(BootstrapCheck check, const base::Error &error);

    /** The check waits for something from the person; `advice` says what. */
    void hold(BootstrapCheck check, const QString &advice);

    void showFound(const FoundConnection &connection);
    void showProblem(const base::Error &error); ///< after the checks, while saving

    [[nodiscard]] State state(BootstrapCheck check) const;

private:
    static constexpr std::size_t kChecks = 4;

    [[nodiscard]] CheckRow &row(BootstrapCheck check) const { return *m_rows[static_cast<std::size_t>(check)]; }

    std::array<CheckRow *, kChecks> m_rows; // children, as is the message
    InlineMessage *m_message;
};

} // namespace tokensmith::ui
