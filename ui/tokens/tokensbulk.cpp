// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokensbulk.h"

#include "ui/common/actionbutton.h"
#include "ui/common/bulkbar.h"
#include "ui/tokens/tokenactions.h"

#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

BulkBar *makeTokensBulk(const Theme &theme, TokenActions &actions, QWidget *parent)
{
    auto *bar = new BulkBar(theme, u"tokensBulk"_s, parent);
    const auto add = [bar](const QString &name, QAction *action, ButtonKind kind) {
        bindButton(bar->addAction({.objectName = name, .kind = kind}), action);
    };
    add(u"bulkRotate"_s, actions.rotate(), ButtonKind::Default);
    add(u"bulkExport"_s, actions.exportList(), ButtonKind::Default);
    add(u"bulkToggle"_s, actions.toggle(), ButtonKind::Default);
    add(u"bulkRevoke"_s, actions.revoke(), ButtonKind::Danger);
    bar->hide();
    return bar;
}

} // namespace tokensmith::ui
