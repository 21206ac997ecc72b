// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/approvalcontroller.h"

#include "core/base/text.h"
#include "ui/approval/approvalwords.h"

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using clients::QueueingGate;

const QString ApprovalController::kTopic = u"approval"_s;

ApprovalController::ApprovalController(const Parts &parts, QObject *parent)
    : ApprovalSource(parent)
    , m_parts(parts)
    , m_queue(parts.services.clients().queue())
{
    if (!m_queue)
        return;
    connect(m_queue, &QueueingGate::added, this, &ApprovalController::onChanged);
    connect(m_queue, &QueueingGate::removed, this, &ApprovalController::onChanged);
    connect(&m_parts.settings, &settings::SettingsStore::changed, this, &ApprovalController::applySettings);
    applySettings();
}

void ApprovalController::applySettings()
{
    m_queue->setPatience(m_parts.settings.current().denyApprovalAfter);
}

std::vector<clients::WaitingApproval> ApprovalController::waiting() const
{
    return m_queue ? m_queue->waiting() : std::vector<clients::WaitingApproval>();
}

void ApprovalController::answer(quint64 id, const clients::ApprovalAnswer &answer, QueueingGate::Remember remember)
{
    if (m_queue)
        m_queue->answer(id, answer, remember);
}

void ApprovalController::onChanged()
{
    const std::vector<clients::WaitingApproval> all = waiting();
    const int before = std::exchange(m_told, static_cast<int>(all.size()));
    if (all.empty()) {
        m_parts.notifications.withdraw(kTopic);
    } else if (before == 0 && m_parts.settings.current().notifyApprovals) {
        const clients::ApprovalRequest &request = all.front().request;
        const std::vector<clients::ApprovalWords> &sentences = request.effect.sentences;
        const QString name = sentences.empty() ? QString() : base::plainLine(sentences.front().lead, 80);
        m_parts.notifications.show({.topic = kTopic,
                                    .title = ui::titleOf(request),
                                    .body = name,
                                    .action = tr("Show"),
                                    .urgency = platform::Notification::Urgency::Critical});
    }
    Q_EMIT changed();
}

} // namespace tokensmith::app
