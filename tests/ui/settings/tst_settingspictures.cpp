// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the settings page in its states, to be compared with the design.
#include "tests/support/fakesettingshost.h"
#include "tests/support/picture.h"
#include "ui/common/bind.h"
#include "ui/common/themecontroller.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class SettingsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draw_data();
    void draw();
};

void SettingsPictures::draw_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::addColumn<QString>("state");
    QTest::newRow("light") << ui::Scheme::Light << QSize(1080, 800) << 1.0 << QString();
    QTest::newRow("dark") << ui::Scheme::Dark << QSize(1080, 800) << 1.0 << QString();
    QTest::newRow("missing") << ui::Scheme::Light << QSize(1080, 800) << 1.0 << u"missing"_s;
    QTest::newRow("search") << ui::Scheme::Light << QSize(1080, 800) << 1.0 << u"lock"_s;
    QTest::newRow("nothing") << ui::Scheme::Light << QSize(1080, 800) << 1.0 << u"wombat"_s;
    QTest::newRow("narrow") << ui::Scheme::Light << QSize(824, 640) << 1.0 << QString();
    QTest::newRow("text200") << ui::Scheme::Light << QSize(1600, 1000) << 2.0 << QString();
}

void SettingsPictures::draw()
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
        QTemporaryDir directory;
        settings::SettingsStore store(directory.filePath(u"settings.json"_s));
        test::FakeSettingsHost host;
        host.signIn = ui::SettingsHost::AtSignIn::On;
        if (state == u"missing"_s) {
            using State = ui::Ability::State;
            host.trayAbility = {.state = State::Missing, .why = u"Your desktop shows no tray icons"_s};
            host.lockAbility = {.state = State::Missing,
                                .why = u"Your desktop doesn't say when the screen is locked"_s};
            host.limitAbility = {.state = State::Missing, .why = u"Set by RATE_LIMIT_PER_MINUTE"_s};
            host.words = {};
        }
        ui::SettingsPage page({.theme = controller.theme(), .store = store, .host = host});
        page.resize(size);
        page.show();
        page.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        if (state == u"missing"_s) {
            page.findChild<QToolButton *>(u"settingExpiryEdit"_s)->click();
            page.findChild<QLineEdit *>(u"settingExpiryField"_s)->setText(u"soon"_s);
            QTest::keyClick(page.findChild<QLineEdit *>(u"settingExpiryField"_s), Qt::Key_Return);
        } else if (!state.isEmpty()) {
            page.findChild<QLineEdit *>(u"settingsSearch"_s)->setText(state);
        }
        QCoreApplication::processEvents();
        QCOMPARE(page.size(), size);
        QVERIFY(test::keepPicture(page, u"settings/%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
    }
    QApplication::setFont(before);
}

QTEST_MAIN(SettingsPictures)
#include "tst_settingspictures.moc"
