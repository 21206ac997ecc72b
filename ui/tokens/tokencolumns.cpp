// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokencolumns.h"

#include "ui/common/table.h"
#include "ui/tokens/tokencells.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <array>
#include <optional>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

const QList<int> kWidths{190, 122, 0, 96, 92, 72, 110, 96}; ///< in the order of TokenColumn; 0: the rest
constexpr std::array kNames{"name"_L1,     "owner"_L1,    "access"_L1, "expires"_L1,
                            "lastUsed"_L1, "findings"_L1, "status"_L1, "created"_L1};
static_assert(kNames.size() == kTokenColumns);
constexpr int kLeast = 40;
constexpr int kMost = 1000;
constexpr int kWidestFit = 420;

constexpr auto kOrder = "tokensTable/order"_L1;
constexpr auto kHidden = "tokensTable/hidden"_L1;
constexpr auto kWidth = "tokensTable/widths"_L1;
constexpr auto kSort = "tokensTable/sort"_L1;

int columnNamed(const QString &name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? -1 : int(found - kNames.begin());
}

struct State
{
    QList<int> order = {}; ///< logical columns from left to right
    QList<int> hidden = {};
    QList<int> widths = {}; ///< designed pixels, by logical column; 0: the rest
    int sorted = -1;        ///< -1: natural order
    Qt::SortOrder direction = Qt::AscendingOrder;
};

State designedState()
{
    State state{.hidden = {int(TokenColumn::Status), int(TokenColumn::Created)},
                .widths = kWidths,
                .sorted = int(TokenColumn::Expires)};
    for (int column = 0; column < kTokenColumns; ++column)
        state.order += column;
    return state;
}

std::optional<QList<int>> columnsOf(const QStringList &names)
{
    QList<int> columns;
    for (const QString &name : names) {
        const int column = columnNamed(name);
        if (column < 0 || columns.contains(column))
            return std::nullopt;
        columns += column;
    }
    return columns;
}

std::optional<QList<int>> widthsOf(const QStringList &texts)
{
    if (texts.size() != kTokenColumns)
        return std::nullopt;
    QList<int> widths;
    for (int column = 0; column < kTokenColumns; ++column) {
        const int width = texts.at(column).toInt();
        const bool isRest = kWidths.at(column) == 0;
        if (!isRest && (width < kLeast || width > kMost))
            return std::nullopt;
        widths += isRest ? 0 : width;
    }
    return widths;
}

std::optional<State> stateIn(const QString &file)
{
    const QSettings kept(file, QSettings::IniFormat);
    const auto order = columnsOf(kept.value(kOrder).toStringList());
    const auto hidden = columnsOf(kept.value(kHidden).toStringList());
    const auto widths = widthsOf(kept.value(kWidth).toStringList());
    const QStringList sort = kept.value(kSort).toStringList();
    if (!order || order->size() != kTokenColumns || !hidden || hidden->contains(int(TokenColumn::Name)) || !widths)
        return std::nullopt;
    return State{.order = *order,
                 .hidden = *hidden,
                 .widths = *widths,
                 .sorted = sort.isEmpty() ? -1 : columnNamed(sort.front()),
                 .direction = sort.value(1) == "descending"_L1 ? Qt::DescendingOrder : Qt::AscendingOrder};
}

void apply(const State &state, Table &table)
{
    QHeaderView &header = *table.horizontalHeader();
    for (int place = 0; place < state.order.size(); ++place)
        header.moveSection(header.visualIndex(state.order.at(place)), place);
    for (int column = 0; column < kTokenColumns; ++column)
        table.setColumnHidden(column, state.hidden.contains(column));
    table.setColumnWidths(state.widths);
    for (int column = 0; column < kTokenColumns; ++column) {
        // A designed width fits the English title; a width somebody chose stays.
        const bool isDesigned = state.widths.at(column) == kWidths.at(column) && kWidths.at(column) != 0;
        if (isDesigned && !table.isColumnHidden(column))
            table.setColumnWidth(column, std::max(table.columnWidth(column), table.titleWidth(column)));
    }
    table.sortByColumn(state.sorted, state.direction);
}

} // namespace

TokenColumns::TokenColumns(const Theme &theme, Table &table, QString stateFile)
    : QObject(&table)
    , m_theme(theme)
    , m_table(table)
    , m_stateFile(std::move(stateFile))
    , m_menu(new QMenu(&table))
    , m_saving(new QTimer(this))
{
    m_menu->setObjectName(u"columnsMenu"_s);
    m_menu->setTitle(tr("Columns"));
    m_menu->setAccessibleName(tr("Columns"));
    restore();

    QHeaderView *header = m_table.horizontalHeader();
    header->setResizeContentsPrecision(0); // only the rows in sight
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, m_menu,
            [this, header](const QPoint &at) { m_menu->popup(header->mapToGlobal(at)); });
    connect(m_menu, &QMenu::aboutToShow, this, &TokenColumns::fillMenu);

    m_saving->setSingleShot(true); // one writing for the many steps of a drag
    m_saving->setInterval(0);
    connect(m_saving, &QTimer::timeout, this, &TokenColumns::save);
    if (m_stateFile.isEmpty())
        return;
    const auto saveSoon = [this] { m_saving->start(); };
    connect(header, &QHeaderView::sectionResized, m_saving, [this](int column) {
        if (kWidths.at(column) != 0) // that one follows the window
            m_saving->start();
    });
    connect(header, &QHeaderView::sectionMoved, m_saving, saveSoon);
    connect(header, &QHeaderView::sortIndicatorChanged, m_saving, saveSoon);
}

int TokenColumns::designed(int pixels) const
{
    constexpr int kUnit = 1000; // long, for the rounding
    return std::clamp(qRound(double(pixels) * kUnit / m_theme.width(kUnit)), kLeast, kMost);
}

void TokenColumns::restore()
{
    apply((m_stateFile.isEmpty() ? std::nullopt : stateIn(m_stateFile)).value_or(designedState()), m_table);
}

void TokenColumns::save() const
{
    const QHeaderView &header = *m_table.horizontalHeader();
    QStringList order;
    QStringList hidden;
    QStringList widths = QSettings(m_stateFile, QSettings::IniFormat).value(kWidth).toStringList();
    widths.resize(kTokenColumns);
    for (int place = 0; place < kTokenColumns; ++place)
        order += kNames.at(std::size_t(header.logicalIndex(place)));
    for (int column = 0; column < kTokenColumns; ++column) {
        const QString before = widths.at(column).isEmpty() ? QString::number(kWidths.at(column)) : widths.at(column);
        if (m_table.isColumnHidden(column))
            hidden += kNames.at(std::size_t(column)); // one that is hidden has no width of its own
        const bool isMeasured = kWidths.at(column) != 0 && !m_table.isColumnHidden(column);
        widths[column] = isMeasured ? QString::number(designed(m_table.columnWidth(column))) : before;
    }
    QStringList sort;
    if (header.sortIndicatorSection() >= 0 && header.sortIndicatorSection() < kTokenColumns)
        sort = {kNames.at(std::size_t(header.sortIndicatorSection())),
                header.sortIndicatorOrder() == Qt::AscendingOrder ? u"ascending"_s : u"descending"_s};
    QSettings kept(m_stateFile, QSettings::IniFormat);
    kept.setValue(kOrder, order);
    kept.setValue(kHidden, hidden);
    kept.setValue(kWidth, widths);
    kept.setValue(kSort, sort);
}

void TokenColumns::fillMenu()
{
    m_menu->clear();
    const QHeaderView &header = *m_table.horizontalHeader();
    for (int place = 0; place < kTokenColumns; ++place) {
        const int column = header.logicalIndex(place);
        QAction *action = m_menu->addAction(columnTitle(TokenColumn(column)));
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column));
        action->setEnabled(column != int(TokenColumn::Name)); // a row without its name says nothing
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_table.setColumnHidden(column, !on);
            if (!m_stateFile.isEmpty())
                m_saving->start();
        });
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Fit to content"), this, &TokenColumns::fit);
    m_menu->addAction(tr("Reset columns"), this, &TokenColumns::reset);
}

void TokenColumns::fit()
{
    for (int column = 0; column < kTokenColumns; ++column) {
        if (m_table.isColumnHidden(column) || kWidths.at(column) == 0)
            continue;
        m_table.resizeColumnToContents(column);
        m_table.setColumnWidth(column, std::min(m_table.columnWidth(column), m_theme.width(kWidestFit)));
    }
}

void TokenColumns::reset()
{
    apply(designedState(), m_table);
}

} // namespace tokensmith::ui
