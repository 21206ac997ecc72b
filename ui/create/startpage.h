// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/createactions.h"

#include <QWidget>

class QStackedWidget;

namespace tokensmith::ui {

class ComboBox;
class Field;
class Paragraph;
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
    [[nodiscard]] const catalog::Template *chosenTemplate() const; ///< null: none
    [[nodiscard]] const model::Token *chosenToken() const;         ///< null: none

    void setNameError(const QString &sentence);
    void copyFrom(const QString &tokenId); ///< chooses Copy and that token

Q_SIGNALS:
    void ownerChanged();
    void startChanged(); ///< what it starts from
    void edited();       ///< any of it

private:
    void fillSources();
    void showSource();

    CreateActions &m_actions;
    std::vector<model::Owner> m_owners;
    std::vector<model::Token> m_tokens; ///< in the order of the list to copy from
    Field *m_name;                      // these belong to the page as its children
    ComboBox *m_owner;
    SegmentedControl *m_from;
    ComboBox *m_template;
    ComboBox *m_token;
    QStackedWidget *m_source;
    Paragraph *m_about;
};

} // namespace tokensmith::ui
