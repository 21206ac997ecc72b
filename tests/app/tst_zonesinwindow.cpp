// SPDX-License-Identifier: GPL-3.0-or-later
// Names of zones on the Tokens page, over real services and the simulated Cloudflare.
#include "core/catalog/policyreach.h"
#include "tests/support/sandboxservices.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/inventorysource.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenssearch.h"
#include "ui/tokens/tokenstable.h"

#include <QLabel>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

std::set<QString> zonesOf(const model::Token &token)
{
    catalog::Targets targets;
    for (const model::Policy &policy : token.policies)
        catalog::addResources(targets, policy.resources);
    return targets.zones;
}

} // namespace

class ZonesInWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areNamedAndFound();
};

void ZonesInWindowTest::areNamedAndFound()
{
    const test::SandboxServices services(60);
    services->zoneNames().begin();
    ui::ThemeController controller(*qApp);
    ui::InventorySource source(services->inventory(), {.clock = services->clock(), .zones = services->zoneNames()});
    ui::TokensPage page({.theme = controller.theme(), .clock = services->clock(), .source = source});
    page.show();
    source.refresh();
    QTRY_COMPARE(source.status().state, ui::TokenListStatus::State::Ready);
    QTRY_VERIFY(!services->zoneNames().isReading());

    const base::Result<std::vector<model::Zone>> zones = test::await(services->zones().list({}));
    QVERIFY(zones);
    QString one;
    QString name;
    int named = 0;
    for (const model::Token &token : source.tokens()) {
        for (const QString &id : zonesOf(token)) {
            const auto zone =
                std::find_if(zones->begin(), zones->end(), [&](const model::Zone &each) { return each.id == id; });
            QVERIFY(zone != zones->end());
            QCOMPARE(services->zoneNames().nameOf(id), zone->name);
            one = id;
            name = zone->name;
            ++named;
        }
    }
    QVERIFY(named > 10);

    auto *search = page.findChild<ui::TokensSearch *>();
    auto *table = page.findChild<ui::TokensTable *>();
    search->setText(u"zone:"_s + name);
    QTRY_VERIFY(page.shownCount() > 0 && page.shownCount() < int(source.tokens().size()));
    const int found = page.shownCount();
    search->setText(u"zone:"_s + one);
    QTRY_COMPARE(page.shownCount(), found);
    table->selectRow(0);
    QStringList words;
    for (const QLabel *label : page.findChildren<QLabel *>())
        words += label->text() + label->toolTip();
    QVERIFY2(words.join(u' ').contains(name), qPrintable(name));
    QVERIFY(words.join(u' ').contains(one));
}

QTEST_MAIN(ZonesInWindowTest)
#include "tst_zonesinwindow.moc"
