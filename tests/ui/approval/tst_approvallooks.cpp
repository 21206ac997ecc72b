// SPDX-License-Identifier: GPL-3.0-or-later
// What the approval window looks like, and what is left of it. Keeps pictures of it.
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/approval/approvalfixture.h"
#include "ui/common/translations.h"

#include <QFile>
#include <QPlainTextEdit>

#include <unistd.h>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using clients::ApprovalRequest;

namespace {

qint64 residentBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class ApprovalLooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::ApprovalFixture>(); }
    void cleanup() { m.reset(); }
    void showsTheCall();
    void showsDifferences();
    void textsStayPlain();
    void everythingHasANameAndRoom();
    void textOfTwiceTheSize();
    void german();
    void pictures();
    void tenThousandLeaveNothingBehind();

private:
    void waitForApprove() { QTRY_VERIFY_WITH_TIMEOUT(m->approve()->isEnabled(), 3000); }

    std::unique_ptr<test::ApprovalFixture> m;
};

void ApprovalLooksTest::showsTheCall()
{
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    auto *call = m->find<QPlainTextEdit>("approvalCall");
    QVERIFY(!call->isVisible());
    QTest::mouseClick(m->find<QPushButton>("approvalShowCall"), Qt::LeftButton);
    QVERIFY(call->isVisible());
    QVERIFY(call->toPlainText().contains(u"\"path\": \"/user/tokens\""_s));
    QTRY_VERIFY(!call->visibleRegion().isEmpty());
    QTest::mouseClick(m->find<QPushButton>("approvalShowCall"), Qt::LeftButton);
    QVERIFY(!call->isVisible());
}

void ApprovalLooksTest::showsDifferences()
{
    ApprovalRequest request = test::dnsToken();
    request.tool = u"update_token"_s;
    request.secret = ApprovalRequest::Secret::None;
    request.effect.differences = {{.what = u"name"_s, .before = {u"deploy"_s}, .after = {u"other"_s}}};
    const auto answer = m->ask(request);
    QVERIFY(m->isUp());
    const QString diff = m->find<QPlainTextEdit>("approvalDiff")->toPlainText();
    QVERIFY(diff.contains(u"Name: deploy"_s));
    QVERIFY(diff.contains(u"Name: other"_s));
    QVERIFY(test::keepPicture(*m->window, u"approval/update"_s));
}

void ApprovalLooksTest::textsStayPlain()
{
    const QString evil = u"<b>x</b>\n\u202E<img src=x>"_s + QString(4000, u'w');
    ApprovalRequest request = test::dnsToken();
    request.client = evil;
    request.tool = evil;
    request.effect.sentences = {{.lead = evil, .text = evil}};
    request.effect.warnings = {{.lead = evil, .text = evil}};
    request.effect.facts->permissions = QStringList(100, evil);
    request.effect.facts->places = {evil};
    request.effect.facts->ownerName = evil;
    request.effect.details = {{u"name"_s, evil}};
    const auto answer = m->ask(request);
    QVERIFY(m->isUp());
    const auto labels = m->window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().isEmpty()) // a picture
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(!label->text().contains(u'\n') && !label->text().contains(QChar(0x202E)), qPrintable(label->text()));
    }
    QVERIFY2(m->window->width() < 1200, qPrintable(QString::number(m->window->width())));
    const auto *body = m->find<QWidget>("approvalBody");
    QVERIFY2(body->width() <= m->window->width(), qPrintable(QString::number(body->width())));
    QVERIFY(test::keepPicture(*m->window, u"approval/evil"_s));
}

void ApprovalLooksTest::everythingHasANameAndRoom()
{
    const auto answer = m->ask(test::dnsToken());
    const auto second = m->ask(test::longOne());
    QVERIFY(m->isUp());
    QCOMPARE(m->window->size(), QSize(560, 520));
    QCOMPARE(test::namelessWidgets(*m->window), QStringList());
    QTRY_COMPARE(test::cutTexts(*m->window), QStringList());
    m->window->resize(m->window->minimumSizeHint());
    QCOMPARE(test::namelessWidgets(*m->window), QStringList());
    QTRY_COMPARE(test::cutTexts(*m->window), QStringList());
}

void ApprovalLooksTest::textOfTwiceTheSize()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(twice);
    m->window.reset(); // as one that starts so
    m->window = std::make_unique<ui::ApprovalWindow>(m->theme.theme(), m->source);
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    QTRY_COMPARE(test::cutTexts(*m->window), QStringList());
    QVERIFY(test::keepPicture(*m->window, u"approval/200"_s));
    QApplication::setFont(usual);
}

void ApprovalLooksTest::german()
{
    const ui::Translations german(QLocale(u"de_DE"_s));
    m.reset();
    m = std::make_unique<test::ApprovalFixture>(); // as one that starts so
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    QCOMPARE(m->deny()->text(), u"Ablehnen"_s);
    QTRY_COMPARE(test::cutTexts(*m->window), QStringList());
    QVERIFY(test::keepPicture(*m->window, u"approval/de"_s));
}

void ApprovalLooksTest::pictures()
{
    const auto answer = m->ask(test::dnsToken());
    const auto second = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    m->clock.advance(18s);
    waitForApprove();
    QTRY_COMPARE_WITH_TIMEOUT(m->text("approvalLeft"), u"1 min 42 s"_s, 3000);
    QVERIFY(test::keepPicture(*m->window, u"approval/light"_s));
    m->theme.setScheme(ui::Scheme::Dark);
    QCoreApplication::processEvents();
    QVERIFY(test::keepPicture(*m->window, u"approval/dark"_s));
    QTest::mouseClick(m->find<QPushButton>("approvalShowCall"), Qt::LeftButton);
    QTest::qWait(20);
    QVERIFY(test::keepPicture(*m->window, u"approval/call"_s));
}

void ApprovalLooksTest::tenThousandLeaveNothingBehind()
{
    const auto round = [this](int count) {
        for (int i = 0; i < count; ++i) {
            std::vector<test::ApprovalFixture::Answer> asked;
            for (int j = 0; j < 34; ++j) // one is shown, some wait behind it, most are refused: too many
                asked.push_back(m->ask(test::dnsToken()));
            QTRY_VERIFY(m->window->isVisible());
            m->gate.closeAll({});
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    };
    round(30); // what is cached is cached
    const auto objects = m->window->findChildren<QObject *>().size();
    const auto widgets = QApplication::allWidgets().size();
    const qint64 bytes = residentBytes();
    round(300);
    QVERIFY(!m->window->isVisible());
    QVERIFY(m->gate.waiting().empty());
    QCOMPARE(m->window->findChildren<QObject *>().size(), objects);
    QCOMPARE(QApplication::allWidgets().size(), widgets);
    const qint64 more = residentBytes() - bytes;
    qInfo() << "10000 requests:" << more / 1024 << "KiB more";
    QVERIFY2(more < 8 * 1024 * 1024, qPrintable(QString::number(more)));
}

QTEST_MAIN(ApprovalLooksTest)
#include "tst_approvallooks.moc"
