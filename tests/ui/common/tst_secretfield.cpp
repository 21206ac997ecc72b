// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/secretclipboard.h"
#include "ui/common/secretfield.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokensmith;
using namespace tokensmith::ui;

class SecretFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksTheMiddle();
    void copyCarriesTheHint();
    void clearsAfterItsStay();
    void leavesTheClipboardOfOthersAlone();
    void endClearsWhatIsOurs();
    void fieldShowsAndHides();
    void fieldCountsDown();

private:
    ThemeController m_controller{*qApp};
    const base::Secret m_secret{QByteArray("cfat_9vQe0123456789abcdefghijklmn4kTz")};
};

void SecretFieldTest::masksTheMiddle()
{
    const QString masked = maskedSecret(m_secret);
    QVERIFY(masked.startsWith(u"cfat_9vQe•"_s));
    QVERIFY(masked.endsWith(u"•4kTz"_s));
    QCOMPARE(masked.size(), m_secret.reveal().size());
    QCOMPARE(maskedSecret(base::Secret("short")), u"•••••"_s);
}

void SecretFieldTest::copyCarriesTheHint()
{
    SecretClipboard clipboard(*QApplication::clipboard());
    clipboard.copy(m_secret);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text().toUtf8(), m_secret.reveal());
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret");
    QVERIFY(clipboard.remaining() > 29s);
    QVERIFY(clipboard.holds(m_secret));
}

void SecretFieldTest::clearsAfterItsStay()
{
    SecretClipboard clipboard(*QApplication::clipboard());
    clipboard.setStay(20ms);
    clipboard.copy(m_secret);
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(!clipboard.holds(m_secret));
    QCOMPARE(clipboard.remaining(), 0ms);
}

void SecretFieldTest::leavesTheClipboardOfOthersAlone()
{
    SecretClipboard clipboard(*QApplication::clipboard());
    clipboard.copy(m_secret);
    QApplication::clipboard()->setText(u"something else"_s);
    clipboard.clear();
    QCOMPARE(QApplication::clipboard()->text(), u"something else"_s);
    QVERIFY(!clipboard.holds(m_secret));
}

void SecretFieldTest::endClearsWhatIsOurs()
{
    {
        SecretClipboard clipboard(*QApplication::clipboard());
        clipboard.copy(m_secret);
    }
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void SecretFieldTest::fieldShowsAndHides()
{
    SecretClipboard clipboard(*QApplication::clipboard());
    SecretField field(m_controller.theme(), clipboard, u"secret"_s);
    field.setSecret(m_secret);
    field.resize(656, 80);
    field.show();
    const QImage hidden = field.grab().toImage();
    QCOMPARE(field.accessibleName(), u"Secret, hidden"_s);
    auto *show = field.findChild<QPushButton *>(u"secretShow"_s);
    show->click();
    QCOMPARE(field.view(), SecretField::View::Shown);
    QCOMPARE(field.accessibleName(), u"Secret, shown"_s);
    QVERIFY(field.grab().toImage() != hidden);
    field.hide();
    QCOMPARE(field.view(), SecretField::View::Hidden);
    field.show();
    QCOMPARE(show->text(), u"Show"_s);
}

void SecretFieldTest::fieldCountsDown()
{
    SecretClipboard clipboard(*QApplication::clipboard());
    SecretField field(m_controller.theme(), clipboard, u"secret"_s);
    field.setSecret(m_secret);
    field.show();
    auto *copy = field.findChild<QPushButton *>(u"secretCopy"_s);
    auto *words = field.findChild<QLabel *>(u"secretCountdown"_s);
    QVERIFY(!words->isVisible());
    copy->click();
    QCOMPARE(copy->text(), u"Copied"_s);
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), u"Clipboard clears in 30 s"_s);
    field.findChild<QPushButton *>(u"secretClear"_s)->click();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QCOMPARE(copy->text(), u"Copy"_s);
    QVERIFY(!words->isVisible());
}

QTEST_MAIN(SecretFieldTest)
#include "tst_secretfield.moc"
