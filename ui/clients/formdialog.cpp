// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/formdialog.h"

#include "core/base/error.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

FormDialog::FormDialog(const Theme &theme, const FormWords &words, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_width(words.width)
    , m_body(new QVBoxLayout)
    , m_problem(new InlineMessage(theme, words.objectName + "Problem"_L1, this))
{
    setObjectName(words.objectName);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words.title);
    setAccessibleName(words.title);
    useSurfaceGround(this);
    m_problem->hide();
    m_body->setContentsMargins(space::kLarge, space::kInset + 2, space::kLarge, space::kInset);
    m_body->setSpacing(space::kMedium);
    m_body->addWidget(new Paragraph(theme, {.style = TextStyle::SectionTitle}, words.title, this));
    m_body->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_body, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter(words));
}

QWidget *FormDialog::makeFooter(const FormWords &words)
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    m_cancel = makeButton(m_theme, {.objectName = words.objectName + "Cancel"_L1, .text = tr("Cancel")}, footer);
    m_verb = makeButton(
        m_theme, {.objectName = words.objectName + "Verb"_L1, .text = words.verb, .kind = ButtonKind::Primary}, footer);
    m_cancel->setAutoDefault(true);
    m_verb->setAutoDefault(true);
    m_verb->setDefault(true); // Enter in a field
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_verb);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &FormDialog::confirmed);
    return footer;
}

void FormDialog::showProblem(const base::Error &error)
{
    m_problem->setContent({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
    m_problem->show();
    fit();
}

void FormDialog::hideProblem()
{
    m_problem->hide();
}

void FormDialog::fit()
{
    layout()->activate();
    const int width = std::max(m_theme.width(m_width), minimumSizeHint().width());
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setMinimumHeight(height);
    resize(width, height);
}

} // namespace tokensmith::ui
