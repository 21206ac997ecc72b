// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/createactions.h"

#include <QWidget>

class QStackedWidget;

namespace tokensmith::ui {

class ChoiceList;
struct Choice;
class ComboBox;
class Field;
class Paragraph;
class SearchField;
class SegmentedControl;
class Theme;

/** First page: a name, whose token it is, and what it starts from. Both outlive the page. */
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    enum class From { Template, Copy, Custom };

    StartPage(const Theme &theme, CreateActions &actions, QWidget *parent = nullptr);

    void setOwners(const std::vector<model::Owner> &owners);

    [[nodiscard]] QString name() const;
    [[nodiscard]] model::Owner owner() const;
    [[nodiscard]] From from() const;
    [[nodiscard]] const catalog::Template *chosenTemplate() const;        ///< null: none
    [[nodiscard]] const std::optional<model::Token> &chosenToken() const; ///< nothing: none
    [[nodiscard]] QString summary() const;                                ///< "Custom", or the template's name

    void setNameError(const QString &sentence);
    void copyFrom(const QString &tokenId); ///< chooses Copy and that token

Q_SIGNALS:
    void ownerChanged();
    void startChanged(); ///< what it starts from
    void edited();       ///< any of it

private:
    [[nodiscard]] QWidget *makeTemplates();
    [[nodiscard]] QWidget *makeCopy();
    void fillTemplates();
    void fillTokens();
    void takeToken(int row);
    void showSource();
    [[nodiscard]] Choice choiceOf(const model::Token &token) const;

    const Theme &m_theme;
    CreateActions &m_actions;
    std::vector<model::Owner> m_owners;
    std::vector<model::Token> m_found;   ///< those of the list to copy from
    std::optional<model::Token> m_token; ///< the one that is copied
    std::optional<model::Token> m_none;  ///< stays empty
    Field *m_name;                       // these belong to the page as its children
    ComboBox *m_owner;
    SegmentedControl *m_from;
    ChoiceList *m_templates;
    SearchField *m_find;
    ChoiceList *m_tokens;
    QStackedWidget *m_source;
};

} // namespace tokensmith::ui
