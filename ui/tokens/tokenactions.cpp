// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenactions.h"

#include "core/base/text.h"
#include "core/tokens/findings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <utility>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using model::Fix;

namespace {

/** The dashboard's page with the tokens of that owner; it has no address for one token. */
QUrl dashboardOf(const model::Owner &owner)
{
    if (owner.kind == model::Owner::Kind::User)
        return QUrl(u"https://dash.cloudflare.com/profile/api-tokens"_s);
    return QUrl(u"https://dash.cloudflare.com/%1/api-tokens"_s.arg(owner.accountId));
}

QString withKeys(const QAction &action)
{
    const QString words = QString(action.text()).remove(u'…');
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys);
}

void copy(const QStringList &lines)
{
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace

TokenActions::TokenActions(std::function<std::vector<model::Token>()> selected, QObject *parent)
    : QObject(parent)
    , m_selected(std::move(selected))
    , m_rotate(add(u"actionRotate"_s, tr("Rotate…"), Qt::CTRL | Qt::Key_R))
    , m_edit(add(u"actionEdit"_s, tr("Edit…"), Qt::Key_F2))
    , m_toggle(add(u"actionToggle"_s, tr("Disable"), Qt::CTRL | Qt::Key_D))
    , m_roll(add(u"actionRoll"_s, tr("Roll secret…"), Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , m_revoke(add(u"actionRevoke"_s, tr("Revoke…"), Qt::Key_Delete))
    , m_copyId(add(u"actionCopyId"_s, tr("Copy ID"), QKeySequence::Copy))
    , m_copyName(add(u"actionCopyName"_s, tr("Copy name")))
    , m_dashboard(add(u"actionDashboard"_s, tr("Open in the Cloudflare dashboard")))
    , m_export(add(u"actionExport"_s, tr("Export…"), Qt::CTRL | Qt::Key_E))
{
    m_rotate->setVisible(false);
    connectAll();
    refresh();
}

QAction *TokenActions::add(const QString &objectName, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void TokenActions::connectAll()
{
    connect(m_rotate, &QAction::triggered, this, [this] { Q_EMIT rotateRequested(m_selected()); });
    connect(m_edit, &QAction::triggered, this, [this] { requestEdit(EditPlace::Name); });
    connect(m_toggle, &QAction::triggered, this, [this] { Q_EMIT toggleRequested(m_selected()); });
    connect(m_roll, &QAction::triggered, this, [this] {
        const std::vector<model::Token> tokens = m_selected();
        if (!tokens.empty())
            Q_EMIT rollRequested(tokens.front());
    });
    connect(m_revoke, &QAction::triggered, this, [this] { Q_EMIT revokeRequested(m_selected()); });
    connect(m_copyId, &QAction::triggered, this, [this] {
        QStringList ids;
        for (const model::Token &token : m_selected())
            ids += token.id;
        copy(ids);
    });
    connect(m_copyName, &QAction::triggered, this, [this] {
        QStringList names;
        for (const model::Token &token : m_selected())
            names += base::plainLine(token.name);
        copy(names);
    });
    connect(m_dashboard, &QAction::triggered, this, [this] {
        const std::vector<model::Token> tokens = m_selected();
        if (!tokens.empty())
            Q_EMIT dashboardRequested(dashboardOf(tokens.front().owner));
    });
    connect(m_export, &QAction::triggered, this, &TokenActions::exportRequested);
}

void TokenActions::setSelection(const SelectionState &state)
{
    m_state = state;
    refresh();
}

void TokenActions::setChangesOff(const QString &reason)
{
    m_off = reason;
    refresh();
}

void TokenActions::refresh()
{
    const bool one = m_state.count == 1;
    const bool any = m_state.count > 0;
    m_toggle->setText(any && m_state.allDisabled ? tr("Enable") : tr("Disable"));
    const auto set = [this](QAction *action, bool on) {
        action->setEnabled(on && m_off.isEmpty());
        action->setToolTip(m_off.isEmpty() ? withKeys(*action) : m_off);
    };
    set(m_rotate, any);
    set(m_edit, one);
    set(m_toggle, any);
    set(m_roll, one);
    set(m_revoke, any);
    m_copyId->setEnabled(any);
    m_copyName->setEnabled(any);
    m_dashboard->setEnabled(one);
    for (QAction *action : {m_copyId, m_copyName, m_dashboard, m_export})
        action->setToolTip(withKeys(*action));
}

QMenu *TokenActions::makeMenu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setToolTipsVisible(!m_off.isEmpty());
    menu->addActions({m_rotate, m_edit, m_toggle, m_roll});
    menu->addSeparator();
    menu->addActions({m_copyId, m_copyName, m_dashboard, m_export});
    menu->addSeparator();
    menu->addAction(m_revoke);
    return menu;
}

void TokenActions::addKeysTo(QWidget &page, QWidget &list, QWidget &beside)
{
    list.addActions({m_rotate, m_edit, m_toggle, m_roll, m_copyId, m_revoke});
    beside.addActions({m_rotate, m_edit, m_toggle, m_roll, m_revoke});
    page.addAction(m_export);
}

Fix TokenActions::doableFix(const model::Finding &finding) const
{
    if (finding.fix != Fix::Rotate || m_rotate->isVisible())
        return finding.fix;
    return finding.rule.startsWith("expires"_L1) ? Fix::SetExpiry : Fix::Roll;
}

QAction *TokenActions::actionFor(const model::Finding &finding) const
{
    switch (doableFix(finding)) {
    case Fix::Rotate:
        return m_rotate;
    case Fix::Roll:
        return m_roll;
    case Fix::SetExpiry:
    case Fix::LimitAddresses:
    case Fix::Narrow:
        return m_edit;
    case Fix::Revoke:
        return m_revoke;
    }
    Q_UNREACHABLE();
}

QString TokenActions::wordsFor(const model::Finding &finding) const
{
    return tokens::fixWords(doableFix(finding));
}

void TokenActions::fix(const model::Finding &finding)
{
    switch (doableFix(finding)) {
    case Fix::SetExpiry:
        requestEdit(EditPlace::Expiry);
        return;
    case Fix::LimitAddresses:
        requestEdit(EditPlace::Addresses);
        return;
    case Fix::Narrow:
        requestEdit(EditPlace::Access);
        return;
    case Fix::Rotate:
    case Fix::Roll:
    case Fix::Revoke:
        actionFor(finding)->trigger();
        return;
    }
    Q_UNREACHABLE();
}

void TokenActions::requestEdit(EditPlace place)
{
    const std::vector<model::Token> tokens = m_selected();
    if (tokens.size() == 1)
        Q_EMIT editRequested(tokens.front(), place);
}

} // namespace tokensmith::ui
