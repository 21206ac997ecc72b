// SPDX-License-Identifier: GPL-3.0-or-later
// Every curl example of the README, run against tokensmithd, returns what the README shows.
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "test-key";

/** An example: what is sent, and what the README shows for it (empty: nothing). */
struct Example
{
    QString command;
    QJsonObject body;
    QJsonObject shown;
};

QList<Example> examples()
{
    QFile readme(QStringLiteral(TOKENSMITH_SOURCE_DIR "/README.md"));
    if (!readme.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression blocks(
        uR"(```sh\n(curl -X POST http://localhost:8787/mcp .*?)```(?:\n\n```json\n(.*?)```)?)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression data(u"-d '(.*)'"_s, QRegularExpression::DotMatchesEverythingOption);
    QList<Example> found;
    auto block = blocks.globalMatch(QString::fromUtf8(readme.readAll()));
    while (block.hasNext()) {
        const QRegularExpressionMatch match = block.next();
        const QString body = data.match(match.captured(1)).captured(1);
        found.append({.command = match.captured(1),
                      .body = QJsonDocument::fromJson(body.toUtf8()).object(),
                      .shown = QJsonDocument::fromJson(match.captured(2).toUtf8()).object()});
    }
    return found;
}

/** Where `real` lacks something `shown` has, or has it with another type; of a list the first element stands for all.
 */
QString difference(const QJsonValue &shown, const QJsonValue &real, const QString &path)
{
    if (shown.type() != real.type())
        return path + u" has another type"_s;
    if (shown.isArray() && !shown.toArray().isEmpty()) {
        if (real.toArray().isEmpty())
            return path + u" is empty"_s;
        return difference(shown.toArray().first(), real.toArray().first(), path + u"[0]"_s);
    }
    const QJsonObject members = shown.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString found = difference(member.value(), real[member.key()], path + u'.' + member.key());
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

class ReadmeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void promisesWhatTheOriginalDid();
    void examplesReturnWhatIsShown_data();
    void examplesReturnWhatIsShown();

private:
    QJsonObject filledIn(QJsonObject body) const
    {
        QByteArray text = QJsonDocument(body).toJson();
        text.replace("your-account-id", m_accountId.toLatin1()).replace("abc123...", m_tokenId.toLatin1());
        return QJsonDocument::fromJson(text).object();
    }

    DaemonProcess m_daemon{u"tokensmithd"_s};
    JsonClient m_client;
    QString m_accountId;
    QString m_tokenId;
};

void ReadmeTest::initTestCase()
{
    m_daemon.setEnvironment({{u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}, {u"RATE_LIMIT_PER_MINUTE"_s, u"100"_s}});
    QVERIFY(m_daemon.start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, m_daemon.home() + u"/d"_s}));
    const QJsonObject accounts = m_client.call(m_daemon.url(), kKey, u"list_accounts"_s, {});
    m_accountId = accounts["structuredContent"_L1]["accounts"_L1][0]["id"_L1].toString();
    const QJsonObject made = m_client.call(m_daemon.url(), kKey, u"create_token"_s,
                                           {{u"type"_s, u"user"_s},
                                            {u"name"_s, u"to rotate"_s},
                                            {u"template"_s, u"dns_only"_s},
                                            {u"accountId"_s, m_accountId},
                                            {u"expiresIn"_s, u"90d"_s}});
    m_tokenId = made["structuredContent"_L1]["id"_L1].toString();
    QCOMPARE(m_tokenId.size(), 32);
}

void ReadmeTest::promisesWhatTheOriginalDid()
{
    QStringList calls;
    for (const Example &example : examples()) {
        QVERIFY2(!example.body.isEmpty(), qPrintable(example.command));
        QVERIFY2(example.command.contains(u"-H \"X-API-Key: test-key\""_s), qPrintable(example.command));
        const QString method = example.body["method"_L1].toString();
        calls += method == "tools/call"_L1 ? example.body["params"_L1]["name"_L1].toString() : method;
    }
    for (const QString &call :
         {u"create_token"_s, u"list_permission_groups"_s, u"list_tokens"_s, u"rotate_token"_s, u"tools/list"_s})
        QVERIFY2(calls.contains(call), qPrintable(call));
}

void ReadmeTest::examplesReturnWhatIsShown_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QJsonObject>("shown");
    int number = 0;
    for (const Example &example : examples()) {
        const QString tool = example.body["params"_L1]["name"_L1].toString();
        QTest::addRow("%d %s", ++number, qPrintable(tool)) << example.body << example.shown;
    }
}

void ReadmeTest::examplesReturnWhatIsShown()
{
    QFETCH(QJsonObject, body);
    QFETCH(QJsonObject, shown);
    // No initialize, no Accept: as curl sends it.
    const QUrl url(u"http://localhost:%1/mcp"_s.arg(m_daemon.port()));
    const JsonReply reply = m_client.post(url, filledIn(body), {{"X-API-Key", kKey}});
    QCOMPARE(reply.status, 200);
    const QJsonObject result = reply.json["result"_L1].toObject();
    QVERIFY2(!result.isEmpty() && !result["isError"_L1].toBool(), QJsonDocument(reply.json).toJson().constData());
    const QString wrong = difference(shown, result["structuredContent"_L1].toObject(), u"result"_s);
    QVERIFY2(shown.isEmpty() || wrong.isEmpty(),
             qPrintable(wrong + QString::fromUtf8(QJsonDocument(result["structuredContent"_L1].toObject()).toJson())));
}

QTEST_GUILESS_MAIN(ReadmeTest)
#include "tst_readme.moc"
