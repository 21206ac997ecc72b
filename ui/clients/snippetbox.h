// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/common/theme.h"

#include <QWidget>

class QPushButton;

namespace tokensmith::ui {

class CodeBox;
class SecretClipboard;

/**
 * A text to be copied into another program's file. A key in it is shown as dots and copied as it is, marked as a secret
 * and taken off the clipboard again. Children: `<objectName>Text`, `<objectName>Copy`. Both references outlive it.
 */
class SnippetBox final : public QWidget
{
    Q_OBJECT

public:
    SnippetBox(const Theme &theme, SecretClipboard &clipboard, const QString &objectName, QWidget *parent = nullptr);

    /** `key` is a part of `text`; empty: there is none. */
    void setSnippet(const QString &text, const base::Secret &key = {});

Q_SIGNALS:
    void copied();

private:
    void copy();

    SecretClipboard &m_clipboard;
    base::Secret m_text;
    base::Secret m_key;
    CodeBox *m_box;
    QPushButton *m_copy;
};

} // namespace tokensmith::ui
