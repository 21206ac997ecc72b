// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/clients/approval.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <list>
#include <memory>
#include <optional>

namespace tokensmith::clients {

class OpenApproval;

/** A request that waits, as a window shows it. */
struct WaitingApproval
{
    quint64 id = 0; ///< never used twice in a run
    ApprovalRequest request = {};
    QDateTime since = {};
    QDateTime until = {}; ///< when it counts as denied
};

/**
 * Keeps requests until somebody answers them, and shows them to whoever listens: no window in here. What is not
 * answered in time, closed, or one too many is refused. Memory is bounded by the limits, whatever clients send.
 */
class QueueingGate final : public QObject, public ApprovalGate
{
    Q_OBJECT

public:
    struct Limits
    {
        int mostPerClient = 8;
        int most = 32;
        std::chrono::seconds patience{120};
        std::chrono::milliseconds lookEvery{1000}; ///< how often, while any waits, it is looked who waited too long
    };

    /** `clock` outlives this. */
    QueueingGate(const base::Clock &clock, Limits limits, QObject *parent = nullptr);
    ~QueueingGate() override;

    [[nodiscard]] QCoro::Task<ApprovalAnswer> ask(ApprovalRequest request, base::CancelToken cancel) override;

    /** Oldest first. */
    [[nodiscard]] std::vector<WaitingApproval> waiting() const;

    enum class Remember {
        No,
        TenMinutes, ///< an approval answers the same tool of the same client until then; secrets stay hidden
    };

    /** The person's word. Nothing happens where the request is gone. */
    void answer(quint64 id, ApprovalAnswer answer, Remember remember = Remember::No);

    /** Refuses all that wait and forgets what was remembered: the program is locked or ends. */
    void closeAll(const QString &reason);
    /** The same for one client: its key was paused, revoked or changed. */
    void closeOf(const QString &client, const QString &reason);

    /** For requests from now on. */
    void setPatience(std::chrono::seconds patience) { m_limits.patience = patience; }

    static constexpr std::chrono::minutes kRemembered{10};

Q_SIGNALS:
    void added(quint64 id);
    void removed(quint64 id); ///< answered or closed

private:
    using Subject = std::pair<QString, QString>; // client, tool

    [[nodiscard]] std::optional<ApprovalAnswer> answerAtOnce(const ApprovalRequest &request) const;
    [[nodiscard]] std::shared_ptr<OpenApproval> open(ApprovalRequest request);
    void close(quint64 id, ApprovalAnswer answer);
    void closeOverdue();
    void remember(const Subject &subject);

    const base::Clock &m_clock;
    Limits m_limits;
    quint64 m_lastId = 0;
    std::list<std::shared_ptr<OpenApproval>> m_open;
    QHash<Subject, QDateTime> m_remembered; // until when
    QTimer m_look;
};

} // namespace tokensmith::clients
