// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/tokens/tokensource.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokensmith::ui {

class Label;

/** What the footer says. */
struct FooterContent
{
    enum class Mood { Calm, Loading, Old }; ///< Old: the list could not be read again

    Mood mood = Mood::Calm;
    QString left;           ///< "40 tokens, 4 owners", or how far loading is
    QString selection = {}; ///< "2 selected"; empty: nothing
    QString right = {};     ///< how old the list is; while loading, Stop stands there
};

/** How many tokens there are, are left by the filter, and are selected. */
struct ListCounts
{
    int all = 0;
    int shown = 0;
    int owners = 0;
    int selected = 0;
};

[[nodiscard]] FooterContent footerContent(const TokenListStatus &status, const ListCounts &counts,
                                          const QDateTime &now);

/** The line below the table; children tokensCount, tokensSelected, tokensAge, tokensStop. */
class TokensFooter : public QWidget
{
    Q_OBJECT

public:
    explicit TokensFooter(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const FooterContent &content);

Q_SIGNALS:
    void stopRequested();

private:
    void applyTheme();

    const Theme &m_theme;
    FooterContent::Mood m_mood = FooterContent::Mood::Calm;
    Label *m_left;
    Label *m_selection;
    QLabel *m_icon;
    Label *m_right;
    QPushButton *m_stop;
};

} // namespace tokensmith::ui
