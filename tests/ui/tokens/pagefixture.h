// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/faketokensource.h"
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/badge.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokencells.h"
#include "ui/tokens/tokencolumns.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using State = ui::TokenListStatus::State;

/** The Tokens page over a source of tokens that only pretends, made anew for each test function. */
class PageFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

protected:
    template <typename T>
    T *child(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        return found ? found : (qFatal("no child %s", qPrintable(name)), nullptr);
    }
    [[nodiscard]] QString text(const QString &label) const { return child<QLabel>(label)->text(); }
    [[nodiscard]] bool isShown(const QString &name) const { return child<QWidget>(name)->isVisible(); }
    [[nodiscard]] ui::TokensTable &table() const { return *child<ui::TokensTable>(u"tokensTable"_s); }
    void click(const QString &button) { QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton); }
    void chooseRow(int row, Qt::KeyboardModifiers keys = {});

    ui::ThemeController m_controller{*qApp};
    test::FakeClock m_clock{test::sampleNow()};
    std::unique_ptr<test::FakeTokenSource> m_source;
    std::unique_ptr<QWidget> m_window;
};

inline void PageFixture::init()
{
    m_clock.set(test::sampleNow());
    m_window.reset();
    m_source = std::make_unique<test::FakeTokenSource>();
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    auto *page =
        new ui::TokensPage({.theme = m_controller.theme(), .clock = m_clock, .source = *m_source}, m_window.get());
    column->addWidget(page);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    page->setFocus();
}

inline void PageFixture::chooseRow(int row, Qt::KeyboardModifiers keys)
{
    const QPoint point = table().visualRect(table().model()->index(row, 0)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, keys, point);
}
