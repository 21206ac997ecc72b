// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"

#include <QUrl>
#include <QWidget>

class QCheckBox;

namespace tokensmith::ui {

class CodeBox;
class SegmentedControl;
class Theme;

/**
 * Beside the review: the request as JSON or as a curl command, to be read and copied, and what happens once the token
 * is there. Long ids are shortened for reading; what is copied is whole. `theme` outlives it.
 */
class RequestPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestPane(const Theme &theme, QWidget *parent = nullptr);

    /** `url` is where the request goes. */
    void setRequest(const model::TokenSpec &spec, const QUrl &url);
    void clear();

    enum class Holding { No, Yes };
    [[nodiscard]] Holding holding() const; ///< whether the secret shall be held in the keychain

private:
    [[nodiscard]] QString shownText() const; ///< in full
    void refresh();

    QString m_json;
    QString m_curl;
    SegmentedControl *m_which; // these belong to the pane as its children
    CodeBox *m_text;
    QCheckBox *m_hold;
};

} // namespace tokensmith::ui
