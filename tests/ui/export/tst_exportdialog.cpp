// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "ui/common/message.h"
#include "ui/common/themecontroller.h"
#include "ui/export/exportdialog.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class ExportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void writesTheChosenListAndFormat();
    void failureStaysAndSaysWhy();
    void choosesAFileWithoutBlocking();
    void everythingHasANameAndRoom();

private:
    void choose(const QString &name) { m_dialog->findChild<QRadioButton *>(name)->setChecked(true); }

    ui::ThemeController m_theme{*qApp};
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(9, 41), Qt::UTC)};
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::ExportDialog> m_dialog;
    ui::MessageContent m_said;
    QTemporaryDir m_folder;
};

void ExportDialogTest::init()
{
    QVERIFY(m_folder.isValid());
    m_said = {};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 800);
    m_window->show();
    const auto one = [] { return std::vector<model::Token>{{.id = u"1"_s, .name = u"chosen"_s}}; };
    const auto all = [] {
        return std::vector<model::Token>{{.id = u"1"_s, .name = u"chosen"_s}, {.id = u"2"_s, .name = u"other"_s}};
    };
    m_dialog = new ui::ExportDialog(
        {.theme = m_theme.theme(),
         .clock = m_clock,
         .lists = {{u"exportSelected"_s, u"The selected token"_s, one}, {u"exportAll"_s, u"All 2 tokens"_s, all}},
         .folder = m_folder.path()},
        m_window.get());
    connect(m_dialog, &ui::ExportDialog::written, this,
            [this](const auto &result, const QString &) { m_said = result; });
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void ExportDialogTest::writesTheChosenListAndFormat()
{
    choose(u"exportAll"_s);
    choose(u"exportJson"_s);
    const QString path = m_folder.filePath(u"a.json"_s);
    m_dialog->writeTo(path);
    QTRY_VERIFY(!m_dialog);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith('{') || bytes.startsWith('['));
    QVERIFY(bytes.contains("chosen") && bytes.contains("other"));
    QVERIFY(m_said.title.contains(u'2') && m_said.title.contains(u"a.json"_s));
}

void ExportDialogTest::failureStaysAndSaysWhy()
{
    m_dialog->writeTo(m_folder.filePath(u"missing/a.csv"_s));
    QTRY_VERIFY(m_dialog->findChild<QWidget *>(u"exportMessage"_s)->isVisible());
    QVERIFY(m_dialog->findChild<QPushButton *>(u"exportSave"_s)->isEnabled());
    QVERIFY(m_said.title.isEmpty());
    QTRY_COMPARE(test::cutTexts(*m_dialog), QStringList());
    QVERIFY(test::keepPicture(*m_dialog, u"export/failed"_s));
}

void ExportDialogTest::choosesAFileWithoutBlocking()
{
    choose(u"exportIcs"_s);
    QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"exportSave"_s), Qt::LeftButton);
    auto *chooser = m_dialog->findChild<QFileDialog *>(u"exportChooser"_s);
    QVERIFY(chooser && chooser->isVisible());
    QVERIFY(chooser->selectedFiles().first().endsWith(u"tokens-2026-11-23.ics"_s));
    chooser->reject();
    QVERIFY(m_dialog->isVisible());
}

void ExportDialogTest::everythingHasANameAndRoom()
{
    QCOMPARE(test::namelessWidgets(*m_dialog), QStringList());
    QCOMPARE(test::cutTexts(*m_dialog), QStringList());
    QVERIFY(test::keepPicture(*m_dialog, u"export/light"_s));
    m_theme.setScheme(ui::Scheme::Dark);
    QVERIFY(test::keepPicture(*m_dialog, u"export/dark"_s));
    m_theme.setScheme(ui::Scheme::Light);
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
