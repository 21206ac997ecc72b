// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenssearch.h"

#include "core/tokens/search/suggestions.h"
#include "ui/tokens/tokentablemodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList operatorWords()
{
    QStringList words;
    for (const search::FieldWord &field : search::fieldWords())
        words += field.word;
    return words;
}

SearchFieldOptions options()
{
    return {.objectName = u"tokensFilter"_s,
            .accessibleName = TokensSearch::tr("Search tokens"),
            .placeholder = TokensSearch::tr("Search or filter: is:expiring perm:dns"),
            .keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText),
            .operators = operatorWords()};
}

/** Names of permissions and zones take a while to read the first time: only for a search that needs them. */
bool asksForAccess(const search::Query &query)
{
    return std::any_of(query.begin(), query.end(), [](const search::Term &term) {
        return term.field == search::Field::Perm || term.field == search::Field::Zone;
    });
}

} // namespace

TokensSearch::TokensSearch(const Theme &theme, TokenTableModel &model, QWidget *parent)
    : SearchField(theme, options(), parent)
    , m_model(model)
{
    edit()->setToolTip(tr("Search (Ctrl+F)"));
    connect(this, &SearchField::textChanged, this, &TokensSearch::search);
    connect(edit(), &QLineEdit::textEdited, this, &TokensSearch::suggest);
    connect(edit(), &QLineEdit::returnPressed, this, [this] {
        const auto *popup = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        if (popup && popup->currentIndex().isValid())
            return; // this Enter takes a suggestion
        setSuggestions({});
        Q_EMIT leftForTable();
    });
    connect(&m_model, &TokenTableModel::countsChanged, this, &TokensSearch::showNote);
}

void TokensSearch::search(const QString &text)
{
    m_model.setSearch(text);
    showNote();
}

void TokensSearch::suggest()
{
    const QString typed = edit()->text();
    const search::Query query = search::parseQuery(typed);
    // Only for a word begun at the end: the field puts what is chosen there.
    if (query.empty() || edit()->cursorPosition() != typed.size()
        || query.back().start + query.back().length != typed.size()) {
        setSuggestions({});
        return;
    }
    const search::TokenIndex &index = asksForAccess(query) ? m_model.searchIndex() : m_model.quickIndex();
    QList<SearchSuggestion> offers;
    for (const search::Suggestion &suggestion : search::suggestionsAt(typed, typed.size(), index)) {
        if (suggestion.start == query.back().start)
            offers += {.text = suggestion.text, .explanation = suggestion.explanation};
    }
    const bool isThere = offers.size() == 1 && typed.endsWith(offers.front().text, Qt::CaseInsensitive);
    setSuggestions(isThere ? QList<SearchSuggestion>() : offers);
}

bool TokensSearch::eventFilter(QObject *watched, QEvent *event)
{
    // To a line of text Ctrl+E is the way to its end, on X11; here it exports what was found.
    if (watched == edit() && event->type() == QEvent::ShortcutOverride
        && dynamic_cast<QKeyEvent &>(*event).keyCombination() == (Qt::CTRL | Qt::Key_E)) {
        event->ignore();
        return true;
    }
    return SearchField::eventFilter(watched, event);
}

void TokensSearch::showNote()
{
    const bool any = !m_model.searchText().trimmed().isEmpty() && m_model.tokenCount() > 0;
    setNote(any ? tr("%1 of %2").arg(QLocale().toString(m_model.rowCount()), QLocale().toString(m_model.tokenCount()))
                : QString());
}

QString betterSearch(TokenTableModel &model)
{
    return search::didYouMean(model.searchText(), model.searchIndex());
}

} // namespace tokensmith::ui
