// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tokens/pagefixture.h"
#include "ui/common/message.h"

#include <QSignalSpy>

using namespace std::chrono_literals;

/** The page while Cloudflare can't be reached and the source tries again by itself. */
class TokensOfflineTest : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void countsDownToTheNextTry();
    void staysWhileATryRuns();
    void staysEmptyWhileATryRuns();
    void tellsAScreenReaderOnce();
    void tellsWhatWasAskedFor();
    void keepsDetailsOpen();
    void changesAreOffAndSayWhy();
    void aHiddenPageCountsNothing();

private:
    void fail(std::chrono::seconds pause);
    void retry();
    void second();
    [[nodiscard]] QTimer &countdown() const { return *child<QTimer>(u"tokensCountdown"_s); }
    [[nodiscard]] QString notice() const { return text(u"tokensNoticeText"_s); }

    const base::Error m_error{.code = base::Error::Code::Unavailable, .message = u"x"_s, .cfRay = u"8f2a-LHR"_s};
    const QDateTime m_readAt = test::sampleNow().addSecs(-29 * 60);
    const QString m_begin = u"Can't reach Cloudflare. Showing the list from 09:12 today. "_s;
};

void TokensOfflineTest::fail(std::chrono::seconds pause)
{
    m_source->setStatus({.state = State::Failed,
                         .updatedAt = m_readAt,
                         .error = m_error,
                         .nextTryAt = m_clock.now().addSecs(pause.count())});
}

void TokensOfflineTest::retry()
{
    m_source->setStatus({.state = State::Loading, .updatedAt = m_readAt, .error = m_error});
}

/** Lets a second pass, for the page too. */
void TokensOfflineTest::second()
{
    m_clock.advance(1s);
    QVERIFY(countdown().isActive());
    QCOMPARE(countdown().intervalAsDuration(), 1s);
    QVERIFY(QMetaObject::invokeMethod(&countdown(), "timeout"));
}

void TokensOfflineTest::countsDownToTheNextTry()
{
    test::fillWithSample(*m_source);
    QVERIFY(!countdown().isActive());
    fail(40s);
    QCOMPARE(notice(), m_begin + u"Next try in 40 s."_s);
    second();
    QCOMPARE(notice(), m_begin + u"Next try in 39 s."_s);
    second();
    QCOMPARE(notice(), m_begin + u"Next try in 38 s."_s);
    QCOMPARE(child<QAbstractButton>(u"tokensRetry"_s)->text(), u"Try now"_s);
    click(u"tokensRetry"_s);
    QCOMPARE(m_source->refreshes, 1);
    test::fillWithSample(*m_source);
    QVERIFY(!isShown(u"tokensNotice"_s));
    QVERIFY(!countdown().isActive());
}

void TokensOfflineTest::staysWhileATryRuns()
{
    test::fillWithSample(*m_source);
    fail(10s);
    retry();
    QVERIFY(isShown(u"tokensNotice"_s));
    QCOMPARE(notice(), m_begin + u"Trying again…"_s);
    QVERIFY(isShown(u"tokensStop"_s));
    QVERIFY(!countdown().isActive());
    fail(20s);
    QCOMPARE(notice(), m_begin + u"Next try in 20 s."_s);
}

void TokensOfflineTest::staysEmptyWhileATryRuns()
{
    m_source->setStatus({.state = State::Failed, .error = m_error, .nextTryAt = m_clock.now().addSecs(10)});
    QVERIFY(isShown(u"tokensEmpty"_s));
    m_source->setStatus({.state = State::Loading, .error = m_error});
    QVERIFY(isShown(u"tokensEmpty"_s));
    const auto timers = m_window->findChildren<QTimer *>();
    QVERIFY2(std::none_of(timers.begin(), timers.end(), [](QTimer *t) { return t->isSingleShot() && t->isActive(); }),
             "no skeleton may come");
}

void TokensOfflineTest::tellsAScreenReaderOnce()
{
    test::fillWithSample(*m_source);
    QSignalSpy announced(child<ui::InlineMessage>(u"tokensNotice"_s), &ui::InlineMessage::announced);
    fail(40s);
    QCOMPARE(announced.count(), 1);
    const QWidget *notice = child<QWidget>(u"tokensNotice"_s);
    const QString heard = m_begin + u"Next try at 09:41 today."_s;
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(notice->accessibleName(), heard); // not another one each second
        QCOMPARE(child<QWidget>(u"tokensNoticeText"_s)->accessibleName(), heard);
        second();
    }
    retry();
    fail(80s);
    QCOMPARE(announced.count(), 1); // nobody asked, and nothing is new
    QCOMPARE(notice->accessibleName(), m_begin + u"Next try at 09:42 today."_s);
}

void TokensOfflineTest::tellsWhatWasAskedFor()
{
    test::fillWithSample(*m_source);
    fail(40s);
    QSignalSpy announced(child<ui::InlineMessage>(u"tokensNotice"_s), &ui::InlineMessage::announced);
    click(u"tokensRetry"_s);
    retry();
    QCOMPARE(announced.count(), 0);
    fail(80s);
    QCOMPARE(announced.count(), 1);
}

void TokensOfflineTest::keepsDetailsOpen()
{
    test::fillWithSample(*m_source);
    fail(40s);
    click(u"tokensNoticeDetailsButton"_s);
    QVERIFY(isShown(u"tokensNoticeDetails"_s));
    second();
    retry();
    fail(80s);
    QVERIFY(isShown(u"tokensNoticeDetails"_s));
}

void TokensOfflineTest::changesAreOffAndSayWhy()
{
    test::fillWithSample(*m_source);
    chooseRow(5);
    const auto check = [this](bool off) {
        const QString reason = u"Cloudflare can't be reached. Changes wait until it can."_s;
        for (const QString &name :
             {u"tokensNew"_s, u"detailsEdit"_s, u"detailsToggle"_s, u"detailsRoll"_s, u"detailsRevoke"_s}) {
            const auto *button = child<QAbstractButton>(name);
            QVERIFY2(button->isEnabled() != off, qPrintable(name));
            QVERIFY2((button->toolTip() == reason) == off, qPrintable(name));
            QVERIFY2((button->accessibleDescription() == reason) == off, qPrintable(name));
        }
    };
    check(false);
    fail(40s);
    check(true);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier); // opens nothing
    retry();
    check(true);
    test::fillWithSample(*m_source);
    chooseRow(5);
    check(false);
}

void TokensOfflineTest::aHiddenPageCountsNothing()
{
    test::fillWithSample(*m_source);
    fail(40s);
    m_window->hide();
    QVERIFY(!countdown().isActive());
    m_clock.advance(10s);
    m_window->show();
    QVERIFY(countdown().isActive());
    QCOMPARE(notice(), m_begin + u"Next try in 30 s."_s);
}

QTEST_MAIN(TokensOfflineTest)
#include "tst_tokensoffline.moc"
