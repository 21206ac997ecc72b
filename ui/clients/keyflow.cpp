// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/keyflow.h"

#include "ui/clients/clientkeystable.h"
#include "ui/clients/limitsdialog.h"
#include "ui/clients/newkeydialog.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/times.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using clients::CallClass;
using clients::Client;
using clients::ClientPolicy;
using clients::Permission;
using clients::SecretDelivery;

KeyFlow::KeyFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void KeyFlow::follow(ClientKeysTable &table)
{
    connect(&table, &ClientKeysTable::policyChosen, this, &KeyFlow::setPolicy);
    connect(&table, &ClientKeysTable::secretsChosen, this, &KeyFlow::setSecrets);
    connect(&table, &ClientKeysTable::standingChosen, this, [this](const QString &name, clients::KeyStanding standing) {
        report(m_parts.actions.setStanding(name, standing));
    });
    connect(&table, &ClientKeysTable::renameRequested, this, &KeyFlow::rename);
    connect(&table, &ClientKeysTable::limitsRequested, this, &KeyFlow::limit);
    connect(&table, &ClientKeysTable::revokeRequested, this, &KeyFlow::revoke);
}

const Client *KeyFlow::find(const QString &name) const
{
    const std::vector<Client> &keys = m_parts.actions.keys();
    const auto at = std::find_if(keys.begin(), keys.end(), [&name](const Client &key) { return key.name == name; });
    return at == keys.end() ? nullptr : &*at;
}

void KeyFlow::report(const base::Result<base::Done> &result)
{
    if (!result)
        Q_EMIT said({.tone = Tone::Danger, .title = result.error().message, .details = errorDetails(result.error())});
}

void KeyFlow::apply(const QString &name, const ClientPolicy &policy)
{
    report(m_parts.actions.setPolicy(name, policy));
}

void KeyFlow::setPolicy(const QString &name, CallClass callClass, Permission permission)
{
    const Client *client = find(name);
    if (!client)
        return;
    ClientPolicy policy = client->policy;
    policy.set(callClass, permission);
    apply(name, policy);
}

void KeyFlow::setSecrets(const QString &name, SecretDelivery secrets)
{
    const Client *client = find(name);
    if (!client || client->policy.secrets == secrets)
        return;
    ClientPolicy policy = client->policy;
    policy.secrets = secrets;
    if (secrets == SecretDelivery::Hidden) {
        apply(name, policy);
        return;
    }
    auto *dialog = new ConfirmDialog(
        m_parts.theme,
        {.objectName = u"inlineSecrets"_s,
         .icon = u"eye"_s,
         .title = tr("Give secrets to %1?", "a client key").arg(keyTitle(*client)),
         .text = tr("The secret of every token it makes or rolls goes into its answers, and so into the conversation "
                    "with the model and wherever that is kept."),
         .verb = tr("Give secrets")},
        &m_parts.window);
    connect(dialog, &QDialog::accepted, this, [this, name] {
        const Client *present = find(name);
        if (!present)
            return;
        ClientPolicy next = present->policy;
        next.secrets = SecretDelivery::Inline;
        apply(name, next);
    });
    dialog->open();
}

void KeyFlow::makeKey()
{
    auto *dialog = new NewKeyDialog(
        {.theme = m_parts.theme, .actions = m_parts.actions, .clipboard = m_parts.clipboard}, &m_parts.window);
    dialog->open();
}

void KeyFlow::rename(const QString &name)
{
    const Client *client = find(name);
    if (!client)
        return;
    auto *dialog = new FormDialog(m_parts.theme,
                                  {.objectName = u"renameKey"_s,
                                   .title = tr("Rename %1", "a client key").arg(keyTitle(*client)),
                                   .verb = tr("Rename"),
                                   .width = 420},
                                  &m_parts.window);
    auto *field = new Field(m_parts.theme,
                            {.objectName = u"renameKeyName"_s,
                             .label = tr("Name"),
                             .hint = tr("Calls that are open now end. The key stays the same.")},
                            dialog);
    field->edit()->setText(name);
    field->edit()->selectAll();
    dialog->body()->addWidget(field);
    dialog->body()->addStretch(1);
    dialog->fit();
    connect(field->edit(), &QLineEdit::textEdited, field, [field] { field->setError({}); });
    connect(dialog, &FormDialog::confirmed, this, [this, dialog, field, name] {
        const QString wanted = field->edit()->text().trimmed();
        const base::Result<base::Done> done =
            wanted == name ? base::Result<base::Done>(base::Done{}) : m_parts.actions.renameKey(name, wanted);
        if (done) {
            dialog->accept();
        } else if (done.error().field == "name"_L1) {
            field->setError(done.error().message);
            dialog->fit();
        } else {
            dialog->showProblem(done.error());
        }
    });
    dialog->open();
    field->edit()->setFocus();
}

void KeyFlow::limit(const QString &name)
{
    const Client *client = find(name);
    if (!client)
        return;
    auto *dialog = new LimitsDialog(m_parts.theme, m_parts.actions, *client, &m_parts.window);
    dialog->open();
}

void KeyFlow::revoke(const QString &name)
{
    const Client *client = find(name);
    if (!client)
        return;
    const QString use = client->seenAt ? tr("It was last used %1.").arg(agoWords(*client->seenAt, m_parts.clock.now()))
                                       : tr("It was never used.");
    auto *dialog =
        new ConfirmDialog(m_parts.theme,
                          {.objectName = u"revokeKey"_s,
                           .title = tr("Revoke the key %1?").arg(keyTitle(*client)),
                           .text = tr("%1 Whatever uses it is refused at once. Tokens it made stay.", "use").arg(use),
                           .verb = tr("Revoke")},
                          &m_parts.window);
    connect(dialog, &QDialog::accepted, this, [this, name] { report(m_parts.actions.revokeKey(name)); });
    dialog->open();
}

} // namespace tokensmith::ui
