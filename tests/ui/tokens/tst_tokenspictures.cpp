// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the Tokens page in all its states, light and dark, at 100 and 200 %, to be looked at and compared with the
// design. The test itself only sees to it that everything draws.
#include "tests/support/fakeclock.h"
#include "tests/support/faketokensource.h"
#include "tests/support/picture.h"
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/bind.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenssearch.h"
#include "ui/tokens/tokenstable.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using State = ui::TokenListStatus::State;

Q_DECLARE_METATYPE(std::function<void(test::FakeTokenSource &, QWidget &)>)

namespace {

using Setup = std::function<void(test::FakeTokenSource &, QWidget &)>;

void select(QWidget &page, const QString &name)
{
    auto *table = page.findChild<ui::TokensTable *>();
    const auto found = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
    QVERIFY(!found.isEmpty());
    table->selectRow(found.first().row());
    Q_EMIT table->opened();
}

base::Error offline()
{
    return {.code = base::Error::Code::Unavailable,
            .message = u"Cloudflare can't be reached."_s,
            .detail = u"Host api.cloudflare.com not found"_s};
}

} // namespace

class TokensPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draw_data();
    void draw();
};

void TokensPictures::draw_data()
{
    QTest::addColumn<Setup>("setup");
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    const QSize usual(1280, 800);
    const Setup ready = [](auto &source, auto &page) {
        test::fillWithSample(source);
        select(page, u"deploy-workers-prod"_s);
    };
    const auto add = [&](const char *name, ui::Scheme scheme, const Setup &setup) {
        QTest::newRow(name) << setup << scheme << usual << 1.0;
    };
    add("ready-light", ui::Scheme::Light, ready);
    add("ready-dark", ui::Scheme::Dark, ready);
    add("loading-light", ui::Scheme::Light, [](auto &source, auto &page) {
        source.setStatus({.state = State::Loading, .pagesDone = 3, .pagesTotal = 8});
        auto *table = page.template findChild<ui::TokensTable *>();
        QTRY_VERIFY(table->model()->rowCount() > 0);
    });
    const Setup failed = [](auto &source, auto &page) {
        test::fillWithSample(source);
        source.setStatus({.state = State::Failed,
                          .updatedAt = test::sampleNow().addSecs(-1740),
                          .error = offline(),
                          .nextTryAt = test::sampleNow().addSecs(40)});
        QTest::mouseClick(page.template findChild<QPushButton *>(u"tokensNoticeDetailsButton"_s), Qt::LeftButton);
        page.template findChild<ui::TokensTable *>()->setFocus(Qt::TabFocusReason);
    };
    add("offline-light", ui::Scheme::Light, failed);
    add("offline-dark", ui::Scheme::Dark, failed);
    add("refused-light", ui::Scheme::Light, [](auto &source, auto &) {
        source.setStatus({.state = State::Failed,
                          .error = base::Error{.code = base::Error::Code::Unauthenticated,
                                               .message = u"Cloudflare doesn't know the bootstrap token any more. "
                                                          "Enter a new one in Settings."_s,
                                               .httpStatus = 401,
                                               .cloudflareCode = 1000,
                                               .cfRay = u"8f2a7c1b9d3e4f50-LHR"_s}});
    });
    add("empty-light", ui::Scheme::Light,
        [](auto &source, auto &) { source.setStatus({.state = State::Ready, .updatedAt = test::sampleNow()}); });
    add("empty-dark", ui::Scheme::Dark,
        [](auto &source, auto &) { source.setStatus({.state = State::Ready, .updatedAt = test::sampleNow()}); });
    add("loading-dark", ui::Scheme::Dark, [](auto &source, auto &page) {
        source.setStatus({.state = State::Loading, .pagesDone = 3, .pagesTotal = 8});
        auto *table = page.template findChild<ui::TokensTable *>();
        QTRY_VERIFY(table->model()->rowCount() > 0);
    });
    add("nothing-found-light", ui::Scheme::Light, [](auto &source, auto &page) {
        test::fillWithSample(source);
        page.template findChild<ui::TokensSearch *>()->setText(u"perm:dnss"_s);
    });
    add("refreshing-dark", ui::Scheme::Dark, [](auto &source, auto &page) {
        test::fillWithSample(source);
        source.setStatus({.state = State::Loading, .pagesDone = 1, .pagesTotal = 3, .updatedAt = test::sampleNow()});
        page.template findChild<ui::TokensSearch *>()->setText(u"perm:dns -is:expired"_s);
        page.template findChild<QLineEdit *>(u"tokensFilter"_s)->setFocus();
    });
    const Setup several = [](auto &source, auto &page) {
        test::fillWithSample(source);
        page.template findChild<ui::TokensTable *>()->selectAll();
        QTRY_VERIFY(page.template findChild<QWidget *>(u"several-flagged"_s));
    };
    add("several-light", ui::Scheme::Light, several);
    add("several-dark", ui::Scheme::Dark, several);
    QTest::newRow("several-text200") << several << ui::Scheme::Light << QSize(1600, 1000) << 2.0;
    QTest::newRow("narrow-light") << ready << ui::Scheme::Light << QSize(1000, 640) << 1.0;
    QTest::newRow("text200-light") << ready << ui::Scheme::Light << QSize(1600, 1000) << 2.0;
}

void TokensPictures::draw()
{
    QFETCH(Setup, setup);
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(double, text);
    const QFont before = QApplication::font();
    const QString family = qEnvironmentVariable("TOKENSMITH_PICTURE_FONT", u"Inter"_s);
    QFont font(family);
    font.setPointSizeF(9.75 * text); // 13 px at 96 dots an inch, as in the design
    QApplication::setFont(font);
    {
        ui::ThemeController controller(*qApp, scheme);
        const test::FakeClock clock(test::sampleNow());
        test::FakeTokenSource source;
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addSpacing(size.width() < 1040 ? 56 : 199); // where the navigation stands
        row->addWidget(ui::makeDivider(Qt::Vertical, &window));
        auto *page = new ui::TokensPage({.theme = controller.theme(), .clock = clock, .source = source}, &window);
        row->addWidget(page, 1);
        window.resize(size);
        window.show();
        page->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        setup(source, *page);
        QCoreApplication::processEvents();
        QCOMPARE(window.size(), size);
        QVERIFY(test::keepPicture(window, u"tokens/%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
    }
    QApplication::setFont(before);
}

QTEST_MAIN(TokensPictures)
#include "tst_tokenspictures.moc"
