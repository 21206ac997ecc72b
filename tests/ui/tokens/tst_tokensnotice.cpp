// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/errortext.h"
#include "ui/tokens/tokensnotice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using base::Error;
using ui::TokenListStatus;
using ui::Tone;
using State = TokenListStatus::State;

class TokensNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWhenAllIsWell();
    void failures_data();
    void failures();
    void countsDown();
    void missingListsAreNamed();
    void detailsHoldWhatSupportAsksFor();

private:
    const QDateTime m_now = test::sampleNow();
};

void TokensNoticeTest::nothingWhenAllIsWell()
{
    for (const State state : {State::Empty, State::Loading, State::Ready})
        QVERIFY(!ui::noticeFor({.state = state}, m_now));
}

void TokensNoticeTest::failures_data()
{
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<bool>("older");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const QString offline = u"Can't reach Cloudflare."_s;
    const QString unread = u"The tokens could not be read."_s;
    const QString from = u"Showing the list from 09:12 today."_s;
    const QString next = u" Next try in 40 s."_s;
    QTest::newRow("offline, older list") << Error::Code::Unavailable << true << Tone::Warn << offline << from + next;
    QTest::newRow("offline, no list") << Error::Code::Unavailable << false << Tone::Warn << offline
                                      << u"Check the connection. Next try in 40 s."_s;
    QTest::newRow("timeout") << Error::Code::Timeout << true << Tone::Warn << offline << from + next;
    QTest::newRow("throttled") << Error::Code::RateLimited << true << Tone::Warn << u"Cloudflare asks to wait."_s
                               << u"Showing the list from 09:12 today. Try again in 40 s."_s;
    QTest::newRow("revoked") << Error::Code::Unauthenticated << false << Tone::Danger << unread << u"The reason."_s;
    QTest::newRow("defect") << Error::Code::Internal << true << Tone::Danger << unread << u"The reason. "_s + from;
}

void TokensNoticeTest::failures()
{
    QFETCH(Error::Code, code);
    QFETCH(bool, older);
    const Error error{.code = code, .message = u"The reason."_s, .retryAfter = std::chrono::seconds(40)};
    const auto notice = ui::noticeFor({.state = State::Failed,
                                       .updatedAt = older ? m_now.addSecs(-29 * 60) : QDateTime(),
                                       .error = error,
                                       .nextTryAt = m_now.addSecs(40)},
                                      m_now);
    QVERIFY(notice);
    QTEST(notice->tone, "tone");
    QTEST(notice->title, "title");
    QTEST(notice->text, "text");
}

void TokensNoticeTest::countsDown()
{
    TokenListStatus status{
        .state = State::Failed, .updatedAt = m_now.addSecs(-29 * 60), .error = Error{.code = Error::Code::Unavailable}};
    const QString from = u"Showing the list from 09:12 today. "_s;
    const auto words = [&](int milliseconds) {
        status.nextTryAt = m_now.addMSecs(milliseconds);
        return ui::noticeFor(status, m_now)->text;
    };
    QCOMPARE(words(300000), from + u"Next try in 5 min."_s);
    QCOMPARE(words(90001), from + u"Next try in 2 min."_s);
    QCOMPARE(words(90000), from + u"Next try in 90 s."_s);
    QCOMPARE(words(39001), from + u"Next try in 40 s."_s);
    QCOMPARE(words(1), from + u"Next try in 1 s."_s);
    QCOMPARE(words(0), from + u"Trying again…"_s);
    status.nextTryAt = m_now.addSecs(40);
    QCOMPARE(ui::noticeFor(status, m_now)->spoken, from + u"Next try at 09:41 today."_s);
    QCOMPARE(ui::noticeFor(status, m_now)->spoken, ui::noticeFor(status, m_now.addSecs(5))->spoken);

    status.state = State::Loading; // the try runs
    status.nextTryAt = {};
    QCOMPARE(ui::noticeFor(status, m_now)->text, from + u"Trying again…"_s);
    status.error = Error{.code = Error::Code::PermissionDenied};
    QVERIFY(!ui::noticeFor(status, m_now));
}

void TokensNoticeTest::missingListsAreNamed()
{
    const Error refused{
        .code = Error::Code::PermissionDenied, .message = u"It may not list tokens there."_s, .cfRay = u"8f2"_s};
    TokenListStatus status{.state = State::Ready, .updatedAt = m_now};
    status.missing = {{.ownerName = u"Fernhill"_s, .error = refused}};
    const auto one = ui::noticeFor(status, m_now);
    QCOMPARE(one->tone, Tone::Warn);
    QCOMPARE(one->text, u"Couldn't read those of Fernhill. It may not list tokens there."_s);
    QCOMPARE(one->details, u"Fernhill: cf-ray 8f2"_s);
    QVERIFY(one->title.contains(u"missing"_s));
    status.missing.front().readAt = m_now.addDays(-1);
    QVERIFY(ui::noticeFor(status, m_now)->title.contains(u"earlier"_s));
    status.missing.front().readAt = {};
    for (const QString &name : {u"B"_s, u"C"_s, u"D"_s, u"E"_s})
        status.missing.push_back({.ownerName = name, .error = refused});
    QVERIFY(ui::noticeFor(status, m_now)->text.startsWith(u"Couldn't read those of Fernhill, B, C and 2 more."_s));
}

void TokensNoticeTest::detailsHoldWhatSupportAsksFor()
{
    QCOMPARE(ui::errorDetails({}), QString());
    const Error error{
        .detail = u"Invalid\nAPI Token"_s, .httpStatus = 401, .cloudflareCode = 1000, .cfRay = u"8f2a-LHR"_s};
    QCOMPARE(ui::errorDetails(error), u"Cloudflare code 1000 · HTTP 401 · cf-ray 8f2a-LHR\nInvalid API Token"_s);
}

QTEST_GUILESS_MAIN(TokensNoticeTest)
#include "tst_tokensnotice.moc"
