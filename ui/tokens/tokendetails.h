// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/accesswords.h"
#include "core/model/finding.h"
#include "core/model/token.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace tokensmith::ui {

class BadgeLabel;
class ElidedLabel;
class EmptyState;
class Theme;
class TokenActions;
class TokenFacts;
class TokenFindings;
class TokensOverview;
struct SeveralTokens;

/** A token with the names that its ids stand for. */
struct TokenDetails
{
    model::Token token;
    QString ownerName;
    catalog::Names names = {}; ///< for the places that policies name
    std::vector<model::Finding> findings = {};
};

/** The pane at the right of the Tokens page: one token in full, several in numbers, or a word on why there is
 * none. */
class TokenDetailsPane : public QWidget
{
    Q_OBJECT

public:
    /** Both outlive it; the actions are on what the pane shows. */
    TokenDetailsPane(const Theme &theme, TokenActions &actions, QWidget *parent = nullptr);

    void showNothing();
    void showSeveral(const SeveralTokens &several, const QDateTime &now);
    void showToken(const TokenDetails &details, const QDateTime &now);

Q_SIGNALS:
    void closeRequested();

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QLayout *makeFirstActions(QWidget *head);
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QWidget *makeSections();
    /** A titled part of the scrolling middle; returns the layout its content goes into. */
    QVBoxLayout *addSection(QVBoxLayout *into, const QString &title);
    void showAccess(const TokenDetails &details);
    void addAccessPart(QVBoxLayout &column, const catalog::AccessPart &part, const QString &zones);

    const Theme &m_theme;
    TokenActions &m_actions;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TokensOverview *m_several;
    QWidget *m_full;
    ElidedLabel *m_name = nullptr;
    BadgeLabel *m_badge = nullptr;
    ElidedLabel *m_owner = nullptr;
    QScrollArea *m_scroll = nullptr;
    TokenFindings *m_findings = nullptr;
    QWidget *m_findingsEnd = nullptr; ///< the line below them
    QWidget *m_access = nullptr;
    TokenFacts *m_facts = nullptr;
    QString m_tokenId;
};

} // namespace tokensmith::ui
