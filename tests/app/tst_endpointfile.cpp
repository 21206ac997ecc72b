// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/endpointfile.h"
#include "tests/support/verifyresult.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using app::EndpointFile;
using base::Error;

namespace {

const QUrl kUrl(u"http://127.0.0.1:8787/mcp"_s);

} // namespace

class EndpointFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whereItIs();
    void saysTheAddressAndWhoListens();
    void isForItsOwnerAlone();
    void goesWithItsWriter();
    void leavesALaterOneAlone();
    void anUnwritableDirectoryIsNamed();
    void refusesWhatItDidNotWrite_data();
    void refusesWhatItDidNotWrite();
    void refusesWhatOthersCouldHaveWritten();
    void loopbackOnly_data();
    void loopbackOnly();

private:
    void put(const QByteArray &content)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void EndpointFileTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = app::endpointPath(m_directory->path());
}

void EndpointFileTest::whereItIs()
{
    QCOMPARE(app::endpointPath(u"/data"_s), u"/data/endpoint.json"_s);
    QVERIFY(::chmod(QFile::encodeName(m_directory->path()).constData(), S_IRWXU) == 0);
    qputenv("XDG_RUNTIME_DIR", m_directory->path().toUtf8());
    QCOMPARE(app::endpointPath({}), m_directory->path() + "/tokensmith/endpoint.json"_L1);
    QCOMPARE(app::endpointPath({}, u"/tokensmith-sandbox"_s),
             m_directory->path() + "/tokensmith-sandbox/endpoint.json"_L1);
}

void EndpointFileTest::saysTheAddressAndWhoListens()
{
    EndpointFile file(m_path);
    QVERIFY_RESULT(file.write(kUrl));
    QFile content(m_path);
    QVERIFY(content.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(content.readAll()).object();
    QCOMPARE(json, (QJsonObject{{u"url"_s, kUrl.toString()}, {u"pid"_s, QCoreApplication::applicationPid()}}));
    const base::Result<QUrl> read = EndpointFile::read(m_path);
    QVERIFY_RESULT(read);
    QCOMPARE(*read, kUrl);
}

void EndpointFileTest::isForItsOwnerAlone()
{
    EndpointFile file(m_path);
    QVERIFY_RESULT(file.write(kUrl));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &status), 0);
    QCOMPARE(status.st_mode & ALLPERMS, static_cast<mode_t>(S_IRUSR | S_IWUSR));
}

void EndpointFileTest::goesWithItsWriter()
{
    {
        EndpointFile file(m_path);
        QVERIFY_RESULT(file.write(kUrl));
        file.remove();
        QVERIFY(!QFile::exists(m_path));
        QVERIFY_RESULT(file.write(kUrl));
        QVERIFY(QFile::exists(m_path));
    }
    QVERIFY(!QFile::exists(m_path));
    const base::Result<QUrl> gone = EndpointFile::read(m_path);
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, Error::Code::NotFound);
}

void EndpointFileTest::leavesALaterOneAlone()
{
    EndpointFile first(m_path);
    QVERIFY_RESULT(first.write(kUrl));
    EndpointFile second(m_path);
    const QUrl other(u"http://127.0.0.1:9999/mcp"_s);
    QVERIFY_RESULT(second.write(other));
    first.remove();
    QCOMPARE(EndpointFile::read(m_path).value_or(QUrl()), other);
}

void EndpointFileTest::anUnwritableDirectoryIsNamed()
{
    EndpointFile file(u"/nonexistent/endpoint.json"_s);
    const base::Result<base::Done> written = file.write(kUrl);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::Unavailable);
    QVERIFY(written.error().message.contains("/nonexistent/endpoint.json"_L1));
}

void EndpointFileTest::refusesWhatItDidNotWrite_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("http://127.0.0.1:8787/mcp");
    QTest::newRow("no address") << QByteArray(R"({"pid":1})");
    QTest::newRow("another machine") << QByteArray(R"({"url":"http://192.0.2.1:8787/mcp"})");
    QTest::newRow("a name") << QByteArray(R"({"url":"http://evil.example:8787/mcp"})");
    QTest::newRow("no port") << QByteArray(R"({"url":"http://127.0.0.1/mcp"})");
    QTest::newRow("https") << QByteArray(R"({"url":"https://127.0.0.1:8787/mcp"})");
}

void EndpointFileTest::refusesWhatItDidNotWrite()
{
    QFETCH(QByteArray, content);
    put(content);
    const base::Result<QUrl> read = EndpointFile::read(m_path);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::ProtocolError);
}

void EndpointFileTest::refusesWhatOthersCouldHaveWritten()
{
    put(R"({"url":"http://127.0.0.1:8787/mcp","pid":1})");
    QVERIFY_RESULT(EndpointFile::read(m_path));
    QVERIFY(::chmod(QFile::encodeName(m_path).constData(), S_IRUSR | S_IWUSR | S_IWGRP) == 0);
    const base::Result<QUrl> writable = EndpointFile::read(m_path);
    QVERIFY(!writable);
    QCOMPARE(writable.error().code, Error::Code::PermissionDenied);

    const QString link = m_directory->path() + "/link.json"_L1;
    QVERIFY(QFile::link(m_path, link));
    QVERIFY(!EndpointFile::read(link));
    QVERIFY(!EndpointFile::read(m_directory->path()));
}

void EndpointFileTest::loopbackOnly_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("IPv4") << u"http://127.0.0.1:8787/mcp"_s << true;
    QTest::newRow("IPv6") << u"http://[::1]:8787/mcp"_s << true;
    QTest::newRow("name") << u"http://localhost:8787/mcp"_s << true;
    QTest::newRow("https") << u"https://127.0.0.1:8787/mcp"_s << false;
    QTest::newRow("any address") << u"http://0.0.0.0:8787/mcp"_s << false;
    QTest::newRow("elsewhere") << u"http://example.com/mcp"_s << false;
    QTest::newRow("look-alike") << u"http://localhost.example.com/mcp"_s << false;
    QTest::newRow("user") << u"http://127.0.0.1@example.com/mcp"_s << false;
    QTest::newRow("user at ours") << u"http://key@127.0.0.1:8787/mcp"_s << false;
    QTest::newRow("query") << u"http://127.0.0.1:8787/mcp?key=x"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void EndpointFileTest::loopbackOnly()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    QCOMPARE(app::isLoopbackUrl(QUrl(url, QUrl::StrictMode)), allowed);
}

QTEST_GUILESS_MAIN(EndpointFileTest)
#include "tst_endpointfile.moc"
