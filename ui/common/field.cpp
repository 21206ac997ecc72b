// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/field.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/paragraph.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

Field::Field(const Theme &theme, const FieldOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new QLineEdit(this))
    , m_note(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text3}, {}, this))
    , m_hint(options.hint)
{
    m_edit->setObjectName(options.objectName);
    m_edit->setAccessibleName(options.accessibleName.isEmpty() ? options.label : options.accessibleName);
    m_edit->setPlaceholderText(options.placeholder);
    useFont(m_edit, theme, TextStyle::Body);
    m_note->setObjectName(options.objectName + "Error"_L1);
    if (!options.leadingIcon.isEmpty())
        m_edit->addAction(themeIcon(theme, options.leadingIcon, {.normal = Colour::Text3}), QLineEdit::LeadingPosition);

    if (options.clearable) {
        QAction *clear = addTrailingIcon(u"x"_s, tr("Clear"));
        clear->setVisible(false);
        connect(clear, &QAction::triggered, m_edit, &QLineEdit::clear);
        connect(m_edit, &QLineEdit::textChanged, clear,
                [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTiny);
    if (!options.label.isEmpty()) {
        auto *label = new Label(theme, {.style = TextStyle::Strong}, options.label, this);
        label->setBuddy(m_edit);
        column->addWidget(label);
        column->addSpacing(space::kTiny);
    }
    column->addWidget(m_edit);
    column->addWidget(m_note);
    setFocusProxy(m_edit);
    showNote();
}

void Field::setError(const QString &sentence)
{
    if (m_error == sentence)
        return;
    m_error = sentence;
    setStyleProperty(m_edit, "invalid", hasError());
    if (hasError() && !m_errorIcon) {
        m_errorIcon =
            m_edit->addAction(themeIcon(m_theme, u"stop"_s, {.normal = Colour::Danger}), QLineEdit::TrailingPosition);
    } else if (!hasError()) {
        delete std::exchange(m_errorIcon, nullptr);
    }
    m_edit->setAccessibleDescription(sentence);
    showNote();
}

bool Field::hasError() const
{
    return !m_error.isEmpty();
}

QAction *Field::addTrailingIcon(const QString &icon, const QString &name)
{
    QAction *action =
        m_edit->addAction(themeIcon(m_theme, icon, {.normal = Colour::Text3}), QLineEdit::TrailingPosition);
    action->setText(name);
    action->setToolTip(name);
    return action;
}

void Field::showNote()
{
    m_note->setTexts({}, hasError() ? m_error : m_hint);
    m_note->setColour(hasError() ? Colour::Danger : Colour::Text3);
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace tokensmith::ui
