// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/accesswords.h"
#include "core/catalog/policywords.h"
#include "core/model/json.h"
#include "tests/support/randomtoken.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeed = 42;
constexpr int kTokens = 5'000;

/** Something to read, on one line, with nothing invisible in it. */
bool isFitToRead(const QString &words)
{
    const bool odd = std::any_of(words.begin(), words.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    return !words.trimmed().isEmpty() && !odd;
}

} // namespace

/** Any policy can be put into words: never nothing, never more than a line can hold. */
class WordPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInfo("seed %u, %d tokens", kSeed, kTokens); }
    void anyPolicyHasWords_data();
    void anyPolicyHasWords();
};

void WordPropertiesTest::anyPolicyHasWords_data()
{
    QTest::addColumn<bool>("named");
    QTest::newRow("without names") << false;
    QTest::newRow("with odd names") << true;
}

void WordPropertiesTest::anyPolicyHasWords()
{
    QFETCH(bool, named);
    test::RandomToken random(kSeed);
    const auto name = [&](const QString &) { return random.text(); };
    const catalog::Names names = named ? catalog::Names{.account = name, .zone = name} : catalog::Names{};
    for (int i = 0; i < kTokens; ++i) {
        const QJsonArray sent = random.policies();
        const std::vector<model::Policy> policies = model::tokenFromJson({{u"policies"_s, sent}}, {}).policies;
        const QByteArray shown = QJsonDocument(sent).toJson();
        const QStringList sentences = policySentences(policies, names);
        QVERIFY2(!sentences.isEmpty(), shown.constData());
        for (const QString &sentence : sentences)
            QVERIFY2(isFitToRead(sentence) && sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(isFitToRead(catalog::accessSummary(policies)), shown.constData());
        const auto parts = accessParts(policies, names);
        QVERIFY2(policies.empty() || !parts.empty(), shown.constData());
        for (const catalog::AccessPart &part : parts)
            QVERIFY2(isFitToRead(part.where) && isFitToRead(part.what), qPrintable(part.where + part.what));
        const bool unread =
            std::any_of(policies.begin(), policies.end(), [](const auto &p) { return !p.isReadable(); });
        QVERIFY2(!unread || sentences.join(u' ').contains("this version can't read"_L1), shown.constData());
    }
}

QTEST_GUILESS_MAIN(WordPropertiesTest)
#include "tst_wordproperties.moc"
