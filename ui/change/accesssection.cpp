// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/accesssection.h"

#include "core/catalog/accesswords.h"
#include "ui/common/buttons.h"
#include "ui/common/paragraph.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

AccessSection::AccessSection(const AccessDialog::Parts &parts, const model::Token &token, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_token(token)
    , m_reason(whyNotEditable(token))
    , m_words(new Paragraph(parts.theme, {.colour = Colour::Text2}))
    , m_choose(makeButton(
          parts.theme,
          {.objectName = u"editAccess"_s, .text = tr("Change permissions and places…"), .size = ControlSize::Small}))
    , m_keep(makeButton(parts.theme,
                        {.objectName = u"editAccessKeep"_s, .text = tr("Leave as it is"), .size = ControlSize::Small}))
    , m_dashboard(makeButton(parts.theme, {.objectName = u"editDashboard"_s,
                                           .text = tr("Open in the Cloudflare dashboard"),
                                           .icon = u"ext"_s,
                                           .size = ControlSize::Small}))
{
    m_words->setObjectName(u"editAccessWords"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    for (QPushButton *button : {m_choose, m_keep, m_dashboard})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(new Label(parts.theme, {.style = TextStyle::Strong}, tr("What it can do")));
    column->addWidget(m_words);
    column->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &AccessSection::choose);
    connect(m_dashboard, &QPushButton::clicked, this, &AccessSection::dashboardWanted);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        m_change.reset();
        showWords();
        m_choose->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    showWords();
}

void AccessSection::showWords()
{
    const QString can = catalog::accessSummary(m_change ? m_change->policies : m_token.policies);
    if (m_reason.isEmpty())
        m_words->setText(m_change ? tr("%1, once you save.").arg(can) : tr("%1.").arg(can));
    else
        m_words->setText(tr("%1. %2 It is changed in the Cloudflare dashboard.").arg(can, m_reason));
    m_choose->setVisible(m_reason.isEmpty());
    m_keep->setVisible(m_change.has_value());
    m_dashboard->setVisible(!m_reason.isEmpty() && m_hasDashboard == Dashboard::Shown);
}

void AccessSection::hideDashboard()
{
    m_hasDashboard = Dashboard::Hidden;
    showWords();
}

QWidget *AccessSection::firstStop() const
{
    if (m_reason.isEmpty())
        return m_choose;
    return m_hasDashboard == Dashboard::Shown ? m_dashboard : nullptr;
}

void AccessSection::choose()
{
    model::Token token = m_token;
    if (m_change)
        token.policies = m_change->policies;
    auto *dialog = new AccessDialog(m_parts, token, window()); // deletes itself when closed
    if (m_hasDashboard == Dashboard::Hidden)
        dialog->hideDashboard();
    connect(dialog, &AccessDialog::dashboardWanted, this, &AccessSection::dashboardWanted);
    connect(dialog, &AccessDialog::notEditable, this, [this](const QString &reason) {
        if (!m_change) // else it is only what was chosen here that can't be chosen further
            m_reason = reason;
        showWords();
    });
    connect(dialog, &AccessDialog::applied, this, [this](const AccessChange &change) {
        m_change = change;
        if (model::sameGrants(change.policies, m_token.policies))
            m_change.reset();
        showWords();
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace tokensmith::ui
