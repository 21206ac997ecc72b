// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmith-connect HOME URL BRIDGE CLIENT: connects the client in that home directory; the key comes from
// CLIENT_KEY. Without URL and BRIDGE (tokensmith-connect HOME CLIENT) disconnects it. Prints the file's path.
#include "core/clients/connect/clientconnector.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::clients::connect;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool connects = arguments.size() == 5;
    if (!connects && arguments.size() != 3)
        return 2;
    const base::SystemClock clock;
    const QString home = arguments.at(1);
    const QString id = arguments.back();
    const ClientConnector connector({.home = home, .config = home + "/.config"_L1}, clock);
    const base::Result<Plan> plan =
        connects ? connector.planConnect(
            id, {.url = arguments.at(2), .key = base::Secret(qgetenv("CLIENT_KEY")), .bridge = arguments.at(3)})
                 : connector.planDisconnect(id);
    const base::Result<AppliedPlan> applied =
        plan ? connector.apply(*plan) : base::Result<AppliedPlan>(base::fail(plan.error()));
    QTextStream(applied ? stdout : stderr) << (applied ? applied->file : applied.error().message) << '\n';
    return applied ? 0 : 1;
}
