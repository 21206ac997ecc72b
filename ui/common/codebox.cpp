// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/codebox.h"

#include "ui/common/bind.h"

#include <QTextDocument>

#include <cmath>

namespace tokensmith::ui {

namespace {

constexpr int kMargin = 10;

} // namespace

CodeBox::CodeBox(const Theme &theme, TextStyle style, Height height, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_height(height)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setProperty("frame", QStringLiteral("code"));
    document()->setDocumentMargin(kMargin);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    useFont(this, theme, style);
    QSizePolicy policy(QSizePolicy::Expanding, height == Height::Content ? QSizePolicy::Fixed : QSizePolicy::Maximum);
    setSizePolicy(policy);
    if (height == Height::Content)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document(), &QTextDocument::contentsChanged, this, [this] { updateGeometry(); });
}

int CodeBox::contentHeight() const
{
    // A plain text document counts its height in lines.
    const qreal text = std::ceil(document()->size().height() * QFontMetricsF(font()).lineSpacing());
    const int spare = m_height == Height::Free ? fontMetrics().lineSpacing() : 4; // else it would scroll by a hair
    return int(text) + 2 * kMargin + spare;
}

QSize CodeBox::sizeHint() const
{
    return {200, contentHeight()};
}

QSize CodeBox::minimumSizeHint() const
{
    return {80, m_height == Height::Content ? contentHeight() : 5 * fontMetrics().lineSpacing() + 2 * kMargin};
}

void CodeBox::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // lines break elsewhere
}

} // namespace tokensmith::ui
