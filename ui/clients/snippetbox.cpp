// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/snippetbox.h"

#include "ui/common/buttons.h"
#include "ui/common/codebox.h"
#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

SnippetBox::SnippetBox(const Theme &theme, SecretClipboard &clipboard, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_box(new CodeBox(theme, TextStyle::MonoSmall, CodeBox::Height::Content, this))
    , m_copy(makeButton(theme,
                        {.objectName = objectName + "Copy"_L1,
                         .text = tr("Copy text"),
                         .icon = u"copy"_s,
                         .size = ControlSize::Small},
                        this))
{
    setObjectName(objectName);
    m_box->setObjectName(objectName + "Text"_L1);
    m_box->setAccessibleName(tr("Text for the client's configuration"));
    m_box->setLayoutDirection(Qt::LeftToRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_box);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, &SnippetBox::copy);
}

void SnippetBox::setSnippet(const QString &text, const base::Secret &key)
{
    m_text = base::Secret(text.toUtf8());
    m_key = key;
    QString shown = text;
    if (!key.isEmpty())
        shown.replace(QString::fromUtf8(key.reveal()), QString(8, u'•'));
    m_box->setPlainText(shown.trimmed());
}

void SnippetBox::copy()
{
    if (m_key.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_text.reveal()));
    else
        m_clipboard.copy(m_text);
    Q_EMIT copied();
}

} // namespace tokensmith::ui
