// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QPixmap>
#include <QString>
#include <QWidget>

namespace tokensmith::test {

/** TOKENSMITH_ARTIFACTS, which CTest sets; by hand `artifacts` in the working directory. */
[[nodiscard]] inline QDir artifacts()
{
    return {qEnvironmentVariable("TOKENSMITH_ARTIFACTS", QStringLiteral("artifacts"))};
}

/**
 * Keeps what the widget shows as `<artifacts>/<name>.png`; names say the part of the window first: "settings/dark".
 * False: it could not be written.
 */
[[nodiscard]] inline bool keepPicture(QWidget &widget, const QString &name)
{
    const QString file = artifacts().filePath(name + QStringLiteral(".png"));
    return QDir().mkpath(QFileInfo(file).path()) && widget.grab().save(file);
}

} // namespace tokensmith::test
