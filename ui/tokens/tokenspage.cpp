// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenspage.h"

#include "ui/common/bind.h"
#include "ui/common/bulkbar.h"
#include "ui/common/focusareas.h"
#include "ui/common/progressline.h"
#include "ui/common/sidepane.h"
#include "ui/tokens/tokenactions.h"
#include "ui/tokens/tokencolumns.h"
#include "ui/tokens/tokendetails.h"
#include "ui/tokens/tokenmenu.h"
#include "ui/tokens/tokensbulk.h"
#include "ui/tokens/tokensempty.h"
#include "ui/tokens/tokensfilters.h"
#include "ui/tokens/tokensfooter.h"
#include "ui/tokens/tokensheader.h"
#include "ui/tokens/tokensnoticebar.h"
#include "ui/tokens/tokensresult.h"
#include "ui/tokens/tokenssearch.h"
#include "ui/tokens/tokenstable.h"
#include "ui/tokens/tokentablemodel.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = TokenListStatus::State;

namespace {

constexpr auto kSkeletonAfter = 300ms;
constexpr auto kTick = 30s; ///< how often "2 min ago" is read again
constexpr int kSkeletonRows = 20;
constexpr int kBesideFrom = 1160; ///< width of the window from which the details stand beside the table

/** Not one of the tries while Cloudflare can't be reached, which change nothing on the page. */
bool isNewReading(const TokenListStatus &status)
{
    return status.state == State::Loading && !isOffline(status);
}

} // namespace

TokensPage::TokensPage(const TokensPageServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new TokenTableModel(
          services.clock,
          {.owner = [&source = services.source](const model::Owner &owner) { return source.ownerName(owner); },
           .zone = [&source = services.source](const QString &id) { return source.zoneName(id); }},
          this))
    , m_actions(new TokenActions([this] { return m_table->selectedTokens(); }, this))
    , m_skeletonDelay(new QTimer(this))
    , m_ticking(new QTimer(this))
{
    setObjectName(u"tokensPage"_s);
    setAccessibleName(tr("Tokens"));
    useSurfaceGround(this);
    m_skeletonDelay->setSingleShot(true);
    m_skeletonDelay->setInterval(kSkeletonAfter);
    m_ticking->setInterval(kTick);

    m_header = new TokensHeader(services.theme, *m_model, this);
    m_search = &m_header->search();
    buildBody();
    m_header->setMenu(m_table->columns().menu(), *m_actions->exportList());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_split, 1);

    connectEverything();
    addKeys();
    connectActions();
    takeTokens();
    showStatus();
}

TokensPage::~TokensPage() = default;

void TokensPage::buildBody()
{
    auto *list = new QWidget(this);
    m_notice = new TokensNoticeBar(m_services.theme, m_services.clock, list);
    m_result = new TokensResult(m_services.theme, list);
    m_filters = new TokensFilters(m_services.theme, *m_model, list);
    m_body = new QStackedWidget(list);
    m_table = new TokensTable(m_services.theme, *m_model, m_body, m_services.stateFile);
    m_empty = new TokensEmptyState(m_services.theme, m_body);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    markFocusArea(m_body);
    m_footer = new TokensFooter(m_services.theme, list);
    m_bulk = makeTokensBulk(m_services.theme, *m_actions, list);

    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_result);
    column->addWidget(m_filters);
    column->addWidget(m_body, 1);
    column->addWidget(m_footer);
    column->addWidget(m_bulk);
    m_details = new TokenDetailsPane(m_services.theme, *m_actions, this); // last: Tab goes in the order of making
    markFocusArea(m_details);
    m_split = new SidePane(m_services.theme, list, m_details, this);
}

void TokensPage::connectEverything()
{
    connect(&m_services.source, &TokenSource::tokensChanged, this, &TokensPage::takeTokens);
    connect(&m_services.source, &TokenSource::tokensChanged, this, &TokensPage::showStatus);
    connect(&m_services.source, &TokenSource::statusChanged, this, &TokensPage::showStatus);
    connect(&m_services.source, &TokenSource::namesChanged, this, [this] {
        m_model->refreshZoneNames();
        showSelection();
    });
    connect(m_footer, &TokensFooter::stopRequested, this, [this] { m_services.source.stop(); });
    connect(m_search, &TokensSearch::leftForTable, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_result, &TokensResult::focusGoes, m_table, [this] { m_table->setFocus(); });
    connect(m_notice, &TokensNoticeBar::retryRequested, this, &TokensPage::refresh);
    connect(m_header, &TokensHeader::refreshRequested, this, &TokensPage::refresh);
    connect(m_header, &TokensHeader::newTokenRequested, this, &TokensPage::newTokenRequested);
    connect(m_empty, &TokensEmptyState::newTokenRequested, this, &TokensPage::newTokenRequested);
    connect(m_empty, &TokensEmptyState::searchRequested, this, &TokensPage::searchBetter);
    connect(m_empty, &TokensEmptyState::allRequested, this, &TokensPage::clearFilters);
    connect(m_table, &TokensTable::selectedTokensChanged, this, &TokensPage::showSelection);
    connect(m_table, &TokensTable::opened, m_split, &SidePane::openPane);
    connect(m_details, &TokenDetailsPane::closeRequested, this, &TokensPage::escape);
    connect(m_model, &TokenTableModel::countsChanged, this, &TokensPage::showStatus);
    connect(m_model, &TokenTableModel::countsChanged, this, [this] {
        if (m_table->selectedCount() > 1)
            showSelection(); // the findings of all of them are known now
    });
    connect(m_skeletonDelay, &QTimer::timeout, this, [this] { m_model->setPlaceholders(kSkeletonRows); });
    connect(m_ticking, &QTimer::timeout, this, &TokensPage::tick);
}

void TokensPage::addKeys()
{
    const auto add = [this](const QKeySequence &keys, const auto &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] {
        m_search->edit()->setFocus(Qt::ShortcutFocusReason);
        m_search->edit()->selectAll();
    });
    add(QKeySequence::New, [this] { m_header->askForNewToken(); });
    add(Qt::Key_Escape, [this] { escape(); });
}

void TokensPage::connectActions()
{
    m_actions->addKeysTo(*this, *m_table, *m_details);
    new TokenMenu(*m_actions, m_table); // belongs to the table
    connect(m_bulk, &BulkBar::clearRequested, this, [this] {
        m_table->clearSelection();
        m_table->setFocus();
    });
}

void TokensPage::showActions()
{
    const int count = m_table->selectedCount();
    m_actions->setSelection({.count = count, .allDisabled = count > 0 && m_table->allDisabled()});
    m_bulk->setCount(count);
    m_bulk->setVisible(count > 1);
    m_footer->setHidden(count > 1);
}

int TokensPage::shownCount() const
{
    return m_model->rowCount();
}

void TokensPage::selectToken(const QString &id)
{
    if (!m_model->tokenOf(id))
        return;
    if (m_model->rowOf(id) < 0) {
        m_filters->clear();
        m_search->clear();
    }
    m_table->selectIds({id});
    m_table->scrollTo(m_table->currentIndex());
}

void TokensPage::showResult(const MessageContent &result)
{
    m_result->showResult(result);
}

void TokensPage::showResult(const MessageContent &result, const QString &button, std::function<void()> act)
{
    m_result->showResult(result, button, std::move(act));
}

void TokensPage::showToken(const QString &id)
{
    if (!m_model->tokenOf(id)) {
        showResult({.tone = Tone::Info, .title = tr("This token is not in the list any more.")});
        return;
    }
    selectToken(id);
    m_table->setFocus();
    m_split->openPane();
}

void TokensPage::takeTokens()
{
    m_model->setTokens(m_services.source.tokens());
    showSelection();
}

void TokensPage::refresh()
{
    m_notice->expectAnswer();
    m_services.source.refresh();
}

void TokensPage::showStatus()
{
    const TokenListStatus status = m_services.source.status();
    showProgress(status);
    m_notice->showStatus(status);
    showBody(status);
    showFooter(status);
    const QString reason =
        isOffline(status) ? tr("Cloudflare can't be reached. Changes wait until it can.") : QString();
    m_actions->setChangesOff(reason);
    m_header->setNewTokenOff(reason);
    m_empty->setNewTokenOff(reason);
}

void TokensPage::showProgress(const TokenListStatus &status)
{
    const bool loading = status.state == State::Loading;
    if (!loading)
        m_table->progress().setIdle();
    else if (status.pagesTotal > 0)
        m_table->progress().setProgress(status.pagesDone, status.pagesTotal);
    else
        m_table->progress().setBusy();

    if (isNewReading(status) && !status.updatedAt.isValid()) {
        if (!m_skeletonDelay->isActive() && m_model->rowCount() == 0)
            m_skeletonDelay->start();
        return;
    }
    m_skeletonDelay->stop();
    m_model->setPlaceholders(0);
}

void TokensPage::showBody(const TokenListStatus &status)
{
    const bool loading = isNewReading(status);
    const bool any = !m_services.source.tokens().empty();
    const bool showEmpty = any ? m_model->rowCount() == 0 : !loading;
    if (showEmpty && any)
        showNothingFound();
    else if (showEmpty)
        m_empty->showStatus(status);
    m_filters->setVisible(any || loading);
    m_body->setCurrentWidget(showEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    if (m_split->mode() == SidePane::Mode::Over)
        return;
    if (any || loading)
        m_split->openPane();
    else
        m_split->closePane();
}

void TokensPage::showNothingFound()
{
    const QString text = m_model->searchText().trimmed();
    m_empty->showNothingFound({.search = text,
                               .better = text.isEmpty() ? QString() : betterSearch(*m_model),
                               .filtered = m_filters->isFiltering()});
}

void TokensPage::searchBetter(const QString &search)
{
    m_search->setText(search);
    m_search->edit()->setFocus();
}

void TokensPage::clearFilters()
{
    m_filters->clear();
    m_search->clear();
    m_table->setFocus();
}

void TokensPage::showFooter(const TokenListStatus &status)
{
    const ListCounts counts{.all = int(m_services.source.tokens().size()),
                            .shown = m_model->rowCount(),
                            .owners = m_model->ownerCount(),
                            .selected = m_table->selectedCount()};
    m_footer->setContent(footerContent(status, counts, m_services.clock.now()));
}

void TokensPage::showSelection()
{
    const int count = m_table->selectedCount();
    if (count == 0)
        m_details->showNothing();
    else if (count > 1)
        m_details->showSeveral(m_model->overviewOf(m_table->selectionModel()->selection()), m_services.clock.now());
    else if (const int row = m_table->selectionModel()->selection().first().top(); m_model->tokenAt(row))
        m_details->showToken(
            {.token = *m_model->tokenAt(row),
             .ownerName = m_model->ownerNameAt(row),
             .names = {.account = [&source = m_services.source](
                                      const QString &id) { return source.ownerName(model::Owner::account(id)); },
                       .zone = [&source = m_services.source](const QString &id) { return source.zoneName(id); }},
             .findings = m_model->findingsAt(row)},
            m_services.clock.now());
    showActions();
    showFooter(m_services.source.status());
}

void TokensPage::tick()
{
    m_model->refreshTimes();
    showSelection();
}

void TokensPage::escape()
{
    if (m_search->edit()->hasFocus() && !m_search->text().isEmpty()) {
        m_search->clear();
        return;
    }
    if (m_filters->isFiltering() && m_filters->isAncestorOf(QApplication::focusWidget())) {
        m_filters->clear();
        return;
    }
    if (m_split->mode() == SidePane::Mode::Over && m_split->isPaneOpen())
        m_split->closePane();
    else
        m_table->clearSelection();
    m_table->setFocus();
}

void TokensPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = window()->width() >= kBesideFrom;
    const auto mode = beside ? SidePane::Mode::Beside : SidePane::Mode::Over;
    if (mode == m_split->mode())
        return;
    m_split->setMode(mode);
    if (beside)
        showBody(m_services.source.status());
    else if (m_table->selectedCount() == 0)
        m_split->closePane();
}

void TokensPage::focusInEvent(QFocusEvent *event)
{
    // A focus proxy would do the same, and make Tab jump over the header.
    m_table->setFocus(event->reason());
}

void TokensPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ticking->start();
    tick();
}

void TokensPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticking->stop();
}

} // namespace tokensmith::ui
