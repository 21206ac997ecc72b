// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/searchfield.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/iconlabel.h"
#include "ui/common/label.h"
#include "ui/common/suggestiondelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVisibleSuggestions = 10;

} // namespace

QStringList searchWords(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words.append(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

SearchField::SearchField(const Theme &theme, const SearchFieldOptions &options, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_options(options)
    , m_chipRow(new QHBoxLayout)
    , m_edit(new QLineEdit(this))
    , m_note(new Label(theme, {.style = TextStyle::Small, .colour = Colour::Text3}, {}, this))
    , m_keys(new Label(theme, {.style = TextStyle::Caption, .colour = Colour::Text3}, options.keys, this))
    , m_clear(makeIconButton(theme,
                             {.objectName = options.objectName + "Clear"_L1,
                              .name = tr("Clear the search"),
                              .icon = u"x"_s,
                              .kind = ButtonKind::Quiet,
                              .size = ControlSize::Inline},
                             this))
    , m_suggestions(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_suggestions, this))
{
    m_edit->setObjectName(options.objectName);
    m_edit->setAccessibleName(options.accessibleName);
    m_edit->setPlaceholderText(options.placeholder);
    m_edit->setProperty("bare", true);
    m_edit->installEventFilter(this);
    useFont(m_edit, theme, TextStyle::Body);
    m_keys->setContentsMargins(space::kTiny + 1, 1, space::kTiny + 1, 1); // of the key's outline
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_edit);
    m_completer->setMaxVisibleItems(kVisibleSuggestions);
    m_completer->popup()->setProperty("suggestions", true);
    m_completer->popup()->setItemDelegate(new SuggestionDelegate(theme, m_completer));
    auto *lens = new IconLabel(theme, 16, this);
    lens->setIcon(u"search"_s, Colour::Text3);
    m_chipRow->setSpacing(space::kTiny);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kMedium, 2, space::kSmall, 2);
    row->setSpacing(space::kSmall);
    row->addWidget(lens);
    row->addLayout(m_chipRow);
    row->addWidget(m_edit, 1);
    row->addWidget(m_note);
    row->addWidget(m_keys);
    row->addWidget(m_clear);
    setFixedHeight(theme.controlHeight());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);

    connect(m_edit, &QLineEdit::textEdited, this, &SearchField::onEdited);
    // What dictation or a screen reader puts in was never "edited".
    connect(m_edit, &QLineEdit::textChanged, this, &SearchField::changedSomehow);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_edit->setFocus();
        clear();
    });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchField::takeSuggestion);
    connect(&m_theme, &Theme::changed, this, [this] { setFixedHeight(m_theme.controlHeight()); });
    changedSomehow();
}

QString SearchField::text() const
{
    QStringList parts = m_conditions;
    const QString words = m_edit->text().trimmed();
    if (!words.isEmpty())
        parts.append(words);
    return parts.join(u' ');
}

void SearchField::setText(const QString &text)
{
    while (!m_chips.isEmpty())
        removeChip(m_chips.size() - 1);
    {
        const QSignalBlocker quiet(m_edit); // nobody hears of the search in between
        m_edit->clear();
    }
    absorb(text);
    changedSomehow();
}

void SearchField::setSuggestions(const QList<SearchSuggestion> &suggestions)
{
    m_suggestions->clear();
    for (const SearchSuggestion &suggestion : suggestions)
        m_suggestions->appendRow(suggestionItem(suggestion));
    if (suggestions.isEmpty() || !m_edit->hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    // Below the whole field and as wide, wider where the words need it.
    const int width = std::max(this->width(), suggestionsWidth(m_theme, *m_suggestions));
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const int x = leftToRight ? 0 : this->width() - width;
    m_completer->complete({m_edit->mapFrom(this, QPoint(x, 0)), QSize(width, height())});
}

void SearchField::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool SearchField::isCondition(const QString &word) const
{
    const QString plain = word.startsWith(u'-') ? word.mid(1) : word;
    const qsizetype colon = plain.indexOf(u':');
    return colon > 0 && colon + 1 < plain.size() && plain.count(u'"') % 2 == 0
           && m_options.operators.contains(plain.first(colon), Qt::CaseInsensitive);
}

void SearchField::onEdited()
{
    const QString typed = m_edit->text();
    const qsizetype cursor = m_edit->cursorPosition();
    if (cursor > 0 && typed.at(cursor - 1).isSpace() && cursor == typed.size())
        absorb(typed);
    changedSomehow();
}

/** Makes chips of the conditions and leaves the other words in the line. */
void SearchField::absorb(const QString &finished)
{
    QStringList words;
    const QStringList all = searchWords(finished);
    for (const QString &word : all) {
        if (isCondition(word))
            addChip(word);
        else
            words.append(word);
    }
    if (words.size() == all.size() && !m_edit->text().isEmpty())
        return; // nothing to take out; the cursor and the blank stay
    m_edit->setText(words.isEmpty() ? QString() : words.join(u' ') + u' ');
}

void SearchField::addChip(const QString &condition)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(u"%1Chip%2"_s.arg(m_options.objectName).arg(m_chips.size() + 1));
    chip->setText(condition.size() > 28 ? condition.first(27) + u'…' : condition);
    chip->setAccessibleName(tr("%1, remove").arg(condition));
    chip->setToolTip(tr("Remove this condition"));
    chip->setIcon(themeIcon(m_theme, u"x"_s, {.normal = Colour::Text2}));
    chip->setIconSize({12, 12});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    chip->setProperty("condition", true);
    chip->setCursor(Qt::ArrowCursor);
    chip->setFocusPolicy(Qt::StrongFocus);
    useFont(chip, m_theme, TextStyle::Small);
    connect(chip, &QToolButton::clicked, this, [this, chip] {
        m_edit->setFocus();
        removeChip(m_chips.indexOf(chip));
        changedSomehow();
    });
    m_conditions.append(condition);
    m_chips.append(chip);
    m_chipRow->addWidget(chip);
    chip->show();
}

void SearchField::removeChip(qsizetype index)
{
    m_conditions.removeAt(index);
    QToolButton *chip = m_chips.takeAt(index);
    chip->hide();
    chip->deleteLater(); // it may be the one that was clicked
}

void SearchField::editLastChip()
{
    const QString condition = m_conditions.last();
    removeChip(m_chips.size() - 1);
    m_edit->setText(condition + m_edit->text());
    m_edit->setCursorPosition(int(condition.size()));
    changedSomehow();
}

void SearchField::takeSuggestion(const QString &suggestion)
{
    const QString typed = m_edit->text();
    const QStringList words = searchWords(typed);
    const QString last = words.isEmpty() || typed.back().isSpace() ? QString() : words.last();
    m_edit->setText(typed.chopped(last.size()) + suggestion);
    if (isCondition(suggestion))
        absorb(m_edit->text());
    changedSomehow();
}

void SearchField::changedSomehow()
{
    const QString now = text();
    m_clear->setVisible(!now.isEmpty());
    m_keys->setVisible(now.isEmpty() && !m_options.keys.isEmpty());
    m_note->setVisible(!m_note->text().isEmpty());
    m_edit->setPlaceholderText(m_conditions.isEmpty() ? m_options.placeholder : QString());
    if (now == m_last)
        return;
    m_last = now;
    Q_EMIT textChanged(now);
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = dynamic_cast<QKeyEvent &>(*event).key();
        const bool atStart = m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText();
        if (key == Qt::Key_Backspace && atStart && !m_conditions.isEmpty()) {
            editLastChip();
            return true;
        }
        if (key == Qt::Key_Escape && !text().isEmpty()) {
            clear();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SearchField::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void SearchField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    const double line = focused ? 2 : 1;
    painter.setPen(QPen(m_theme.colour(focused ? Colour::Accent : Colour::Control), line));
    painter.setBrush(m_theme.colour(isEnabled() ? Colour::Surface : Colour::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6 - line / 2,
                            6 - line / 2);
    if (!m_keys->isVisible())
        return;
    painter.setPen(m_theme.colour(Colour::Border));
    painter.setBrush(m_theme.colour(Colour::Window));
    painter.drawRoundedRect(QRectF(m_keys->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace tokensmith::ui
