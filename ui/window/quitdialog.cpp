// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quitdialog.h"

#include "ui/window/dialogcurtain.h"

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

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
    : ConfirmDialog(theme,
                    {.objectName = u"quitDialog"_s,
                     .icon = u"quit"_s,
                     .title = tr("Quit Tokensmith?"),
                     .text = wordsFor(stops),
                     .verb = tr("Quit Tokensmith"),
                     .tone = Tone::Neutral},
                    parent)
{
    DialogCurtain::spare(*this); // it is asked for on the lock page as well
}

bool QuitDialog::isNeeded(const Stops &stops)
{
    return !wordsFor(stops).isEmpty();
}

} // namespace tokensmith::ui
