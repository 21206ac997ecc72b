// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/settings.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace tokensmith::settings {

/**
 * The settings in force, kept in one JSON file that only its owner may read (0600).
 *
 * A file that can't be read is a problem in words, not an end: the defaults apply, the file stays as it is, and it is
 * put aside under another name before something new is written in its place. A member that can't be used has its
 * default, the others count. Members of a newer version survive.
 */
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    /** Reads `path`; it need not exist. */
    explicit SettingsStore(QString path, QObject *parent = nullptr);

    [[nodiscard]] const Settings &current() const { return m_current; }

    /** Why the file, or a part of it, could not be used; absent: all is well. */
    [[nodiscard]] const std::optional<base::Error> &problem() const { return m_problem; }

    /**
     * Takes new settings at once and writes them, whole or not at all. Errors: InvalidArgument (a value that is not
     * accepted; nothing changes), Unavailable (they apply, but could not be written; says why).
     */
    [[nodiscard]] base::Result<base::Done> change(const Settings &settings);

Q_SIGNALS:
    void changed();

private:
    void read();
    [[nodiscard]] base::Result<base::Done> write();
    [[nodiscard]] bool putAside() const;

    /** Whether what is on the disk may be replaced. */
    enum class Content { Ours, Unreadable };

    const QString m_path;
    Settings m_current;
    QJsonObject m_unknown;
    std::optional<base::Error> m_problem;
    Content m_content = Content::Ours;
};

} // namespace tokensmith::settings
