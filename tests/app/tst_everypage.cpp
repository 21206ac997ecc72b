// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through the pages of the whole program, on the simulated Cloudflare: in both languages, in a small window, with
// text of twice the size, light and dark, and from right to left. Nothing a keyboard reaches may lack a name, and no
// text may be cut off. Keeps a picture of each page.
#include "app/desktop/pageids.h"
#include "tests/app/wholeprogram.h"
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "ui/activity/activitytable.h"
#include "ui/clients/clientkeystable.h"
#include "ui/common/wizardframe.h"
#include "ui/settings/settingspage.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"
#include "ui/window/lockpage.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using test::Look;
using test::WholeProgram;

class EveryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void tokens_data() { looks(); }
    void tokens();
    void wizard_data() { looks(); }
    void wizard();
    void activity_data() { looks(); }
    void activity();
    void clientsPage_data() { looks(); }
    void clientsPage();
    void settingsPage_data() { looks(); }
    void settingsPage();
    void locked_data() { looks(); }
    void locked();
    void dialogs_data() { looks(); }
    void dialogs();
    void editing_data() { looks(); }
    void editing();

private:
    static void looks();
    void begin();
    void look(const QString &page);
    void end() const { QVERIFY2(m_findings.isEmpty(), qPrintable(m_findings)); }

    QTemporaryDir m_home; ///< where the program looks for clients
    QFont m_font;
    QString m_findings; ///< a line for each thing wrong
    std::unique_ptr<WholeProgram> m_program;
};

void EveryPageTest::initTestCase()
{
    m_font = QApplication::font();
    qputenv("HOME", QFile::encodeName(m_home.path()));
    qunsetenv("XDG_CONFIG_HOME");
}

void EveryPageTest::cleanup()
{
    m_findings.clear();
    m_program.reset();
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void EveryPageTest::looks()
{
    constexpr QSize kSmall(1024, 640);
    constexpr QSize kLarge(1920, 1200);
    QTest::addColumn<Look>("look");
    QTest::newRow("light") << Look{.settings = R"({"colours": "light"})"};
    QTest::newRow("dark") << Look{.settings = R"({"colours": "dark"})"};
    QTest::newRow("en-small") << Look{.size = kSmall};
    QTest::newRow("de-small") << Look{.language = u"de_DE"_s, .size = kSmall};
    QTest::newRow("en-200") << Look{.size = kLarge, .text = 2.0};
    QTest::newRow("de-200") << Look{.language = u"de_DE"_s, .size = kLarge, .text = 2.0};
    QTest::newRow("right-to-left") << Look{.direction = Qt::RightToLeft};
}

void EveryPageTest::begin()
{
    QFETCH(Look, look);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * look.text);
    QApplication::setFont(font);
    QApplication::setLayoutDirection(look.direction);
    m_program = std::make_unique<WholeProgram>(*qApp, look);
    QTRY_VERIFY(m_program->window().isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
    QCOMPARE(m_program->window().size(), look.size);
    auto *table = m_program->window().findChild<ui::TokensTable *>();
    QVERIFY(table);
    QTRY_VERIFY(table->model()->rowCount() > 40);
}

void EveryPageTest::look(const QString &page)
{
    QCoreApplication::processEvents();
    QWidget &front = m_program->front();
    (void)QTest::qWaitFor([&front] { return test::cutTexts(front).isEmpty(); }, 500); // layouts settle in turns
    QVERIFY(test::keepPicture(front, u"every-page/%1-%2"_s.arg(page, QLatin1String(QTest::currentDataTag()))));
    const QStringList nameless = test::namelessWidgets(front);
    for (const QString &widget : nameless)
        m_findings += page + u": without a name: "_s + widget + u'\n';
    const QStringList cut = test::cutTexts(front);
    for (const QString &widget : cut)
        m_findings += page + u": cut off: "_s + widget + u'\n';
}

void EveryPageTest::tokens()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    look(u"tokens"_s);
    auto *table = m_program->window().findChild<ui::TokensTable *>();
    for (int row = 0; row < 12; ++row) {
        table->setCurrentIndex(table->model()->index(row, 0));
        QCOMPARE(table->selectedIds().size(), 1);
        Q_EMIT table->opened();
        look(u"token-%1"_s.arg(row));
    }
    table->selectAll();
    look(u"tokens-selected"_s);
    end();
}

void EveryPageTest::wizard()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    QTest::keyClick(m_program->window().findChild<ui::TokensTable *>(), Qt::Key_N, Qt::ControlModifier);
    auto *frame = m_program->window().findChild<ui::WizardFrame *>();
    QVERIFY(frame);
    look(u"wizard"_s);
    end();
}

void EveryPageTest::activity()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    app::Services &services = m_program->services();
    const auto add = [&services](const QString &correlation, audit::CallRow row) {
        row.client = u"Claude Code"_s;
        row.correlationId = correlation;
        services.calls().add(row);
    };
    services.audit().add({.operation = u"update_token"_s, .tokenId = u"gone"_s, .tokenName = u"backup-r2"_s});
    services.audit().add({.operation = u"create_token"_s, .client = u"Claude Code"_s, .correlationId = u"one"_s});
    add(u"one"_s, {.tool = u"create_token"_s,
                   .callClass = u"create"_s,
                   .tokenName = u"claude-dns-trial"_s,
                   .took = std::chrono::milliseconds(312),
                   .waited = std::chrono::milliseconds(14'000),
                   .verdict = audit::CallRow::Verdict::Approved,
                   .effect = u"A token that can edit DNS records in lantern.example for 6 hours."_s,
                   .arguments = uR"({"name":"claude-dns-trial","permissions":["DNS Write"]})"_s});
    add(u"two"_s, {.tool = u"revoke_token"_s,
                   .callClass = u"revoke"_s,
                   .outcome = audit::CallRow::Outcome::Refused,
                   .error = u"This key may not revoke tokens."_s,
                   .code = u"permission_denied"_s});
    QVERIFY(m_program->window().showPage(app::kActivityPage));
    auto *table = m_program->window().findChild<ui::ActivityTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 4);
    look(u"activity"_s);
    for (int row = 1; row < 4; ++row) {
        table->setCurrentIndex(table->model()->index(row, 0));
        QCOMPARE(table->chosenRow(), row);
        Q_EMIT table->opened();
        auto *who = m_program->window().findChild<QLabel *>(u"activityWho"_s);
        QTRY_VERIFY(who && who->visibleRegion().boundingRect().height() >= who->fontMetrics().height());
        look(u"activity-%1"_s.arg(row));
    }
    end();
}

void EveryPageTest::clientsPage()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    const auto write = [this](const QString &file, const QByteArray &content) {
        const QString path = m_home.filePath(file);
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QFile device(path);
        QVERIFY(device.open(QIODevice::WriteOnly));
        QCOMPARE(device.write(content), content.size());
    };
    write(u".cursor/mcp.json"_s, R"({"mcpServers": {"notes": {"command": "notes-mcp"}}})");
    write(u".claude.json"_s, "{}");
    write(u".config/zed/settings.json"_s, "{ odd");
    ui::MainWindow &window = m_program->window();
    QVERIFY(window.showPage(app::kClientsPage));
    const auto press = [&window](const QString &name) {
        auto *button = window.findChild<QAbstractButton *>(name);
        QVERIFY2(button, qPrintable(name));
        button->click();
    };
    look(u"clients"_s);
    press(u"clientAct-cursor"_s);
    look(u"clients-connect"_s);
    press(u"connectVerb"_s);
    look(u"clients-connected"_s);
    press(u"clientAct-zed"_s);
    look(u"clients-unreadable"_s);
    press(u"newKeyButton"_s);
    look(u"clients-newkey"_s);
    window.findChild<QLineEdit *>(u"newKeyName"_s)->setText(u"laptop"_s);
    press(u"newKeyVerb"_s);
    look(u"clients-key"_s);
    press(u"newKeyVerb"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Q_EMIT window.findChild<ui::ClientKeysTable *>()->limitsRequested(u"laptop"_s);
    look(u"clients-limits"_s);
    end();
}

void EveryPageTest::settingsPage()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_program->window().showPage(app::kSettingsPage));
    look(u"settings"_s);
    end();
}

void EveryPageTest::locked()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    QTest::keyClick(&m_program->window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_program->window().findChild<ui::LockPage *>());
    look(u"locked"_s);
    end();
}

void EveryPageTest::dialogs()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    auto *table = m_program->window().findChild<ui::TokensTable *>();
    table->setCurrentIndex(table->model()->index(5, 0));
    QCOMPARE(table->selectedIds().size(), 1);
    const auto open = [&](Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &name) {
        m_program->window().activateWindow(); // the platform without a screen gives focus back to nobody
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
        table->setFocus();
        QTest::keyClick(table, key, modifiers);
        QTRY_VERIFY2(QApplication::activeModalWidget(), qPrintable(name));
        look(name);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    };
    open(Qt::Key_Delete, Qt::NoModifier, u"revoke"_s);
    open(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier, u"roll"_s);
    open(Qt::Key_D, Qt::ControlModifier, u"disable"_s);
    open(Qt::Key_Q, Qt::ControlModifier, u"quit"_s);
    open(Qt::Key_E, Qt::ControlModifier, u"export"_s);
    end();
}

void EveryPageTest::editing()
{
    begin();
    if (QTest::currentTestFailed())
        return;
    auto *table = m_program->window().findChild<ui::TokensTable *>();
    const auto close = [this](const QString &name) {
        QCOMPARE(m_program->front().objectName(), name);
        qobject_cast<QDialog *>(&m_program->front())->reject();
        QTRY_VERIFY(m_program->front().objectName() != name);
    };
    QSet<QString> seen;
    for (int row = 0; row < 30 && !seen.contains(u"access"_s); ++row) {
        m_program->window().activateWindow(); // the platform without a screen gives focus back to nobody
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_F2);
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *choose = m_program->front().findChild<QPushButton *>(u"editAccess"_s);
        const QString edit = choose->isVisible() ? u"edit"_s : u"edit-dashboard"_s;
        if (!seen.contains(edit))
            look(edit);
        seen.insert(edit);
        if (choose->isVisible() && !seen.contains(u"access"_s)) {
            QTest::mouseClick(choose, Qt::LeftButton);
            QTRY_COMPARE(m_program->front().objectName(), u"accessDialog"_s);
            auto *apply = m_program->front().findChild<QPushButton *>(u"accessApply"_s);
            QTRY_VERIFY(apply->isEnabled() || !apply->isVisible());
            if (apply->isEnabled()) {
                look(u"access"_s);
                seen.insert(u"access"_s);
            }
            close(u"accessDialog"_s);
        }
        close(u"editDialog"_s);
    }
    QVERIFY(seen.contains(u"access"_s));
    end();
}

QTEST_MAIN(EveryPageTest)
#include "tst_everypage.moc"
