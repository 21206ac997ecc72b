// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/finding.h"
#include "core/tokens/search/results.h"
#include "ui/tokens/tokencells.h"
#include "ui/tokens/tokensoverview.h"

#include <QAbstractTableModel>

class QItemSelection;
class QTimer;

namespace tokensmith::ui {

/**
 * The tokens that search, chips and timeline leave, as rows in the order of a column; or, before anything is known,
 * rows that only hold the place. Sorting and filtering are in here: a row number is that of the view, no proxy goes on
 * top.
 *
 * Tokens are borrowed from the source: see setTokens(). Words are made when asked for, with the clock's present time.
 * Findings and access of all tokens are found out bit by bit while the event loop is idle; a cell that is asked for
 * earlier finds out its own, but counts, sorting and searching by them know the rest only when isComplete(). Answers
 * the roles of ui/common/cell.h.
 *
 * A change of order keeps persistent indexes (layoutChanged); a change of which tokens are shown is a reset, after
 * which TokensTable selects the same tokens again. Same tokens in the same order: dataChanged, nothing moves.
 */
class TokenTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    TokenTableModel(const base::Clock &clock, search::IndexNames names, QObject *parent = nullptr);

    /**
     * Replaces all tokens. The vector is borrowed, not copied: when its content changes, this has to be called again
     * before anything else asks the model (TokenSource::tokensChanged is sent at once).
     */
    void setTokens(const std::vector<model::Token> &tokens);
    void setTokens(std::vector<model::Token> &&tokens) = delete;

    /** Shows `count` placeholder rows while there are no tokens; 0 takes them away. */
    void setPlaceholders(int count);

    /** The token all this is done with: rules on it differ. Empty: not known. */
    void setBootstrapToken(const QString &tokenId);

    // What is shown: all three must hold.
    void setSearch(const QString &text);                             ///< grammar: core/tokens/search/query.h
    void setChips(search::Traits traits);                            ///< all of these
    void setExpirySpan(const std::optional<search::TimeSpan> &span); ///< chosen on the timeline
    [[nodiscard]] const QString &searchText() const { return m_search; }
    [[nodiscard]] const search::Selection &selection() const { return m_results.selection(); }

    // What there is; valid until countsChanged().
    [[nodiscard]] int tokenCount() const { return m_results.index().size(); }               ///< shown or not
    [[nodiscard]] int ownerCount() const { return int(m_results.index().owners().size()); } ///< of all tokens
    [[nodiscard]] const search::TraitCounts &chipCounts() const { return m_results.traits(); }
    [[nodiscard]] const search::ExpiryHistogram &expiries() const { return m_results.expiries(); }
    [[nodiscard]] bool isComplete() const; ///< all findings and access are known, and counted

    /** For suggestionsAt() and didYouMean(): names of permissions and zones are read when first asked for. */
    [[nodiscard]] const search::TokenIndex &searchIndex();

    /** The same as far as it has been read. */
    [[nodiscard]] const search::TokenIndex &quickIndex() const { return m_results.index(); }

    // One row; tokens by row are null for a placeholder.
    [[nodiscard]] const model::Token *tokenAt(int row) const;
    [[nodiscard]] const model::Token *tokenOf(const QString &id) const; ///< shown or not; null: not there
    [[nodiscard]] QString idAt(int row) const;                          ///< empty for a placeholder
    [[nodiscard]] QString ownerNameAt(int row) const;
    [[nodiscard]] QString accessAt(int row) const;
    [[nodiscard]] std::vector<model::Finding> findingsAt(int row) const;
    [[nodiscard]] SeveralTokens overviewOf(const QItemSelection &rows) const; ///< one pass, quick for all of them
    [[nodiscard]] int rowOf(const QString &tokenId) const;                    ///< -1: not shown
    [[nodiscard]] std::vector<int> rowsOf(const QStringList &tokenIds) const; ///< of those shown, from top to bottom

    /** Names of zones are to be asked for anew. */
    void refreshZoneNames();

    /** The clock has moved on: relative times have to be read again, and from time to time the findings. */
    void refreshTimes();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< column -1: as the list came

Q_SIGNALS:
    void countsChanged(); ///< chipCounts(), expiries(), isComplete() or the number of rows

private:
    void show(search::Results next);
    void select(const search::Selection &selection);
    void digest();
    void judgeAgain();
    void allChanged(const QList<int> &roles);
    [[nodiscard]] bool isEmpty() const { return tokenCount() == 0; }
    [[nodiscard]] int tokenNumber(int row) const { return m_results.tokenAt(row); }
    [[nodiscard]] TokenCellRow cellRow(int row, TokenColumn column) const;
    [[nodiscard]] tokens::FindingContext findingContext() const;

    const base::Clock &m_clock;
    search::IndexNames m_names;
    search::Results m_results;
    QString m_search;
    QString m_bootstrapToken;
    QDateTime m_judgedAt;
    QTimer *m_digesting;
    int m_placeholders = 0;
};

} // namespace tokensmith::ui
