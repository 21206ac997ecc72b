// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylesheet.h"

#include "ui/common/theme.h"

#include <QHash>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

/**
 * `@name` stands for a colour or a measure. A focused control has a 2 px border and 1 px less padding and height, so
 * that nothing moves.
 */
constexpr QLatin1StringView kSheet = R"(
QPushButton, QToolButton[kind] {
    min-height: @control-1; padding: 0 12px; border: 1px solid @btn; border-radius: 6px;
    background: @surface; color: @text; font-weight: @medium; }
QPushButton[compact="true"], QToolButton[kind][compact="true"] { min-height: @compact-1; padding: 0 10px; }
QToolButton[kind] { padding: 0; min-width: @control-1; max-width: @control-1; max-height: @control-1; }
QToolButton[kind][compact="true"] {
    padding: 0; min-width: @compact-1; max-width: @compact-1; max-height: @compact-1; }
QToolButton[kind][inline="true"] {
    min-height: 22px; max-height: 22px; min-width: 22px; max-width: 22px; border-radius: 4px; }
QPushButton:hover, QToolButton[kind]:hover { background: @hover; }
QPushButton:pressed, QToolButton[kind]:pressed { background: @selected; }
QPushButton:focus, QToolButton[kind]:focus {
    border: 2px solid @accent; padding: 0 11px; min-height: @control-2; }
QPushButton[compact="true"]:focus { padding: 0 9px; min-height: @compact-2; }
QToolButton[kind]:focus { padding: 0; min-width: @control-2; max-width: @control-2; }
QToolButton[kind][compact="true"]:focus {
    padding: 0; min-width: @compact-2; max-width: @compact-2; min-height: @compact-2; }
QToolButton[kind][inline="true"]:focus { min-height: 20px; max-height: 20px; min-width: 20px; max-width: 20px; }
QPushButton:disabled, QToolButton[kind]:disabled { color: @text3; border-color: @border; background: @window; }

QPushButton[kind="primary"] { background: @accent-fill; border-color: @accent-fill; color: @on-fill; }
QPushButton[kind="confirm"] { background: @danger-fill; border-color: @danger-fill; color: @on-fill; }
QPushButton[kind="primary"]:focus, QPushButton[kind="confirm"]:focus { border-color: @text; }
QPushButton[kind="danger"] { color: @danger; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    border-color: transparent; background: transparent; color: @text2; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: @accent; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled {
    background: transparent; border-color: transparent; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="confirm"]:disabled, QPushButton[kind="danger"]:disabled {
    color: @text3; border-color: @border; background: @window; }
QPushButton[kind="link"] {
    min-height: @link; padding: 0 3px; border: 1px solid transparent; border-radius: 4px;
    background: transparent; color: @accent; }
QPushButton[kind="link"]:hover { background: @hover; }
QPushButton[kind="link"]:focus { padding: 0 2px; border: 2px solid @accent; min-height: @link-1; }

QToolButton[chip="true"] {
    min-height: @compact-1; padding: 0 11px; border: 1px solid @border; border-radius: @compact-r;
    background: @surface; color: @text2; }
QToolButton[chip="true"]:hover { background: @hover; }
QToolButton[chip="true"]:checked { background: @selected; border-color: @accent; color: @text; }
QToolButton[chip="true"]:focus { border: 2px solid @accent; padding: 0 10px; min-height: @compact-2; }

QToolButton[segment] {
    min-height: @compact-1; max-height: @compact-1; min-width: 30px; padding: 0 10px;
    border: 1px solid @btn; border-left-color: @border;
    margin-left: -1px; background: @surface; color: @text2; }
QToolButton[segment="first"], QToolButton[segment="only"] {
    border-left-color: @btn; margin-left: 0; border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[segment="last"], QToolButton[segment="only"] {
    border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton[segment]:hover { background: @hover; }
QToolButton[segment]:checked { background: @selected; color: @text; font-weight: @medium; }
QToolButton[segment][look="neutral"]:checked { background: @neutral; color: @text; }
QToolButton[segment][look="soft"]:checked { background: @accent-soft; color: @accent; }
QToolButton[segment][look="fill"]:checked { background: @accent-fill; border-color: @accent-fill; color: @on-fill; }
QToolButton[segment]:focus { border: 2px solid @accent; padding: 0 9px; min-height: @compact-2; }
QToolButton[segment]:disabled { color: @text3; background: @window; }

QLineEdit, QComboBox, QAbstractSpinBox {
    min-height: @control-1; padding: 0 8px; border: 1px solid @control; border-radius: 6px;
    background: @surface; }
QLineEdit[compact="true"], QComboBox[compact="true"], QAbstractSpinBox[compact="true"] { min-height: @compact-1; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid @accent; padding: 0 7px; min-height: @control-2; }
QLineEdit[compact="true"]:focus, QComboBox[compact="true"]:focus { min-height: @compact-2; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
    border: none; padding: 0; min-height: 0; background: transparent; }
QToolButton[condition="true"] {
    border: 1px solid transparent; border-radius: 4px; padding: 1px 3px; background: @selected; color: @text; }
QToolButton[condition="true"]:hover { border-color: @accent; }
QToolButton[condition="true"]:focus { border: 2px solid @accent; padding: 0 2px; }
QLineEdit[invalid="true"] { border-color: @danger; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { border-color: @border; background: @window; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QDateEdit::down-arrow { image: none; }
QComboBox QAbstractItemView {
    border: 1px solid @border; background: @surface; color: @text; selection-background-color: @selected;
    selection-color: @text; outline: none; }

QFrame[frame="card"] { border: 1px solid @border; border-radius: 8px; background: @surface; }
QFrame[frame="box"] { border: 1px solid @border; border-radius: 8px; background: @window; }
QPlainTextEdit[frame="code"] { border: 1px solid @border; border-radius: 6px; background: @window; color: @text; }
QPlainTextEdit[frame="code"]:focus { border: 2px solid @accent; }

QListView[suggestions="true"] { border: 1px solid @border; background: @surface; }
QMenu { padding: 4px; border: 1px solid @border; background: @surface; color: @text; }
QMenu::item { min-height: @menu; padding: 0 24px 0 12px; border-radius: 4px; }
QMenu::item:selected { background: @selected; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; margin: 4px 8px; background: @line; }
QToolTip { padding: 4px 6px; border: 1px solid @border; background: @surface; color: @text; }

QScrollBar { border: none; background: transparent; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { margin: 2px; border-radius: 3px; background: @btn; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @border; }
QHeaderView { border: none; background: @window; }
QAbstractScrollArea { border: none; }
)"_L1;

QString pixels(int value)
{
    return QString::number(value) + "px"_L1;
}

/** Heights of QSS are those of the content: the border is taken off here. */
QHash<QString, QString> values(const Theme &theme, QFont::Weight medium)
{
    QHash<QString, QString> values;
    for (const ColourEntry &entry : colourTable())
        values.insert(QString(entry.name), theme.colour(entry.colour).name());
    const int control = theme.controlHeight();
    const int compact = theme.controlHeight(ControlSize::Small);
    values.insert(u"control-1"_s, pixels(control - 2));
    values.insert(u"control-2"_s, pixels(control - 4));
    values.insert(u"compact-1"_s, pixels(compact - 2));
    values.insert(u"compact-2"_s, pixels(compact - 4));
    values.insert(u"compact-r"_s, pixels(compact / 2 - 1));
    values.insert(u"menu"_s, pixels(theme.controlHeight(ControlSize::Small)));
    values.insert(u"link"_s, pixels(theme.lineHeight(TextStyle::Small) + 7));
    values.insert(u"link-1"_s, pixels(theme.lineHeight(TextStyle::Small) + 5));
    values.insert(u"medium"_s, QString::number(int(medium)));
    return values;
}

bool isNameCharacter(QChar c)
{
    return c.isLower() || c.isDigit() || c == u'-';
}

} // namespace

QString makeStyleSheet(const Theme &theme, QFont::Weight medium)
{
    const QHash<QString, QString> known = values(theme, medium);
    const QString sheet(kSheet);
    QString result;
    result.reserve(sheet.size() + 1024);
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        if (sheet.at(i) != u'@') {
            result += sheet.at(i);
            continue;
        }
        qsizetype end = i + 1;
        while (end < sheet.size() && isNameCharacter(sheet.at(end)))
            ++end;
        const QString name = sheet.mid(i + 1, end - i - 1);
        Q_ASSERT_X(known.contains(name), "makeStyleSheet", qPrintable(name));
        result += known.value(name);
        i = end - 1;
    }
    return result;
}

} // namespace tokensmith::ui
