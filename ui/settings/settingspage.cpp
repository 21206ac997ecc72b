// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/common/bind.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/message.h"
#include "ui/common/pageheader.h"
#include "ui/common/searchfield.h"
#include "ui/settings/settingnumber.h"
#include "ui/settings/settingshost.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kTwoColumns = 860; ///< of the page: a window of 1100 less the navigation
constexpr int kSearchWidth = 280;
constexpr int kFooter = 28;

} // namespace

SettingsPage::SettingsPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_theme(parts.theme)
    , m_store(parts.store)
    , m_host(parts.host)
    , m_problem(new InlineMessage(parts.theme, u"settingsProblem"_s))
    , m_cards(new QWidget)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, m_cards))
    , m_left(new QVBoxLayout)
    , m_right(new QVBoxLayout)
    , m_nothing(new EmptyState(parts.theme, u"settingsNothing"_s,
                               {.icon = u"search"_s, .title = tr("No setting matches"), .text = {}}))
    , m_connection(new SettingCard(parts.theme, {u"settingsConnection"_s, u"org"_s, tr("Connection")}))
    , m_appearance(new SettingCard(parts.theme, {u"settingsAppearance"_s, u"sun"_s, tr("Appearance")}))
    , m_security(new SettingCard(parts.theme, {u"settingsSecurity"_s, u"lock"_s, tr("Security")}))
    , m_notifications(new SettingCard(parts.theme, {u"settingsNotifications"_s, u"bell"_s, tr("Notifications")}))
    , m_startup(new SettingCard(parts.theme, {u"settingsStartup"_s, u"power"_s, tr("Startup")}))
{
    setObjectName(u"settingsPage"_s);
    setFocusPolicy(Qt::StrongFocus);
    useSurfaceGround(this);
    buildConnection();
    buildAppearance();
    buildSecurity();
    buildNotifications();
    buildStartup();
    layOut();
    connect(&m_store, &settings::SettingsStore::changed, this, &SettingsPage::showSettings);
    connect(&m_host, &SettingsHost::changed, this, &SettingsPage::showHost);
    showSettings();
    showHost();
    say(m_store.problem());
}

void SettingsPage::layOut()
{
    for (QVBoxLayout *column : {m_left, m_right})
        column->setSpacing(space::kInset);
    m_left->addWidget(m_connection);
    m_left->addWidget(m_appearance);
    m_right->addWidget(m_security);
    m_right->addWidget(m_notifications);
    m_right->addWidget(m_startup);
    m_right->addStretch();
    m_columns->setContentsMargins(space::kPage, space::kInset, space::kPage, space::kPage);
    m_columns->setSpacing(space::kInset);
    auto *left = new QVBoxLayout; // keeps the column at the top beside a longer one
    left->addLayout(m_left);
    left->addStretch();
    m_columns->addLayout(left, 1);
    m_columns->addLayout(m_right, 1);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"settingsScroll"_s);
    scroll->setAccessibleName(tr("Settings"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    useSurfaceGround(m_cards);
    scroll->setWidget(m_cards);
    m_nothing->hide();
    m_problemRoom = new QWidget;
    auto *messages = new QVBoxLayout(m_problemRoom);
    messages->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0);
    messages->addWidget(m_problem);

    auto *header = new PageHeader(m_theme, tr("Settings"));
    header->add(makeSearch());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_problemRoom);
    column->addWidget(scroll, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(makeFooter());
}

QWidget *SettingsPage::makeSearch()
{
    auto *search = new SearchField(m_theme,
                                   {.objectName = u"settingsSearch"_s,
                                    .accessibleName = tr("Search settings"),
                                    .placeholder = tr("Search settings"),
                                    .keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)},
                                   this);
    search->setFixedWidth(m_theme.width(kSearchWidth));
    connect(search, &SearchField::textChanged, this, &SettingsPage::filter);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, search, [edit = search->edit()] {
        edit->setFocus(Qt::ShortcutFocusReason);
        edit->selectAll();
    });
    return search;
}

void SettingsPage::showPort()
{
    findChild<QLineEdit *>(u"settingsSearch"_s)->clear();
    findChild<QScrollArea *>(u"settingsScroll"_s)->ensureWidgetVisible(m_port);
    m_port->setFocus(Qt::OtherFocusReason);
}

QWidget *SettingsPage::makeFooter()
{
    auto *footer = new QWidget;
    useWindowGround(footer);
    auto *saved =
        new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, tr("Changes are saved at once"));
    auto *version =
        new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                  tr("Tokensmith %1, Qt %2").arg(QStringLiteral(TOKENSMITH_VERSION), QString::fromLatin1(qVersion())));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kPage, 0, space::kPage, 0);
    row->addWidget(saved);
    row->addStretch();
    row->addWidget(version);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDivider(Qt::Horizontal));
    column->addLayout(row, 1);
    footer->setFixedHeight(m_theme.height(kFooter, TextStyle::Small));
    return footer;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool two = width() >= m_theme.width(kTwoColumns);
    m_columns->setDirection(two ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretch(0, two ? 1 : 0);
}

void SettingsPage::filter(const QString &words)
{
    const QString wanted = words.trimmed();
    bool any = false;
    for (SettingCard *card : {m_connection, m_appearance, m_security, m_notifications, m_startup}) {
        const bool shown = card->filter(wanted);
        any = any || shown;
    }
    m_nothing->setContent({.icon = u"search"_s,
                           .title = tr("No setting matches"),
                           .text = tr("Nothing here is called \"%1\".").arg(wanted)});
    m_nothing->setVisible(!any);
    findChild<QScrollArea *>(u"settingsScroll"_s)->setVisible(any);
}

void SettingsPage::change(const Change &how)
{
    settings::Settings settings = m_store.current();
    how(settings);
    const base::Result<base::Done> changed = m_store.change(settings);
    say(changed ? m_store.problem() : std::optional(changed.error()));
}

void SettingsPage::say(const std::optional<base::Error> &problem)
{
    m_problemRoom->setVisible(problem.has_value());
    if (problem)
        m_problem->setContent({.tone = Tone::Warn, .title = problem->message, .details = problem->detail});
}

void SettingsPage::showSettings()
{
    for (const auto &show : std::as_const(m_show))
        show(m_store.current());
}

} // namespace tokensmith::ui
