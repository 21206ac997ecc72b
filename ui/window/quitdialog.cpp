// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quitdialog.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/label.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kWidth = 440;

QString wordsFor(const QuitDialog::Stops &stops)
{
    QStringList sentences;
    switch (stops.server) {
    case QuitDialog::Stops::Server::Off:
        break;
    case QuitDialog::Stops::Server::On:
        sentences += QuitDialog::tr("The MCP server stops: AI clients can't work with tokens until you start "
                                    "Tokensmith again. Nobody is told when a token expires.");
        break;
    }
    if (stops.changesUnderWay > 0)
        sentences += QuitDialog::tr("%n change(s) under way end first, so that no secret is lost.", nullptr,
                                    stops.changesUnderWay);
    return sentences.join(u' ');
}

} // namespace

QuitDialog::QuitDialog(const Theme &theme, const Stops &stops, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"quitDialog"_s);
    setWindowTitle(tr("Quit Tokensmith"));
    setAccessibleName(windowTitle());
    setAccessibleDescription(wordsFor(stops));
    useSurfaceGround(this);
    auto *icon = new IconLabel(theme, 20, this);
    icon->setIcon(u"quit"_s, Colour::Text2);
    auto *title = new Label(theme, {.style = TextStyle::SectionTitle}, tr("Quit Tokensmith?"), this);
    auto *text = new Paragraph(theme, {.style = TextStyle::Body, .colour = Colour::Text2}, wordsFor(stops), this);
    text->setObjectName(u"quitText"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(icon);
    head->addWidget(title, 1);
    auto *cancel = makeButton(theme, {.objectName = u"quitCancel"_s, .text = tr("Cancel")}, this);
    auto *quit = makeButton(
        theme, {.objectName = u"quitConfirm"_s, .text = tr("Quit Tokensmith"), .kind = ButtonKind::Primary}, this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(quit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPage, space::kPage, space::kPage, space::kPage);
    column->setSpacing(space::kMedium);
    column->addLayout(head);
    column->addWidget(text);
    column->addSpacing(space::kSmall);
    column->addLayout(buttons);
    setFixedWidth(theme.width(kWidth));
    cancel->setDefault(true);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(quit, &QPushButton::clicked, this, &QDialog::accept);
}

bool QuitDialog::isNeeded(const Stops &stops)
{
    return !wordsFor(stops).isEmpty();
}

} // namespace tokensmith::ui
