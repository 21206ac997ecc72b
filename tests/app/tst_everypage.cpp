// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through the pages of the whole program, on the simulated Cloudflare: in both languages, in a small window, with
// text of twice the size, light and dark, and from right to left. Nothing a keyboard reaches may lack a name, and no
// text may be cut off. Draws each page into pictures/ of the build directory.
#include "app/common/services.h"
#include "app/desktop/desktopapp.h"
#include "app/desktop/pageids.h"
#include "tests/support/widgetwalk.h"
#include "ui/activity/activitytable.h"
#include "ui/common/label.h"
#include "ui/common/translations.h"
#include "ui/common/wizardframe.h"
#include "ui/settings/settingspage.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"
#include "ui/window/lockpage.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFontInfo>
#include <QPushButton>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** How a person has it. */
struct Look
{
    QString language = u"en_GB"_s;
    QSize size = {1280, 800};
    qreal text = 1.0; ///< times the usual size
    QByteArray settings = {};
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

Q_DECLARE_METATYPE(Look)

/** The whole program as a person has it; goes with the test function that made it. */
class WholeProgram
{
public:
    WholeProgram(QApplication &application, const Look &look)
        : m_translations(QLocale(look.language))
        , m_instance({.directory = m_data.path()})
    {
        auto services = app::Services::create({.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path()});
        if (!services)
            qFatal("%s", qPrintable(services.error().message));
        m_services = *std::move(services);
        QFile settings(m_services->paths().config + "/settings.json"_L1);
        if (!look.settings.isEmpty() && (!settings.open(QIODevice::WriteOnly) || settings.write(look.settings) < 0))
            qFatal("%s", qPrintable(settings.errorString()));
        settings.close();
        m_desktop = std::make_unique<app::DesktopApp>(
            app::DesktopApp::Parts{.application = application, .services = *m_services, .instance = m_instance});
        m_desktop->start();
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (auto *found = qobject_cast<ui::MainWindow *>(widget))
                m_window = found;
        }
        m_window->resize(look.size);
    }

    /** As quitting does: nothing is under way any more when all is taken down. */
    ~WholeProgram() { QCoro::waitFor(m_services->stop(std::chrono::seconds(1))); }
    Q_DISABLE_COPY_MOVE(WholeProgram)

    [[nodiscard]] app::Services &services() const { return *m_services; }
    [[nodiscard]] ui::MainWindow &window() const { return *m_window; }

    /** What stands over the window, or the window itself. */
    [[nodiscard]] QWidget &front() const
    {
        QWidget *modal = QApplication::activeModalWidget();
        return modal ? *modal : *m_window;
    }

private:
    QTemporaryDir m_data;
    ui::Translations m_translations;
    platform::SingleInstance m_instance;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::DesktopApp> m_desktop;
    ui::MainWindow *m_window = nullptr;
};

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
    void settingsPage_data() { looks(); }
    void settingsPage();
    void locked_data() { looks(); }
    void locked();
    void dialogs_data() { looks(); }
    void dialogs();
    void listedKeysWork();

private:
    static void looks();
    void begin();
    void look(const QString &page);
    void end() const { QVERIFY2(m_findings.isEmpty(), qPrintable(m_findings)); }

    QFont m_font;
    QString m_findings; ///< a line for each thing wrong
    std::unique_ptr<WholeProgram> m_program;
};

void EveryPageTest::initTestCase()
{
    m_font = QApplication::font();
    QVERIFY(QDir().mkpath(u"pictures/every"_s));
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
    const QString file = u"pictures/every/%1-%2.png"_s.arg(page, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(front.grab().save(file));
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
    end();
}

void EveryPageTest::listedKeysWork()
{
    m_program = std::make_unique<WholeProgram>(*qApp, Look{});
    ui::MainWindow &window = m_program->window();
    QTRY_VERIFY(window.isVisible());
    auto *table = window.findChild<ui::TokensTable *>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    Q_EMIT window.shortcutsRequested();
    QStringList listed;
    const auto labels = window.findChild<QDialog *>(u"shortcutsDialog"_s)->findChildren<ui::Label *>(u"keys"_s);
    for (const ui::Label *label : labels)
        listed += label->text().split(u" · "_s);
    QVERIFY(listed.size() > 15);

    // The keys of views and fields are Qt's, F6 is the window's own.
    QStringList known{u"Up"_s, u"Down"_s, u"Home"_s, u"End"_s, u"Return"_s, u"F6"_s, u"Ctrl+C"_s};
    QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
    const auto all = window.findChildren<QShortcut *>();
    for (const QShortcut *shortcut : all)
        known += shortcut->key().toString(QKeySequence::NativeText);
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->isVisible())
            known += action->shortcut().toString(QKeySequence::NativeText);
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        known += button->shortcut().toString(QKeySequence::NativeText);
    for (const QString &keys : std::as_const(listed))
        QVERIFY2(known.contains(keys), qPrintable(keys));
}

QTEST_MAIN(EveryPageTest)
#include "tst_everypage.moc"
