// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/keysource.h"
#include "tests/support/verifyresult.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tokensmith;
using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

class KeySourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheEnvironment();
    void theEnvironmentKeepsNothing();
    void fromAPrivateFile();
    void modes_data();
    void modes();
    void whatIsNoFile();
    void contents_data();
    void contents();
    void bothAreAContradiction();
    void neitherIsExplained();
    void argumentsThatLookLikeKeys_data();
    void argumentsThatLookLikeKeys();

private:
    QString file(const QByteArray &content, mode_t mode = S_IRUSR | S_IWUSR)
    {
        const QString path = m_directory.filePath(u"key"_s);
        QFile::remove(path);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            return {};
        out.close();
        return ::chmod(QFile::encodeName(path).constData(), mode) == 0 ? path : QString();
    }

    QTemporaryDir m_directory;
};

void KeySourceTest::fromTheEnvironment()
{
    const base::Result<base::Secret> key = keyFrom(base::Secret(" the-key\n"), {});
    QVERIFY_RESULT(key);
    QCOMPARE(key->reveal(), QByteArray("the-key"));
}

void KeySourceTest::theEnvironmentKeepsNothing()
{
    qputenv("TOKENSMITH_TEST_KEY", "the-key");
    const char *where = ::getenv("TOKENSMITH_TEST_KEY");
    QCOMPARE(takeFromEnvironment("TOKENSMITH_TEST_KEY").reveal(), QByteArray("the-key"));
    QCOMPARE(where[0], '\0');
    QVERIFY(!qEnvironmentVariableIsSet("TOKENSMITH_TEST_KEY"));
    QVERIFY(takeFromEnvironment("TOKENSMITH_TEST_KEY").isEmpty());
}

void KeySourceTest::fromAPrivateFile()
{
    const base::Result<base::Secret> key = keyFrom({}, file("the-key\r\n"));
    QVERIFY_RESULT(key);
    QCOMPARE(key->reveal(), QByteArray("the-key"));
    QVERIFY_RESULT(keyFrom({}, file("the-key", S_IRUSR)));
}

void KeySourceTest::modes_data()
{
    QTest::addColumn<int>("extra");
    QTest::newRow("group reads") << S_IRGRP;
    QTest::newRow("group writes") << S_IWGRP;
    QTest::newRow("group executes") << S_IXGRP;
    QTest::newRow("others read") << S_IROTH;
    QTest::newRow("others write") << S_IWOTH;
    QTest::newRow("others execute") << S_IXOTH;
}

void KeySourceTest::modes()
{
    QFETCH(int, extra);
    const base::Result<base::Secret> key = keyFrom({}, file("the-key", S_IRUSR | S_IWUSR | static_cast<mode_t>(extra)));
    QVERIFY(!key);
    QCOMPARE(key.error().code, base::Error::Code::PermissionDenied);
    QVERIFY(key.error().message.contains("chmod 600"_L1));
    QVERIFY(!key.error().message.contains("the-key"_L1));
}

void KeySourceTest::whatIsNoFile()
{
    const QString pipe = m_directory.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    for (const QString &path : {pipe, m_directory.path(), u"/dev/null"_s, m_directory.filePath(u"missing"_s)}) {
        const base::Result<base::Secret> key = keyFrom({}, path);
        QVERIFY(!key);
        QVERIFY2(key.error().message.contains(path), qPrintable(key.error().message));
    }
}

void KeySourceTest::contents_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("two lines") << QByteArray("one\ntwo");
    QTest::newRow("a header") << QByteArray("one\r\nX-Evil: 1");
    QTest::newRow("not ASCII") << QByteArray("schlüssel");
    QTest::newRow("too large") << QByteArray(5000, 'x');
}

void KeySourceTest::contents()
{
    QFETCH(QByteArray, content);
    const base::Result<base::Secret> key = keyFrom({}, file(content));
    QVERIFY(!key);
    QCOMPARE(key.error().code, base::Error::Code::InvalidArgument);
    QVERIFY(!key.error().message.contains("one"_L1));
}

void KeySourceTest::bothAreAContradiction()
{
    const base::Result<base::Secret> key = keyFrom(base::Secret("the-key"), file("the-key"));
    QVERIFY(!key);
    QVERIFY(key.error().message.contains("Keep one"_L1));
}

void KeySourceTest::neitherIsExplained()
{
    const base::Result<base::Secret> key = keyFrom({}, {});
    QVERIFY(!key);
    QVERIFY(key.error().message.contains("TOKENSMITH_KEY"_L1));
}

void KeySourceTest::argumentsThatLookLikeKeys_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("looksLikeOne");
    QTest::newRow("random") << u"kJ8_x2-QmZbV0pTqYw3nR5sLd7fGh1aC9eXuIoPjKlM"_s << true;
    QTest::newRow("flag") << u"--key=abc"_s << true;
    QTest::newRow("header") << u"X-API-Key: abc"_s << true;
    QTest::newRow("bearer") << u"Bearer abc"_s << true;
    QTest::newRow("word") << u"start"_s << false;
    QTest::newRow("path") << u"/usr/share/doc/something/long"_s << false;
}

void KeySourceTest::argumentsThatLookLikeKeys()
{
    QFETCH(QString, argument);
    QFETCH(bool, looksLikeOne);
    QCOMPARE(looksLikeKey(argument), looksLikeOne);
}

QTEST_GUILESS_MAIN(KeySourceTest)
#include "tst_keysource.moc"
