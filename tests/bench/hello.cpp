// SPDX-License-Identifier: GPL-3.0-or-later
// bench_hello DIRECTORY: what an HTTP answer costs with Qt alone. A bare QHttpServer that answers POST /NAME with the
// bytes of DIRECTORY/NAME.answer: no guard, no key, no JSON. Prints one line like tokensmithd's when it listens.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;

/** Sends without waiting for more: otherwise head and body, two writes, are 40 ms apart and nothing is measured. */
class Listener final : public QTcpServer
{
protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        addPendingConnection(socket);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QDir directory(QCoreApplication::arguments().value(1));
    QHttpServer server;
    const QFileInfoList answers = directory.entryInfoList({u"*.answer"_s}, QDir::Files);
    for (const QFileInfo &answer : answers) {
        QFile file(answer.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        server.route(u"/%1"_s.arg(answer.completeBaseName()), QHttpServerRequest::Method::Post,
                     [body = file.readAll()] { return QHttpServerResponse("application/json", body); });
    }
    Listener listener;
    if (answers.isEmpty() || !listener.listen(QHostAddress::LocalHost))
        return 1;
    server.bind(&listener);
    std::printf("{\"type\":\"listening\",\"url\":\"http://127.0.0.1:%u\"}\n", listener.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
