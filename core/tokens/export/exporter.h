// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tokens/findings.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace tokensmith::exports {

enum class Format {
    Csv,  ///< RFC 4180, UTF-8, one line per token; texts a spreadsheet would take for a formula get a ' in front
    Json, ///< Cloudflare's member names, and what Tokensmith adds under "tokensmith"
    Ics,  ///< RFC 5545: an event, with an alarm a week ahead, for each end that lies ahead
};

/** ".csv", ".json", ".ics". */
[[nodiscard]] QString suffixOf(Format format);

/** What is written, and what is known about it. */
struct Content
{
    std::vector<model::Token> tokens = {};
    std::function<QString(const model::Owner &)> ownerName = {}; ///< without it ids stand in
    tokens::FindingContext findings = {};                        ///< its `now` is the time of the export
};

struct Notation;

/**
 * Writes a list of tokens in a format, a slice of time at a time so that a window stays awake. There is never a secret
 * in it: a token does not know its own, and a member "value", which Cloudflare uses for it, is left out.
 */
class Exporter
{
public:
    Exporter(Format format, Content content);
    ~Exporter();
    Q_DISABLE_COPY_MOVE(Exporter)

    /** Goes on for about `atMost`; true when everything is written. */
    bool work(std::chrono::milliseconds atMost);

    [[nodiscard]] int done() const { return int(m_next); }
    [[nodiscard]] int total() const { return int(m_content.tokens.size()); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } ///< whole once work() said so

private:
    void add(const model::Token &token);

    Content m_content;
    std::unique_ptr<const Notation> m_notation;
    QByteArray m_bytes;
    std::size_t m_next = 0;
    bool m_hasItem = false;
    bool m_isClosed = false;
};

/** Everything at once. */
[[nodiscard]] QByteArray exported(Format format, Content content);

/**
 * Puts the bytes into a file for its owner's eyes alone, whole or not at all. Errors: Unavailable with the path and the
 * reason.
 */
[[nodiscard]] base::Result<base::Done> save(const QByteArray &bytes, const QString &path);

} // namespace tokensmith::exports
