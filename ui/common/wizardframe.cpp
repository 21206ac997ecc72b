// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wizardframe.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"
#include "ui/common/steprail.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRailWidth = 200;
constexpr int kSideWidth = 304;
constexpr int kFooterHeight = 60;
constexpr int kLeastContent = 440; ///< below this the side pane gives way

} // namespace

/** Title, lead and content of a page, scrolling together. */
class WizardFrame::Page : public QScrollArea
{
public:
    Page(const Theme &theme, const WizardPage &words, QWidget *content, QWidget *parent)
        : QScrollArea(parent)
        , m_words(words)
        , m_icon(new IconLabel(theme, 24))
        , m_title(new Paragraph(theme, {.style = TextStyle::PageTitle}))
        , m_lead(new Paragraph(theme, {.colour = Colour::Text2}))
    {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        auto *inside = new QWidget;
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(space::kLarge, space::kPage, space::kLarge, space::kPage);
        column->setSpacing(0);
        auto *heading = new QHBoxLayout;
        heading->setSpacing(space::kMedium);
        heading->addWidget(m_icon);
        heading->addWidget(m_title, 1);
        column->addLayout(heading);
        column->addSpacing(space::kTiny);
        column->addWidget(m_lead);
        column->addSpacing(space::kInset);
        column->addWidget(content, 1);
        setWidget(inside);
        useSurfaceGround(viewport());
        useSurfaceGround(inside);
        setWords(words);
    }

    void setWords(const WizardPage &words)
    {
        m_words = words;
        m_icon->setVisible(!words.icon.isEmpty());
        m_icon->setIcon(words.icon, Colour::Ok);
        m_title->setText(words.title);
        m_lead->setText(words.lead);
        m_lead->setVisible(!words.lead.isEmpty());
        setAccessibleName(words.title);
    }
    [[nodiscard]] const WizardPage &words() const { return m_words; }

private:
    WizardPage m_words;
    IconLabel *m_icon;
    Paragraph *m_title;
    Paragraph *m_lead;
};

WizardFrame::WizardFrame(const Theme &theme, const WizardOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_options(options)
    , m_stack(new QStackedWidget(this))
    , m_sideWidth(kSideWidth)
    , m_content(new QVBoxLayout)
    , m_upper(new QHBoxLayout)
{
    setObjectName(options.objectName);
    setAccessibleName(options.title);
    useWindowGround(this);
    m_upper->setSpacing(0);
    auto *content = new QWidget(this);
    useSurfaceGround(content);
    content->setLayout(m_content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    m_content->addWidget(m_stack, 1);
    m_upper->addWidget(content, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(m_upper, 1);
    right->addWidget(makeDivider(Qt::Horizontal, this));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeRail());
    row->addWidget(makeDivider(Qt::Vertical, this));
    row->addLayout(right, 1);
    right->addWidget(makeFooter());
    addShortcuts();
}

QWidget *WizardFrame::makeRail()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(m_theme.width(kRailWidth));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::kSmall, space::kMedium, space::kSmall, space::kMedium);
    column->setSpacing(0);
    m_leave = makeButton(m_theme,
                         {.objectName = m_options.objectName + "Leave"_L1,
                          .text = m_options.back,
                          .icon = u"left"_s,
                          .kind = ButtonKind::Quiet},
                         side);
    m_leave->ensurePolished();
    side->setFixedWidth(std::max(side->width(), m_leave->sizeHint().width() + 2 * space::kSmall)); // other languages
    connect(m_leave, &QPushButton::clicked, this, &WizardFrame::leave);
    auto *title = new Paragraph(m_theme, {.style = TextStyle::SectionTitle}, m_options.title, side);
    title->setContentsMargins(0, 0, 0, 0);
    auto *titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(10, space::kInset, 0, space::kInset);
    titleRow->addWidget(title);
    m_rail = new StepRail(m_theme, m_options.objectName + "Rail"_L1, m_options.steps, side);
    connect(m_rail, &StepRail::stepRequested, this, &WizardFrame::stepRequested);
    m_note = new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text3}, {}, side);
    m_note->setObjectName(m_options.objectName + "Note"_L1);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(10, 0, space::kTiny, 0);
    noteRow->addWidget(m_note);
    column->addWidget(m_leave, 0, Qt::AlignLeft);
    column->addLayout(titleRow);
    column->addWidget(m_rail);
    column->addStretch(1);
    column->addLayout(noteRow);
    return side;
}

QWidget *WizardFrame::makeFooter()
{
    auto *footer = new QWidget(this);
    footer->setFixedHeight(m_theme.height(kFooterHeight));
    m_footer = new QHBoxLayout(footer);
    m_footer->setContentsMargins(space::kPage, 0, space::kPage, 0);
    m_footer->setSpacing(space::kSmall);
    const auto add = [&](QLatin1StringView name, const QString &text, ButtonKind kind) {
        auto *button =
            makeButton(m_theme, {.objectName = m_options.objectName + name, .text = text, .kind = kind}, footer);
        m_footer->addWidget(button);
        return button;
    };
    m_cancel = add("Cancel"_L1, tr("Cancel"), ButtonKind::Quiet);
    connect(m_cancel, &QPushButton::clicked, this, &WizardFrame::leave);
    m_footer->addStretch(1);
    m_back = add("Back"_L1, tr("Back"), ButtonKind::Default);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(currentPage() - 1); });
    m_next = add("Next"_L1, {}, ButtonKind::Primary);
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextRequested(currentPage()); });
    return footer;
}

void WizardFrame::addShortcuts()
{
    const auto press = [this](const QKeySequence &keys, QPushButton *button) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, [button] {
            if (button->isVisible())
                button->click();
        });
    };
    press(Qt::ALT | Qt::Key_Left, m_back);
    press(Qt::ALT | Qt::Key_Right, m_next);
    press(Qt::CTRL | Qt::Key_Return, m_next);
    press(Qt::CTRL | Qt::Key_Enter, m_next);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &WizardFrame::leave);
}

void WizardFrame::addPage(const WizardPage &page, QWidget *content)
{
    auto *made = new Page(m_theme, page, content, m_stack);
    m_pages.append(made);
    m_stack->addWidget(made);
    if (m_pages.size() == 1)
        setCurrentPage(0);
}

void WizardFrame::setSidePane(QWidget *pane)
{
    delete m_side;
    m_side = new QWidget(this);
    auto *row = new QHBoxLayout(m_side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeDivider(Qt::Vertical, m_side));
    row->addWidget(pane, 1);
    m_side->setFixedWidth(m_theme.width(m_sideWidth));
    m_upper->addWidget(m_side);
    showSidePane();
}

void WizardFrame::setSidePaneWidth(int designed)
{
    m_sideWidth = designed;
    if (m_side)
        m_side->setFixedWidth(m_theme.width(designed));
    showSidePane();
}

bool WizardFrame::isSidePaneShown() const
{
    return m_side && m_side->isVisibleTo(this);
}

void WizardFrame::setBanner(QWidget *banner)
{
    m_banner = new QVBoxLayout;
    m_banner->setContentsMargins(0, 0, 0, 0);
    m_banner->addWidget(banner);
    m_content->insertLayout(0, m_banner);
    banner->installEventFilter(this);
}

bool WizardFrame::eventFilter(QObject *watched, QEvent *event)
{
    // A layout keeps its margins when what is in it is hidden.
    if (event->type() == QEvent::ShowToParent)
        m_banner->setContentsMargins(space::kLarge, space::kInset, space::kLarge, 0);
    else if (event->type() == QEvent::HideToParent)
        m_banner->setContentsMargins(0, 0, 0, 0);
    return QWidget::eventFilter(watched, event);
}

void WizardFrame::setNote(const QString &note)
{
    m_note->setText(note);
}

void WizardFrame::setCurrentPage(int page)
{
    m_stack->setCurrentIndex(page);
    m_pages.at(page)->verticalScrollBar()->setValue(0);
    m_rail->setCurrent(page);
    m_next->setText(m_pages.at(page)->words().next);
    m_back->setVisible(page > 0);
}

int WizardFrame::currentPage() const
{
    return m_stack->currentIndex();
}

void WizardFrame::setPageWords(int page, const WizardPage &words)
{
    m_pages.at(page)->setWords(words);
    if (page == currentPage())
        m_next->setText(words.next);
}

void WizardFrame::setLeaving(Leaving leaving)
{
    m_leaving = leaving;
    m_leave->setEnabled(leaving != Leaving::Locked);
}

void WizardFrame::leave()
{
    switch (m_leaving) {
    case Leaving::Free:
        Q_EMIT left();
        return;
    case Leaving::Locked:
        return;
    case Leaving::Asks:
        break;
    }
    auto *dialog = new ConfirmDialog(m_theme,
                                     {.objectName = m_options.objectName + "LeaveDialog"_L1,
                                      .icon = u"warn"_s,
                                      .title = m_options.leaveTitle,
                                      .text = m_options.leaveText,
                                      .verb = m_options.leaveVerb,
                                      .tone = Tone::Warn},
                                     this);
    connect(dialog, &QDialog::accepted, this, &WizardFrame::left);
    dialog->open();
}

void WizardFrame::addToFooter(QWidget *widget, Qt::Edge edge)
{
    m_footer->removeWidget(widget); // it may only be moving
    m_footer->insertWidget(edge == Qt::LeftEdge ? 0 : m_footer->count(), widget);
}

void WizardFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSidePane();
}

void WizardFrame::showSidePane()
{
    if (!m_side)
        return;
    const bool before = isSidePaneShown();
    m_side->setVisible(width() - m_theme.width(kRailWidth) - m_side->maximumWidth() >= kLeastContent);
    if (before != isSidePaneShown())
        Q_EMIT sidePaneToggled();
}

} // namespace tokensmith::ui
