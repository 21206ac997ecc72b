// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/diffview.h"

#include "ui/common/bind.h"

#include <QTextBlock>
#include <QtMath>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Same:
        return "  "_L1;
    case DiffLine::Kind::Removed:
        return "- "_L1;
    case DiffLine::Kind::Added:
        return "+ "_L1;
    }
    Q_UNREACHABLE();
}

constexpr int kSignLength = 2;
constexpr int kMargin = 8;

} // namespace

DiffView::DiffView(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight);
    setProperty("frame", "code"_L1);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(kMargin);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    useFont(this, theme, TextStyle::Mono);
    connect(&m_theme, &Theme::changed, this, &DiffView::colour);
}

void DiffView::setLines(const QList<DiffLine> &lines)
{
    m_lines = lines;
    QStringList texts;
    qsizetype added = 0;
    qsizetype removed = 0;
    for (const DiffLine &line : lines) {
        texts.append(signOf(line.kind) + line.text);
        added += line.kind == DiffLine::Kind::Added ? 1 : 0;
        removed += line.kind == DiffLine::Kind::Removed ? 1 : 0;
    }
    setPlainText(texts.join(u'\n'));
    const QString one = tr("%n lines added", nullptr, int(added));
    const QString other = tr("%n lines removed", nullptr, int(removed));
    setAccessibleDescription(u"%1, %2"_s.arg(one, other));
    colour();
    updateGeometry();
}

void DiffView::setVisibleLines(int lines)
{
    m_visible = lines;
    updateGeometry();
}

void DiffView::colour()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (int i = 0; i < int(m_lines.size()); ++i) {
        const DiffLine &line = m_lines.at(i);
        if (line.kind == DiffLine::Kind::Same)
            continue;
        const bool added = line.kind == DiffLine::Kind::Added;
        QTextEdit::ExtraSelection whole;
        whole.cursor = QTextCursor(document()->findBlockByNumber(i));
        whole.format.setBackground(m_theme.colour(added ? Colour::OkSoft : Colour::DangerSoft));
        whole.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(whole);
        const QColor mark = m_theme.colour(added ? Colour::Ok : Colour::Danger);
        const auto markPart = [&](qsizetype start, qsizetype length, bool underlined) {
            QTextEdit::ExtraSelection part;
            part.cursor = QTextCursor(document()->findBlockByNumber(i));
            part.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, int(start));
            part.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(length));
            part.format.setForeground(mark);
            part.format.setFontUnderline(underlined);
            selections.append(part);
        };
        markPart(0, 1, false);
        for (const DiffLine::Mark &piece : line.marks)
            markPart(piece.start + kSignLength, piece.length, true);
    }
    setExtraSelections(selections);
}

QSize DiffView::sizeFor(int lines) const
{
    const QTextBlock first = document()->firstBlock(); // lines are a little higher than the font says
    const qreal shown = blockBoundingRect(first).height() / std::max(1, first.lineCount());
    const int line = std::max(qCeil(shown), QFontMetrics(font()).lineSpacing());
    return {360, lines * line + 2 * kMargin + 2 * frameWidth() + 4};
}

QSize DiffView::sizeHint() const
{
    return sizeFor(std::clamp(int(m_lines.size()), 1, m_visible));
}

QSize DiffView::minimumSizeHint() const
{
    return {160, sizeFor(std::min(std::max(1, int(m_lines.size())), 3)).height()};
}

} // namespace tokensmith::ui
