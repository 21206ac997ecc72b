// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/activity/fakeactivity.h"
#include "tests/ui/activity/sampleactivity.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/activitytable.h"
#include "ui/common/badge.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** The Activity page over activities that only pretend, made anew for each test function. */
class ActivityFixture : public QObject
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
    [[nodiscard]] ui::ActivityTable &table() const { return *child<ui::ActivityTable>(u"activityTable"_s); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QString text(const QString &label) const { return child<QLabel>(label)->text(); }
    void make(const QSize &size = {1280, 800});
    void show(int row) const { table().selectRow(row); }
    void click(const QString &name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }

    ui::ThemeController m_theme{*qApp};
    test::FakeClock m_clock{test::activityNow()};
    std::unique_ptr<test::FakeActivity> m_source;
    std::unique_ptr<QWidget> m_window;
    ui::ActivityPage *m_page = nullptr;
};

inline void ActivityFixture::init()
{
    m_clock.set(test::activityNow());
    m_window.reset();
    m_source = std::make_unique<test::FakeActivity>();
    m_source->all = test::sampleActivity();
    m_source->chainState = {.state = ui::ChainState::State::Checked, .report = {.checked = 2318}};
    make();
}

inline void ActivityFixture::make(const QSize &size)
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new ui::ActivityPage({.theme = m_theme.theme(), .clock = m_clock, .source = *m_source}, m_window.get());
    column->addWidget(m_page);
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->setFocus();
}
