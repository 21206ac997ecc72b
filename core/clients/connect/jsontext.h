// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace tokensmith::clients::connect {

/** Bytes [begin, end) of a text. */
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct JsonMember
{
    QString name;
    Span key;   ///< with its quotes
    Span value; ///< without what stands around it
};

/** An object in the text, from `{` to `}`. */
struct JsonObjectText
{
    qsizetype open = 0;
    qsizetype close = 0;
    std::vector<JsonMember> members = {};
};

/**
 * JSON as editors write it: comments, trailing commas and a byte order mark are understood, and no byte moves, so that
 * offsets hold in all three texts. Whether it is JSON at all is Qt's decision.
 */
class JsonText
{
public:
    /** Errors: ProtocolError with a sentence that starts in lower case and names the line where it can. */
    [[nodiscard]] static base::Result<JsonText> from(const QByteArray &text);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    [[nodiscard]] JsonObjectText root() const;
    /** The object whose `{` stands at `open`. */
    [[nodiscard]] JsonObjectText objectAt(qsizetype open) const;
    /** Where the next comma outside comments is in [from, to), or -1. */
    [[nodiscard]] qsizetype commaIn(Span span) const;

private:
    QByteArray m_text;   // as it came
    QByteArray m_code;   // comments are spaces
    QByteArray m_strict; // trailing commas are spaces, too
    QJsonObject m_object;
};

} // namespace tokensmith::clients::connect
