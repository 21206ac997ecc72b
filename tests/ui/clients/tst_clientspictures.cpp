// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps pictures of the Clients page, to be compared with the design.
#include "tests/support/fakeclock.h"
#include "tests/support/fakeservercontrol.h"
#include "tests/support/picture.h"
#include "tests/ui/clients/designclients.h"
#include "ui/clients/clientkeystable.h"
#include "ui/clients/clientspage.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class ClientsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draw_data();
    void draw();

private:
    static void prepare(ui::ClientsPage &page, const QString &state);
};

void ClientsPictures::draw_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::addColumn<QString>("state");
    constexpr QSize kPage(1080, 800);
    QTest::newRow("light") << ui::Scheme::Light << kPage << 1.0 << u"clientAct-cursor"_s;
    QTest::newRow("dark") << ui::Scheme::Dark << kPage << 1.0 << u"clientAct-cursor"_s;
    QTest::newRow("whole") << ui::Scheme::Light << QSize(1080, 1120) << 1.0 << QString();
    QTest::newRow("keyboard") << ui::Scheme::Light << kPage << 1.0 << u"keyboard"_s;
    QTest::newRow("unreadable") << ui::Scheme::Light << kPage << 1.0 << u"clientAct-codex"_s;
    QTest::newRow("empty") << ui::Scheme::Light << kPage << 1.0 << u"empty"_s;
    QTest::newRow("failed") << ui::Scheme::Dark << kPage << 1.0 << u"failed"_s;
    QTest::newRow("newkey") << ui::Scheme::Light << kPage << 1.0 << u"newKeyButton"_s;
    QTest::newRow("newkeymade") << ui::Scheme::Dark << kPage << 1.0 << u"made"_s;
    QTest::newRow("limits") << ui::Scheme::Light << kPage << 1.0 << u"limits"_s;
    QTest::newRow("narrow") << ui::Scheme::Light << QSize(824, 640) << 1.0 << QString();
    QTest::newRow("text200") << ui::Scheme::Light << QSize(1600, 1300) << 2.0 << u"clientAct-cursor"_s;
}

void ClientsPictures::prepare(ui::ClientsPage &page, const QString &state)
{
    auto *keys = page.findChild<ui::ClientKeysTable *>();
    if (state == u"keyboard"_s) {
        keys->setFocus(Qt::TabFocusReason);
        keys->setCurrentIndex(keys->model()->index(1, int(ui::KeyColumn::Change)));
    } else if (state == u"limits"_s) {
        Q_EMIT keys->limitsRequested(u"Claude Code"_s);
    } else if (state == u"made"_s) {
        page.findChild<QPushButton *>(u"newKeyButton"_s)->click();
        page.findChild<QLineEdit *>(u"newKeyName"_s)->setText(u"laptop"_s);
        page.findChild<QPushButton *>(u"newKeyVerb"_s)->click();
    } else if (auto *button = page.findChild<QPushButton *>(state)) {
        button->click();
    }
}

void ClientsPictures::draw()
{
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(double, text);
    QFETCH(QString, state);
    const QFont before = QApplication::font();
    QFont font(qEnvironmentVariable("TOKENSMITH_PICTURE_FONT", u"Inter"_s));
    font.setPointSizeF(9.75 * text); // 13 px at 96 dots an inch, as in the design
    QApplication::setFont(font);
    {
        ui::ThemeController controller(*qApp, scheme);
        ui::SecretClipboard clipboard(*QGuiApplication::clipboard());
        const test::FakeClock clock(QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC));
        test::FakeServerControl server;
        test::FakeClientsActions actions;
        if (state != u"empty"_s)
            test::fillLikeTheDesign(actions, clock.now());
        if (state == u"failed"_s)
            server.fail({.message = u"Port 8787 is used by another program. Stop it or change the port."_s});
        ui::ClientsPage page({.theme = controller.theme(),
                              .clock = clock,
                              .actions = actions,
                              .server = server,
                              .clipboard = clipboard});
        page.resize(size);
        page.show();
        page.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        prepare(page, state);
        QCoreApplication::processEvents();
        auto *dialog = page.findChild<QDialog *>();
        QWidget &shown = dialog ? static_cast<QWidget &>(*dialog) : page;
        QVERIFY(test::keepPicture(shown, u"clients/%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    }
    QApplication::setFont(before);
}

QTEST_MAIN(ClientsPictures)
#include "tst_clientspictures.moc"
