// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/limitsdialog.h"

#include "core/base/text.h"
#include "ui/clients/clientwords.h"
#include "ui/common/bind.h"
#include "ui/common/field.h"
#include "ui/common/label.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsShown = 5;

QStringList tickedIn(const QListWidget *list)
{
    QStringList ids;
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == Qt::Checked)
            ids.append(list->item(row)->data(Qt::UserRole).toString());
    }
    return ids;
}

} // namespace

LimitsDialog::LimitsDialog(const Theme &theme, ClientsActions &actions, const clients::Client &client, QWidget *parent)
    : FormDialog(theme,
                 {.objectName = u"limitsDialog"_s,
                  .title = tr("Limits of %1", "a client key").arg(keyTitle(client)),
                  .verb = tr("Set limits")},
                 parent)
    , m_actions(actions)
    , m_client(client.name)
    , m_policy(client.policy)
{
    QList<Item> accounts;
    for (const model::Account &account : actions.accounts())
        accounts.append({.id = account.id, .words = base::plainLine(account.name, 80)});
    m_accounts = addList(u"limitsAccounts"_s, tr("Only in these accounts"), accounts, m_policy.limits.accounts);
    m_accountsError = new Label(theme, {.style = TextStyle::Small, .colour = Colour::Danger}, {}, this);
    m_accountsError->setObjectName(u"limitsAccountsError"_s);
    m_accountsError->hide();
    body()->addWidget(m_accountsError);
    QList<Item> templates;
    for (const catalog::Template &one : actions.templates())
        templates.append({.id = one.id, .words = one.name});
    m_templates = addList(u"limitsTemplates"_s, tr("Only from these templates"), templates, m_policy.limits.templates);
    m_lifetime = new Field(theme,
                           {.objectName = u"limitsLifetime"_s,
                            .label = tr("Longest lifetime of a token"),
                            .placeholder = tr("No limit"),
                            .hint = tr("Such as 12h, 90d, 6m or 1y. With one, tokens that never end are refused.")},
                           this);
    m_lifetime->edit()->setText(m_policy.limits.longestLifetime);
    body()->addWidget(m_lifetime);
    connect(m_lifetime->edit(), &QLineEdit::textEdited, this, [this] { m_lifetime->setError({}); });
    connect(this, &FormDialog::confirmed, this, &LimitsDialog::save);
    fit();
    m_lifetime->edit()->setFocus();
}

QListWidget *LimitsDialog::addList(const QString &objectName, const QString &label, const QList<Item> &items,
                                   const QStringList &ticked)
{
    auto *list = new QListWidget(this);
    list->setObjectName(objectName);
    list->setAccessibleName(label);
    list->setAccessibleDescription(tr("Nothing ticked: no limit"));
    list->setTabKeyNavigation(false);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    useFont(list, theme(), TextStyle::Body);
    QStringList unknown = ticked;
    const auto add = [&](const Item &item) {
        auto *row = new QListWidgetItem(item.words, list); // the list's
        row->setData(Qt::UserRole, item.id);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(ticked.contains(item.id) ? Qt::Checked : Qt::Unchecked);
        row->setSizeHint({0, theme().height(28)});
        unknown.removeAll(item.id);
    };
    for (const Item &item : items)
        add(item);
    for (const QString &id : std::as_const(unknown))
        add({.id = id, .words = base::plainLine(id, 40)});
    const int rows = std::clamp(list->count(), 1, kRowsShown);
    list->setFixedHeight(rows * theme().height(28) + 2 * list->frameWidth() + 4);
    auto *title = new Label(theme(), {.style = TextStyle::Strong}, label, this);
    title->setBuddy(list);
    body()->addWidget(title);
    body()->addWidget(list);
    auto *hint = new Label(theme(), {.style = TextStyle::Small, .colour = Colour::Text3},
                           list->count() > 0 ? tr("Nothing ticked: no limit") : tr("None is known yet"), this);
    body()->addWidget(hint);
    return list;
}

void LimitsDialog::save()
{
    hideProblem();
    m_lifetime->setError({});
    m_accountsError->hide();
    clients::ClientPolicy policy = m_policy;
    policy.limits = {.accounts = tickedIn(m_accounts),
                     .templates = tickedIn(m_templates),
                     .longestLifetime = m_lifetime->edit()->text().trimmed()};
    const base::Result<base::Done> done = m_actions.setPolicy(m_client, policy);
    if (done) {
        accept();
    } else if (done.error().field == "longestLifetime"_L1) {
        m_lifetime->setError(done.error().message);
        m_lifetime->edit()->setFocus();
        fit();
    } else if (done.error().field == "accounts"_L1) {
        m_accountsError->setText(done.error().message);
        m_accountsError->show();
        fit();
    } else {
        showProblem(done.error());
    }
}

} // namespace tokensmith::ui
