// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitydetails.h"

#include "core/base/text.h"
#include "ui/activity/activitywords.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"
#include "ui/common/codebox.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using audit::Activity;

namespace {

constexpr int kNameWidth = 96;

/** One value on one line, as people write it: blanks after commas. */
QString jsonLine(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items += jsonLine(item); // NOLINT(misc-no-recursion): JSON nests; the parser has limited how deep
        return u'[' + items.join(u", "_s) + u']';
    }
    if (value.isObject()) {
        QStringList members;
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            members += jsonLine(at.key()) + u": "_s + jsonLine(at.value());
        return u'{' + members.join(u", "_s) + u'}';
    }
    const QByteArray listed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(listed.mid(1, listed.size() - 2));
}

/** A line for each argument. */
QString prettyJson(const QString &compact)
{
    const QJsonObject object = QJsonDocument::fromJson(compact.toUtf8()).object();
    QStringList lines;
    for (auto at = object.begin(); at != object.end(); ++at)
        lines += u"  "_s + jsonLine(at.key()) + u": "_s + jsonLine(at.value());
    return lines.isEmpty() ? QString() : u"{\n"_s + lines.join(u",\n"_s) + u"\n}"_s;
}

/** An empty grid for names and values in place of what was there. */
QGridLayout *renewGrid(QWidget *of)
{
    qDeleteAll(of->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete of->layout();
    auto *grid = new QGridLayout(of);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kSmall);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ActivityDetailsPane::ActivityDetailsPane(const Theme &theme, const ActivitySource &source, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_source(source)
    , m_stack(new QStackedWidget(this))
    , m_full(new QWidget(this))
{
    setObjectName(u"activityDetails"_s);
    setAccessibleName(tr("Details"));
    useSurfaceGround(this);
    auto *column = new QVBoxLayout(m_full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeSections(), 1);
    m_stack->addWidget(new EmptyState(theme, u"activityNothing"_s,
                                      {.icon = u"activity"_s, .text = tr("Select an entry to see what happened")},
                                      m_stack));
    m_stack->addWidget(m_full);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_stack);
}

QWidget *ActivityDetailsPane::makeHead()
{
    auto *head = new QWidget(m_full);
    m_title = new ElidedLabel(m_theme, {.style = TextStyle::SectionTitle}, {}, head);
    m_title->setObjectName(u"activityTitle"_s);
    m_badge = new BadgeLabel(m_theme, {}, head);
    m_badge->setObjectName(u"activityBadge"_s);
    m_time = new ElidedLabel(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, head);
    m_time->setObjectName(u"activityTime"_s);
    auto *close = makeIconButton(m_theme,
                                 {.objectName = u"activityClose"_s,
                                  .name = tr("Close details"),
                                  .icon = u"x"_s,
                                  .kind = ButtonKind::Quiet,
                                  .size = ControlSize::Small},
                                 head);
    connect(close, &QToolButton::clicked, this, &ActivityDetailsPane::closeRequested);
    auto *title = new QHBoxLayout;
    title->setSpacing(space::kSmall);
    title->addWidget(m_title, 1);
    title->addWidget(close);
    auto *state = new QHBoxLayout;
    state->setSpacing(space::kSmall);
    state->addWidget(m_badge);
    state->addWidget(m_time, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(space::kInset, 14, space::kInset, space::kMedium);
    column->setSpacing(space::kTiny);
    column->addLayout(title);
    column->addLayout(state);
    return head;
}

QWidget *ActivityDetailsPane::makeSections()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_facts = new QWidget(content);
    (void)addSection(*column, {}, m_facts);
    m_change = new Paragraph(m_theme, {}, {}, content);
    m_change->setObjectName(u"activityChange"_s);
    m_changePart = addSection(*column, tr("What changed"), m_change);
    m_changeTitle = m_changePart->findChild<Label *>(u"partTitle"_s);
    m_arguments = new CodeBox(m_theme, TextStyle::MonoSmall, CodeBox::Height::Content, content);
    m_arguments->setObjectName(u"activityArguments"_s);
    m_arguments->setAccessibleName(tr("Arguments"));
    auto *copy = makeIconButton(m_theme,
                                {.objectName = u"activityCopy"_s,
                                 .name = tr("Copy the arguments"),
                                 .icon = u"copy"_s,
                                 .kind = ButtonKind::Quiet,
                                 .size = ControlSize::Inline},
                                content);
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_arguments->toPlainText()); });
    m_argumentsPart = addSection(*column, tr("Arguments"), m_arguments, copy);
    m_trace = new QWidget(content);
    (void)addSection(*column, tr("Trace"), m_trace);
    m_entries = new QWidget(content);
    m_entries->setObjectName(u"activityEntries"_s);
    column->addWidget(m_entries);
    column->addStretch(1);

    m_scroll = new QScrollArea(m_full);
    m_scroll->setObjectName(u"activityScroll"_s);
    m_scroll->setAccessibleName(tr("Details"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    useSurfaceGround(m_scroll->viewport());
    m_scroll->setWidget(content); // owned by the scroll area
    useSurfaceGround(content);
    return m_scroll;
}

QWidget *ActivityDetailsPane::addSection(QVBoxLayout &into, const QString &title, QWidget *content, QWidget *beside)
{
    auto *part = new QWidget(into.parentWidget());
    auto *column = new QVBoxLayout;
    column->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    column->setSpacing(6);
    if (!title.isEmpty()) {
        auto *head = new QHBoxLayout;
        auto *label = new Label(m_theme, {.style = TextStyle::SmallStrong, .colour = Colour::Text2}, title, part);
        label->setObjectName(u"partTitle"_s);
        head->addWidget(label, 1);
        if (beside)
            head->addWidget(beside);
        column->addLayout(head);
    }
    column->addWidget(content);
    auto *all = new QVBoxLayout(part);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(makeDivider(Qt::Horizontal, part));
    all->addLayout(column);
    into.addWidget(part);
    return part;
}

void ActivityDetailsPane::addFact(QGridLayout &grid, const QString &name, const QString &value,
                                  const QString &objectName)
{
    if (value.isEmpty())
        return;
    QWidget *parent = grid.parentWidget();
    const int row = grid.rowCount();
    auto *label = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3}, name, parent);
    label->setMinimumWidth(m_theme.width(kNameWidth));
    const bool isCode = objectName.startsWith("mono"_L1);
    auto *text = new ElidedLabel(m_theme, {.style = isCode ? TextStyle::MonoSmall : TextStyle::Small},
                                 base::plainLine(value, 200), parent);
    text->setObjectName(objectName);
    if (isCode)
        text->setElideMode(Qt::ElideMiddle);
    grid.addWidget(label, row, 0);
    grid.addWidget(text, row, 1);
}

void ActivityDetailsPane::showNothing()
{
    m_key.clear();
    m_stack->setCurrentIndex(0);
}

void ActivityDetailsPane::showActivity(const Activity &activity, const QDateTime &now)
{
    m_title->setText(whatWords(activity));
    const Badge badge = endingBadge(activity);
    m_badge->setBadge(badge);
    m_badge->setAccessibleName(badge.text);
    const QDateTime time = audit::timeOf(activity).toLocalTime();
    m_time->setText(exactWords(time, now) + time.toString(u":ss"_s));
    showFacts(activity);
    const QString change = changeWords(activity);
    m_change->setText(change);
    m_changeTitle->setText(audit::errorOf(activity).isEmpty() ? tr("What changed") : tr("Why not"));
    m_changePart->setVisible(!change.isEmpty());
    showArguments(activity);
    showTrace(activity);
    showEntries(activity);
    m_stack->setCurrentWidget(m_full);
    // The layouts inside are others, and what is shown for the first time gets its font only now: all is measured
    // again.
    for (QWidget *part : {m_facts, m_trace, m_entries, static_cast<QWidget *>(m_arguments)}) {
        if (part->layout())
            part->layout()->activate();
        part->updateGeometry();
    }
    m_scroll->widget()->layout()->activate();
    if (std::exchange(m_key, activity.key) != activity.key)
        m_scroll->verticalScrollBar()->setValue(0);
}

void ActivityDetailsPane::showFacts(const Activity &activity)
{
    QGridLayout *grid = renewGrid(m_facts);
    const bool isClient = !audit::clientOf(activity).isEmpty();
    addFact(*grid, isClient ? tr("Client") : tr("Who"), whoMark(activity).words, u"activityWho"_s);
    addFact(*grid, isClient ? tr("Tool") : tr("Act"), audit::operationOf(activity), u"mono-activityTool"_s);
    m_tokenId = audit::tokenIdOf(activity);
    const QString fresh = audit::newTokenIdOf(activity);
    if (!fresh.isEmpty())
        m_tokenId = fresh;
    if (m_tokenId.isEmpty()) {
        addFact(*grid, tr("Token"), audit::tokenNameOf(activity), u"activityTokenName"_s);
    } else {
        const int row = grid->rowCount();
        auto *link = makeButton(m_theme,
                                {.objectName = u"activityToken"_s,
                                 .text = base::plainLine(tokenWords(activity), 32).replace(u'&', u"&&"_s),
                                 .kind = ButtonKind::Link},
                                m_facts);
        link->setToolTip(tr("Show it on the Tokens page"));
        connect(link, &QPushButton::clicked, this, [this] { Q_EMIT tokenRequested(m_tokenId); });
        grid->addWidget(new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3}, tr("Token"), m_facts),
                        row, 0);
        grid->addWidget(link, row, 1, Qt::AlignLeft);
    }
    addFact(*grid, tr("Took"), tookWords(activity), u"activityTook"_s);
}

void ActivityDetailsPane::showTrace(const Activity &activity)
{
    QGridLayout *grid = renewGrid(m_trace);
    addFact(*grid, tr("Correlation"), audit::correlationOf(activity), u"mono-correlation"_s);
    addFact(*grid, u"cf-ray"_s, audit::cfRayOf(activity), u"mono-ray"_s);
    addFact(*grid, tr("Approval"), approvalWords(activity), u"activityApproval"_s);
    m_trace->parentWidget()->setVisible(grid->count() > 0);
}

void ActivityDetailsPane::showArguments(const Activity &activity)
{
    const QString json = activity.call ? prettyJson(activity.call->arguments) : QString();
    m_arguments->setPlainText(json);
    m_argumentsPart->setVisible(!json.isEmpty());
}

void ActivityDetailsPane::showEntries(const Activity &activity)
{
    qDeleteAll(m_entries->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_entries->layout();
    auto *column = new QVBoxLayout(m_entries);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const audit::NumberedEntry &entry : activity.entries) {
        auto *badge = new BadgeLabel(m_theme, {}, m_entries);
        badge->setObjectName(u"entryBadge"_s);
        const base::Result<audit::ChainLink> link = m_source.linkOf(entry.number);
        const bool fits = link && link->fit == audit::ChainLink::Fit::Matches;
        badge->setBadge(fits ? Badge{.text = tr("Matches"), .tone = Tone::Ok, .icon = u"link"_s}
                             : Badge{.text = tr("Doesn't match"), .tone = Tone::Danger, .icon = u"stop"_s});
        badge->setAccessibleName(badge->badge().text);
        auto *facts = new QWidget(m_entries);
        QGridLayout *grid = renewGrid(facts);
        if (link) {
            addFact(*grid, tr("This hash"), hashWords(link->hash), u"mono-hash"_s);
            addFact(*grid, tr("Before it"), hashWords(link->before), u"mono-before"_s);
        }
        (void)addSection(*column, tr("Entry %1").arg(QLocale().toString(entry.number)), facts, badge);
    }
}

} // namespace tokensmith::ui
