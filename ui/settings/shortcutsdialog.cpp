// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcutsdialog.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr QSize kSize{560, 640};

struct Keys
{
    QString keys; ///< portable, several with " · " between them
    QString does;
};

struct Group
{
    QString title;
    QList<Keys> keys;
};

/** As the desktop writes them. */
QString native(const QString &keys)
{
    QStringList shown;
    const QStringList parts = keys.split(u" · "_s);
    for (const QString &part : parts) {
        const QKeySequence sequence(part, QKeySequence::PortableText);
        const bool known = sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown;
        shown += known ? sequence.toString(QKeySequence::NativeText) : part;
    }
    return shown.join(u" · "_s);
}

QList<Group> groups()
{
    return {
        {ShortcutsDialog::tr("Everywhere"),
         {{u"Ctrl+1 · Ctrl+3 · Ctrl+4 · Ctrl+5"_s, ShortcutsDialog::tr("Tokens, Activity, Clients, Settings")},
          {u"F6"_s, ShortcutsDialog::tr("Go on to the next area; with Shift back")},
          {u"Ctrl+F · Esc"_s, ShortcutsDialog::tr("Search; clear it, close the pane, leave a wizard")},
          {u"Ctrl+L"_s, ShortcutsDialog::tr("Lock")},
          {u"Ctrl+Shift+P"_s, ShortcutsDialog::tr("Pause or resume all clients")},
          {u"Ctrl+/"_s, ShortcutsDialog::tr("This list")},
          {u"Ctrl+Q"_s, ShortcutsDialog::tr("Quit")}}},
        {ShortcutsDialog::tr("Tokens"),
         {{u"Ctrl+N"_s, ShortcutsDialog::tr("New token")},
          {u"F5 · Ctrl+E"_s, ShortcutsDialog::tr("Refresh; export")},
          {u"Up · Down · Home · End"_s, ShortcutsDialog::tr("Move; with Shift or Ctrl extend the selection")},
          {u"Return"_s, ShortcutsDialog::tr("Open the pane")},
          {u"F2 · Ctrl+D"_s, ShortcutsDialog::tr("Edit; disable or enable")},
          {u"Ctrl+Shift+R"_s, ShortcutsDialog::tr("Roll the secret (asks)")},
          {u"Del"_s, ShortcutsDialog::tr("Revoke (asks)")},
          {u"Ctrl+C"_s, ShortcutsDialog::tr("Copy the id")}}},
        {ShortcutsDialog::tr("Approvals"),
         {{u"Alt+A · Alt+D"_s, ShortcutsDialog::tr("Approve; deny")},
          {u"Return · Esc"_s, ShortcutsDialog::tr("Deny")},
          {u"PgDown · End"_s, ShortcutsDialog::tr("Read on; Approve works at the end")}}},
        {ShortcutsDialog::tr("Wizards"),
         {{u"Alt+Left"_s, ShortcutsDialog::tr("Back")}, {u"Alt+Right · Ctrl+Return"_s, ShortcutsDialog::tr("Next")}}},
    };
}

QWidget *makeList(const Theme &theme)
{
    auto *list = new QWidget;
    useSurfaceGround(list);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(space::kPage, space::kInset, space::kPage, space::kInset);
    grid->setHorizontalSpacing(space::kLarge);
    grid->setVerticalSpacing(space::kSmall);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const QList<Group> all = groups();
    for (const Group &group : all) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, space::kSmall);
        grid->addWidget(new Label(theme, {.style = TextStyle::Title}, group.title), row++, 0, 1, 2);
        for (const Keys &line : group.keys) {
            auto *does = new Label(theme, {.style = TextStyle::Body}, line.does);
            auto *keys = new Label(theme, {.style = TextStyle::MonoSmall, .colour = Colour::Text2}, native(line.keys));
            keys->setObjectName(u"keys"_s);
            does->setWordWrap(true);
            keys->setWordWrap(true);
            grid->addWidget(keys, row, 0, Qt::AlignTop);
            grid->addWidget(does, row++, 1, Qt::AlignTop);
        }
    }
    grid->setRowStretch(row, 1);
    return list;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Shortcuts"));
    setAccessibleName(windowTitle());
    useSurfaceGround(this);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"shortcutsList"_s);
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeList(theme));
    auto *close = makeButton(theme, {.objectName = u"shortcutsClose"_s, .text = tr("Close")});
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *footer = new QWidget;
    useWindowGround(footer);
    auto *foot = new QHBoxLayout(footer);
    foot->setContentsMargins(space::kPage, space::kMedium, space::kPage, space::kMedium);
    foot->addStretch();
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(makeDivider(Qt::Horizontal));
    column->addWidget(footer);
    resize(theme.width(kSize.width()), theme.width(kSize.height()));
    close->setFocus();
}

} // namespace tokensmith::ui
