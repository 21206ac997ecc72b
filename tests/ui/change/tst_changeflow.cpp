// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/changeflow.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

/** Notes what is asked for and does nothing. */
class NotedActions final : public ui::ChangeActions
{
public:
    void preview(const tokens::UpdateRequest &) override {}
    void update(const tokens::UpdateRequest &) override {}
    void roll(const model::Token &token) override { rolledIds.append(token.id); }
    void run(ui::BatchKind kind, const std::vector<model::Token> &tokens) override
    {
        kinds.push_back(kind);
        counts.push_back(tokens.size());
    }

    void stopBatch() override { ++stops; }

    int stops = 0;
    QStringList rolledIds;
    std::vector<ui::BatchKind> kinds;
    std::vector<std::size_t> counts;
};

model::Token token(const QString &name, model::TokenStatus status = model::TokenStatus::Active)
{
    return {.id = name, .name = name, .status = status};
}

} // namespace

class ChangeFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revokesOnlyAfterTheVerb();
    void enablesAtOnceAndDisablesAfterAsking();
    void showsARolledSecretEvenWithoutAKeychain();
    void wordsAFailure();
    void saysHowFarItIsAndStops();
    void severalAreNamedAndCanBeDisabledInstead();

private:
    ui::ThemeController m_theme{*qApp, ui::Scheme::Light};
    base::SystemClock m_clock;
    ui::SecretClipboard m_clipboard{*QGuiApplication::clipboard()};
};

void ChangeFlowTest::revokesOnlyAfterTheVerb()
{
    NotedActions actions;
    QWidget window;
    window.show();
    ui::ChangeFlow flow(
        {.theme = m_theme.theme(), .clock = m_clock, .actions = actions, .clipboard = m_clipboard, .window = window});
    flow.revoke({token(u"ci"_s)});
    QVERIFY(window.findChild<QLabel *>(u"revokeDialogTitle"_s)->text().contains(u"ci"_s));
    QTest::mouseClick(window.findChild<QPushButton *>(u"revokeDialogCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!window.findChild<QDialog *>());
    QVERIFY(actions.kinds.empty());
    flow.revoke({token(u"ci"_s), token(u"cd"_s)});
    QTest::mouseClick(window.findChild<QPushButton *>(u"revokeDialogVerb"_s), Qt::LeftButton);
    QCOMPARE(actions.kinds, std::vector{ui::BatchKind::Revoke});
    QCOMPARE(actions.counts, std::vector<std::size_t>{2});
}

void ChangeFlowTest::enablesAtOnceAndDisablesAfterAsking()
{
    NotedActions actions;
    QWidget window;
    window.show();
    ui::ChangeFlow flow(
        {.theme = m_theme.theme(), .clock = m_clock, .actions = actions, .clipboard = m_clipboard, .window = window});
    flow.toggle({token(u"off"_s, model::TokenStatus::Disabled)});
    QCOMPARE(actions.kinds, std::vector{ui::BatchKind::Enable});
    flow.toggle({token(u"off"_s, model::TokenStatus::Disabled), token(u"on"_s)});
    QCOMPARE(actions.kinds.size(), 1U);
    QTest::mouseClick(window.findChild<QPushButton *>(u"disableDialogVerb"_s), Qt::LeftButton);
    QCOMPARE(actions.kinds.back(), ui::BatchKind::Disable);
    QCOMPARE(actions.counts.back(), 1U);
}

void ChangeFlowTest::showsARolledSecretEvenWithoutAKeychain()
{
    NotedActions actions;
    QWidget window;
    window.show();
    ui::ChangeFlow flow(
        {.theme = m_theme.theme(), .clock = m_clock, .actions = actions, .clipboard = m_clipboard, .window = window});
    flow.roll(token(u"ci"_s));
    QTest::mouseClick(window.findChild<QPushButton *>(u"rollDialogVerb"_s), Qt::LeftButton);
    QCOMPARE(actions.rolledIds, QStringList{u"ci"_s});
    Q_EMIT actions.rolled({.token = token(u"ci"_s), .secret = base::Secret("cfut_" + QByteArray(40, 'x'))});
    QVERIFY(window.findChild<QDialog *>(u"secretDialog"_s));
    QTest::mouseClick(window.findChild<QPushButton *>(u"secretDone"_s), Qt::LeftButton);
    QTRY_VERIFY(!window.findChild<QDialog *>(u"secretDialog"_s));
}

void ChangeFlowTest::wordsAFailure()
{
    NotedActions actions;
    QWidget window;
    ui::ChangeFlow flow(
        {.theme = m_theme.theme(), .clock = m_clock, .actions = actions, .clipboard = m_clipboard, .window = window});
    ui::MessageContent said;
    connect(&flow, &ui::ChangeFlow::ended, this, [&said](const ui::MessageContent &result) { said = result; });
    Q_EMIT actions.batchFinished(
        {.kind = ui::BatchKind::Revoke,
         .done = {token(u"a"_s)},
         .failures = {{.token = token(u"b"_s), .error = {.message = u"No."_s, .cfRay = u"r"_s}}}});
    QCOMPARE(said.tone, ui::Tone::Danger);
    QVERIFY(said.title.contains(u"a is revoked."_s) && said.title.contains(u"b stayed"_s));
    QVERIFY(said.details.contains(u'r'));
}

void ChangeFlowTest::saysHowFarItIsAndStops()
{
    NotedActions actions;
    QWidget window;
    ui::ChangeFlow flow(
        {.theme = m_theme.theme(), .clock = m_clock, .actions = actions, .clipboard = m_clipboard, .window = window});
    QStringList said;
    const auto note = [&said](const ui::MessageContent &message) { said += (message.title + u' ' + message.text); };
    connect(&flow, &ui::ChangeFlow::advanced, this, note);
    connect(&flow, &ui::ChangeFlow::ended, this, note);
    Q_EMIT actions.batchAdvanced(ui::BatchKind::Revoke, 1, 12);
    flow.stop();
    QCOMPARE(actions.stops, 1);
    Q_EMIT actions.batchFinished({.kind = ui::BatchKind::Revoke, .done = {token(u"a"_s)}, .left = 11});
    QCOMPARE(said.size(), 2);
    QVERIFY(said.first().startsWith(u"Revoking tokens: 1 of 12"_s));
    QVERIFY(said.last().startsWith(u"a is revoked. Stopped: 11"_s));
}

void ChangeFlowTest::severalAreNamedAndCanBeDisabledInstead()
{
    NotedActions actions;
    QWidget window;
    window.show();
    ui::ChangeFlow flow(
        {.theme = m_theme.theme(), .clock = m_clock, .actions = actions, .clipboard = m_clipboard, .window = window});
    flow.revoke({token(u"ci"_s), token(u"cd"_s)});
    QVERIFY(window.findChild<QLabel *>(u"revokeDialogText"_s)->text().contains(u"ci, cd."_s));
    QTest::mouseClick(window.findChild<QPushButton *>(u"revokeDialogMilder"_s), Qt::LeftButton);
    QTRY_VERIFY(window.findChild<QDialog *>(u"disableDialog"_s));
    QVERIFY(actions.kinds.empty());
}

QTEST_MAIN(ChangeFlowTest)
#include "tst_changeflow.moc"
