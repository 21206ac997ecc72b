// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeclock.h"
#include "ui/approval/approvalwindow.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace tokensmith::test {

class GateSource final : public ui::ApprovalSource
{
public:
    GateSource(clients::QueueingGate &gate, const base::Clock &clock)
        : m_gate(gate)
        , m_clock(clock)
    {
        connect(&gate, &clients::QueueingGate::added, this, &ApprovalSource::changed);
        connect(&gate, &clients::QueueingGate::removed, this, &ApprovalSource::changed);
    }
    [[nodiscard]] std::vector<clients::WaitingApproval> waiting() const override { return m_gate.waiting(); }
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }
    void answer(quint64 id, const clients::ApprovalAnswer &answer, clients::QueueingGate::Remember remember) override
    {
        remembered = remember;
        m_gate.answer(id, answer, remember);
    }

    clients::QueueingGate::Remember remembered = clients::QueueingGate::Remember::No;

private:
    clients::QueueingGate &m_gate;
    const base::Clock &m_clock;
};

/** As in the design's picture. */
inline clients::ApprovalRequest dnsToken()
{
    using namespace Qt::StringLiterals;
    return {.client = u"Claude Desktop"_s,
            .tool = u"create_token"_s,
            .title = u"Create a token"_s,
            .callClass = clients::CallClass::Create,
            .secret = clients::ApprovalRequest::Secret::Given,
            .effect = {
                .sentences = {{.lead = u"ci-dns-records"_s, .text = u"would be a new token, and so on."_s},
                              {.lead = u"In the zone harbourlabs.example:"_s, .text = u"Edit DNS. Read Zone."_s}},
                .details = {{u"method"_s, u"POST"_s}, {u"path"_s, u"/user/tokens"_s}},
                .facts = clients::ApprovalFacts{.permissions = {u"DNS Edit"_s, u"Zone Read"_s},
                                                .places = {u"The zone harbourlabs.example"_s},
                                                .owner = model::Owner::account(u"a"_s),
                                                .ownerName = u"Harbour Labs"_s,
                                                .expiresOn = QDateTime(QDate(2026, 12, 23), QTime(10, 24), Qt::UTC)},
                .warnings = {{.lead = u"Works from any address."_s, .text = u"No IP limit is set."_s}},
            }};
}

inline clients::ApprovalRequest longOne()
{
    using namespace Qt::StringLiterals;
    clients::ApprovalRequest request = dnsToken();
    for (int i = 0; i < 30; ++i)
        request.effect.sentences.push_back({.lead = u"In the zone %1:"_s.arg(i), .text = u"Edit DNS."_s});
    return request;
}

/** The window over a real queue; a clock that stands. */
struct ApprovalFixture
{
    using Answer = std::shared_ptr<std::optional<clients::ApprovalAnswer>>;

    ~ApprovalFixture()
    {
        gate.closeAll({});
        QCoreApplication::processEvents(); // tasks end before what they use
    }

    /** What becomes of the request: filled once it is answered. */
    Answer ask(const clients::ApprovalRequest &request, const base::CancelToken &cancel = {})
    {
        auto answer = std::make_shared<std::optional<clients::ApprovalAnswer>>();
        gate.ask(request, cancel).then([answer](const clients::ApprovalAnswer &given) { *answer = given; });
        return answer;
    }

    /** Waits until a person could press keys in it. */
    [[nodiscard]] bool isUp() const
    {
        return QTest::qWaitFor([this] { return window->isVisible(); }) && QTest::qWaitForWindowActive(window.get());
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1StringView(name));
    }
    [[nodiscard]] QPushButton *approve() const { return find<QPushButton>("approvalApprove"); }
    [[nodiscard]] QPushButton *deny() const { return find<QPushButton>("approvalDeny"); }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }

    ui::ThemeController theme{*qApp};
    FakeClock clock{QDateTime(QDate(2026, 11, 23), QTime(10, 24, 6), Qt::UTC)};
    clients::QueueingGate gate{clock, {.lookEvery = std::chrono::milliseconds(1)}};
    GateSource source{gate, clock};
    std::unique_ptr<ui::ApprovalWindow> window = std::make_unique<ui::ApprovalWindow>(theme.theme(), source);
};

} // namespace tokensmith::test
