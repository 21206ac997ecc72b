// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/confirmdialog.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 440;
constexpr int kIcon = 20;

} // namespace

ConfirmDialog::ConfirmDialog(const Theme &theme, const Confirmation &confirmation, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(confirmation.objectName);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(confirmation.title);
    setAccessibleName(confirmation.title);
    setAccessibleDescription(confirmation.text);
    useSurfaceGround(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBody(theme, confirmation), 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter(theme, confirmation));
    setFixedWidth(std::max(theme.width(kWidth), minimumSizeHint().width()));
    setMinimumHeight(heightForWidth(width()));
    resize(width(), heightForWidth(width()));
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_cancel->setFocus(Qt::ActiveWindowFocusReason);
}

QWidget *ConfirmDialog::makeBody(const Theme &theme, const Confirmation &confirmation)
{
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(space::kLarge, space::kInset + 2, space::kLarge, space::kInset);
    row->setSpacing(space::kMedium);
    const QString icon = confirmation.icon.isEmpty() ? u"trash"_s : confirmation.icon;
    auto *picture = new IconLabel(theme, kIcon, body);
    picture->setIcon(icon, textColour(confirmation.tone));
    row->addWidget(picture, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::kTiny);
    auto *title = new Paragraph(theme, {.style = TextStyle::Title}, confirmation.title, body);
    title->setObjectName(confirmation.objectName + "Title"_L1);
    auto *text = new Paragraph(theme, {.colour = Colour::Text2}, confirmation.text, body);
    text->setObjectName(confirmation.objectName + "Text"_L1);
    column->addWidget(title);
    column->addWidget(text);
    column->addStretch();
    row->addLayout(column, 1);
    return body;
}

QWidget *ConfirmDialog::makeFooter(const Theme &theme, const Confirmation &confirmation)
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kMedium, space::kMedium, space::kPage, space::kMedium);
    row->setSpacing(space::kSmall);
    const auto add = [&](QLatin1StringView name, const QString &text, ButtonKind kind) {
        auto *button =
            makeButton(theme, {.objectName = confirmation.objectName + name, .text = text, .kind = kind}, footer);
        button->setAutoDefault(true); // Enter presses the one that has the focus
        row->addWidget(button);
        return button;
    };
    if (!confirmation.milder.isEmpty()) {
        connect(add("Milder"_L1, confirmation.milder, ButtonKind::Quiet), &QPushButton::clicked, this, [this] {
            Q_EMIT milderChosen();
            reject();
        });
    }
    row->addStretch();
    auto *cancel = add("Cancel"_L1, tr("Cancel"), ButtonKind::Default);
    cancel->setDefault(true);
    m_cancel = cancel;
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto kind = confirmation.tone == Tone::Danger ? ButtonKind::Confirm : ButtonKind::Primary;
    connect(add("Verb"_L1, confirmation.verb, kind), &QPushButton::clicked, this, &QDialog::accept);
    return footer;
}

} // namespace tokensmith::ui
