// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/echoserver.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

using namespace tokensmith;
using namespace tokensmith::test;

/** What the server does when the process has no descriptor left for a client. Not run under sanitizers: they need some.
 */
class DescriptorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_qs)); }
    void recoversFromLackOfDescriptors_data();
    void recoversFromLackOfDescriptors();
};

void DescriptorsTest::recoversFromLackOfDescriptors_data()
{
    QTest::addColumn<bool>("servedBefore");
    QTest::newRow("first accept fails") << false; // Qt stops listening
    QTest::newRow("later accept fails") << true;  // Qt tries again and again
}

void DescriptorsTest::recoversFromLackOfDescriptors()
{
    QFETCH(bool, servedBefore);
    HttpServer server({.handler = echo});
    QVERIFY(start(server) != 0);
    if (servedBefore)
        QVERIFY(stillServes(server));
    else
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be accepted"_qs));

    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
    const auto takeOne = [] { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); };
    const int placeOfClient = takeOne();
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit few{.rlim_cur = 256, .rlim_max = before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    std::vector<int> hoard;
    for (int taken = takeOne(); taken >= 0; taken = takeOne())
        hoard.push_back(taken);
    ::close(placeOfClient); // room for the client's end, none for the server's
    const int connections = server.connectionCount();
    RawClient client(server.port());
    client.send(get("/"));
    QCoreApplication::processEvents();
    const bool isWaiting = !client.isClosed() && client.unread().isEmpty() && server.connectionCount() <= connections;
    for (const int taken : hoard)
        ::close(taken);
    ::setrlimit(RLIMIT_NOFILE, &before);

    QVERIFY(isWaiting);
    QVERIFY(client.read()); // the listener went on by itself
    for (int i = 0; i < 5; ++i)
        QVERIFY(stillServes(server));
}

QTEST_GUILESS_MAIN(DescriptorsTest)
#include "tst_descriptors.moc"
