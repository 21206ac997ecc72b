// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitypage.h"

#include "ui/activity/activitydetails.h"
#include "ui/activity/activityfilters.h"
#include "ui/activity/activityheader.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/activitytable.h"
#include "ui/activity/activitywords.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/focusareas.h"
#include "ui/common/label.h"
#include "ui/common/message.h"
#include "ui/common/progressline.h"
#include "ui/common/searchfield.h"
#include "ui/common/sidepane.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSearchAfter = 200ms; // each search reads the logs
constexpr int kBesideFrom = 1160;    // width of the window from which the details stand beside the list
constexpr LabelLook kFooterLook{.style = TextStyle::Small, .colour = Colour::Text3};

/** A message as the pages have it, with room around it; hidden until it says something. */
QWidget *withRoom(InlineMessage *message, QWidget *parent)
{
    auto *room = new QWidget(parent);
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0);
    column->addWidget(message);
    room->hide();
    return room;
}

} // namespace

ActivityPage::ActivityPage(const ActivityPageServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ActivityModel(services.source, services.clock, this))
    , m_header(new ActivityHeader(services.theme, this))
    , m_searchDelay(new QTimer(this))
{
    setObjectName(u"activityPage"_s);
    setAccessibleName(tr("Activity"));
    useSurfaceGround(this);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(kSearchAfter);
    QWidget *list = makeList();
    m_details = new ActivityDetailsPane(services.theme, services.source, this);
    markFocusArea(m_details);
    m_split = new SidePane(services.theme, list, m_details, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_split, 1);
    connectEverything();
    addKeys();
    showChain();
    showStatus();
}

ActivityPage::~ActivityPage() = default;

QWidget *ActivityPage::makeList()
{
    const Theme &theme = m_services.theme;
    auto *list = new QWidget(this);
    m_chainMessage = new InlineMessage(theme, u"chainMessage"_s, list);
    m_chainRoom = withRoom(m_chainMessage, list);
    m_result = new InlineMessage(theme, u"activityResult"_s, list);
    m_resultRoom = withRoom(m_result, list);
    m_filters = new ActivityFilters(theme, list);
    m_progress = new ProgressLine(theme, u"activityProgress"_s, list);
    m_body = new QStackedWidget(list);
    m_table = new ActivityTable(theme, *m_model, m_body);
    m_empty = new EmptyState(theme, u"activityEmpty"_s, {}, m_body);
    auto *all = makeButton(theme, {.objectName = u"activityShowAll"_s, .text = tr("Show everything")}, m_empty);
    auto *retry = makeButton(theme, {.objectName = u"activityRetry"_s, .text = tr("Try again")}, m_empty);
    connect(all, &QPushButton::clicked, this, [this] {
        m_header->search().clear();
        m_filters->showEverything();
        m_table->setFocus();
    });
    connect(retry, &QPushButton::clicked, this, &ActivityPage::applyFilter);
    m_empty->addButton(all);
    m_empty->addButton(retry);
    m_all = all;
    m_retry = retry;
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    markFocusArea(m_body);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chainRoom);
    column->addWidget(m_resultRoom);
    column->addWidget(m_filters);
    column->addWidget(m_progress);
    column->addWidget(m_body, 1);
    column->addWidget(makeFooter(list));
    return list;
}

QWidget *ActivityPage::makeFooter(QWidget *parent)
{
    const Theme &theme = m_services.theme;
    auto *footer = new QWidget(parent);
    useWindowGround(footer);
    m_count = new Label(theme, kFooterLook, {}, footer);
    m_count->setObjectName(u"activityCount"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kPage, 0, space::kPage, 0);
    row->setSpacing(space::kInset);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(new ElidedLabel(theme, kFooterLook, tr("Entries are never edited or deleted"), footer));
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDivider(Qt::Horizontal, footer));
    column->addLayout(row, 1);
    const auto size = [footer, &theme] { footer->setFixedHeight(theme.height(28, TextStyle::Small)); };
    size();
    connect(&theme, &Theme::changed, footer, size);
    return footer;
}

void ActivityPage::connectEverything()
{
    ActivitySource *source = &m_services.source;
    connect(source, &ActivitySource::statusChanged, this, &ActivityPage::showStatus);
    connect(source, &ActivitySource::countsChanged, this, &ActivityPage::showCounts);
    connect(source, &ActivitySource::chainChanged, this, &ActivityPage::showChain);
    connect(m_header, &ActivityHeader::checkRequested, source, &ActivitySource::checkChain);
    connect(m_header, &ActivityHeader::exportRequested, this, &ActivityPage::exportRequested);
    connect(&m_header->search(), &SearchField::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &ActivityPage::applyFilter);
    connect(m_filters, &ActivityFilters::changed, this, &ActivityPage::applyFilter);
    connect(m_table, &ActivityTable::chosenChanged, this, &ActivityPage::showChosen);
    connect(m_table, &ActivityTable::opened, m_split, &SidePane::openPane);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ActivityPage::showChosen);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ActivityPage::showStatus);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ActivityPage::showStatus);
    connect(m_details, &ActivityDetailsPane::closeRequested, this, [this] {
        m_split->closePane();
        m_table->setFocus();
    });
    connect(m_details, &ActivityDetailsPane::tokenRequested, this, &ActivityPage::tokenRequested);
}

void ActivityPage::addKeys()
{
    const auto add = [this](const QKeySequence &keys, const auto &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] {
        m_header->search().edit()->setFocus(Qt::ShortcutFocusReason);
        m_header->search().edit()->selectAll();
    });
    add(Qt::CTRL | Qt::Key_E, [this] { Q_EMIT exportRequested(); });
    add(Qt::Key_F5, [this] { m_services.source.checkChain(); });
    add(Qt::Key_Escape, [this] { escape(); });
}

void ActivityPage::applyFilter()
{
    m_searchDelay->stop();
    const ActivityFilter filter{
        .kind = m_filters->kind(), .search = m_header->search().text().trimmed(), .days = m_filters->days()};
    m_isFiltering = filter.kind || !filter.search.isEmpty() || filter.days > 0;
    m_services.source.setFilter(filter);
}

void ActivityPage::showChain()
{
    const ChainState chain = m_services.source.chain();
    m_header->setChain(chain);
    const bool isBroken =
        chain.state == ChainState::State::Checked && chain.report.state == audit::ChainReport::State::Broken;
    const bool isUnread = chain.state == ChainState::State::Failed && chain.error;
    if (isBroken)
        m_chainMessage->setContent(
            {.tone = Tone::Danger, .title = chainTitle(chain.report), .text = chainProblem(chain.report)});
    else if (isUnread)
        m_chainMessage->setContent(
            {.tone = Tone::Warn, .title = chain.error->message, .details = errorDetails(*chain.error)});
    m_chainRoom->setVisible(isBroken || isUnread);
    if (m_isEmpty)
        showNothing();
}

void ActivityPage::showStatus()
{
    const ActivitySource &source = m_services.source;
    if (source.isReading() && m_model->rowCount() == 0)
        m_progress->setBusy();
    else
        m_progress->setIdle();
    const bool isEmpty = m_model->rowCount() == 0 && m_begun && !source.isReading();
    if (isEmpty)
        showNothing();
    m_body->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    if (std::exchange(m_isEmpty, isEmpty) != isEmpty && m_split->mode() == SidePane::Mode::Beside) {
        if (isEmpty)
            m_split->closePane();
        else
            m_split->openPane();
    }
    showCounts();
}

bool ActivityPage::isNew() const
{
    const ChainState chain = m_services.source.chain();
    return chain.state == ChainState::State::Checked && chain.report.checked == 0
           && chain.report.state == audit::ChainReport::State::Intact && m_services.source.counts().all() == 0
           && m_header->search().text().trimmed().isEmpty();
}

void ActivityPage::showNothing()
{
    const std::optional<base::Error> failure = m_services.source.failure();
    m_retry->setVisible(failure.has_value());
    m_all->setVisible(!failure && m_isFiltering && !isNew());
    if (failure)
        m_empty->setContent({.icon = u"warn"_s, .title = tr("The activity can't be read"), .text = failure->message});
    else if (!m_header->search().text().trimmed().isEmpty())
        m_empty->setContent({.icon = u"search"_s, .text = tr("No entry matches the search and what is chosen.")});
    else if (m_isFiltering && !isNew())
        m_empty->setContent({.icon = u"activity"_s, .text = tr("Nothing of this kind happened in that time.")});
    else
        m_empty->setContent({.icon = u"activity"_s,
                             .title = tr("Nothing has happened yet"),
                             .text = tr("What clients ask for and what is changed here appears in this list.")});
}

void ActivityPage::showCounts()
{
    const ActivityCounts counts = m_services.source.counts();
    m_filters->setCounts(counts);
    const int count = m_filters->kind() ? counts.of(*m_filters->kind()) : counts.all();
    const QString shown = QLocale().toString(count);
    if (!counts.isComplete)
        m_count->setText(tr("%1 entries so far").arg(shown));
    else
        m_count->setText(count == 1 ? tr("1 entry") : tr("%1 entries").arg(shown));
}

void ActivityPage::showChosen()
{
    const audit::Activity *activity = m_model->activityAt(m_table->chosenRow());
    if (activity)
        m_details->showActivity(*activity, m_services.clock.now());
    else
        m_details->showNothing();
}

void ActivityPage::showResult(const MessageContent &result, const QString &button, std::function<void()> act)
{
    m_result->clearActions();
    m_result->setContent(result);
    m_resultRoom->show();
    connect(m_result->addAction(u"activityResultAct"_s, button), &QPushButton::clicked, this, std::move(act));
}

void ActivityPage::escape()
{
    if (!m_header->search().text().isEmpty())
        m_header->search().clear();
    else if (m_split->mode() == SidePane::Mode::Over)
        m_split->closePane();
    m_table->setFocus();
}

void ActivityPage::applyMode()
{
    const bool beside = window()->width() >= kBesideFrom;
    const auto mode = beside ? SidePane::Mode::Beside : SidePane::Mode::Over;
    if (mode == m_split->mode())
        return;
    m_split->setMode(mode);
    if (beside)
        m_split->openPane();
    else if (m_table->chosenRow() < 0)
        m_split->closePane();
}

void ActivityPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyMode();
}

void ActivityPage::focusInEvent(QFocusEvent *event)
{
    if (m_isEmpty)
        m_header->search().edit()->setFocus(event->reason());
    else
        m_table->setFocus(event->reason());
}

void ActivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->refreshDays();
    if (std::exchange(m_begun, true))
        return;
    applyFilter();
    m_services.source.checkChain();
}

void ActivityPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_resultRoom->hide();
}

} // namespace tokensmith::ui
