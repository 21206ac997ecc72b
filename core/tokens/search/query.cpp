// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/query.h"

#include <algorithm>
#include <array>

namespace tokensmith::search {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFields = std::to_array<FieldWord>({
    {Field::Is, "is"_L1},
    {Field::Owner, "owner"_L1},
    {Field::Perm, "perm"_L1},
    {Field::Zone, "zone"_L1},
    {Field::Name, "name"_L1},
    {Field::Id, "id"_L1},
    {Field::Expires, "expires"_L1},
    {Field::Unused, "unused"_L1},
});

/** Where the term that begins at `start` ends: at white space outside quotes. */
qsizetype endOfTerm(QStringView text, qsizetype start)
{
    bool quoted = false;
    qsizetype end = start;
    for (; end < text.size() && (quoted || !text[end].isSpace()); ++end)
        quoted = quoted != (text[end] == u'"');
    return end;
}

QString withoutQuotes(QStringView text)
{
    return text.toString().remove(u'"').trimmed();
}

Term termFrom(QStringView text, qsizetype start)
{
    Term term{.start = start, .length = text.size()};
    if (text.size() > 1 && text.front() == u'-') {
        term.sign = Term::Sign::Without;
        text = text.mid(1);
    }
    const qsizetype colon = text.indexOf(u':');
    const std::optional<Field> field = colon > 0 ? fieldNamed(text.first(colon)) : std::nullopt;
    if (field) {
        term.field = *field;
        text = text.mid(colon + 1);
    }
    term.value = withoutQuotes(text);
    return term;
}

} // namespace

Query parseQuery(QStringView text)
{
    Query query;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype end = endOfTerm(text, at);
        query.push_back(termFrom(text.sliced(at, end - at), at));
        at = end;
    }
    return query;
}

std::span<const FieldWord> fieldWords()
{
    return kFields;
}

std::optional<Field> fieldNamed(QStringView word)
{
    const auto known = std::find_if(kFields.begin(), kFields.end(), [&](const FieldWord &field) {
        return word.compare(field.word, Qt::CaseInsensitive) == 0;
    });
    return known == kFields.end() ? std::nullopt : std::optional(known->field);
}

QString typed(const Term &term)
{
    QString text = term.sign == Term::Sign::Without ? u"-"_s : QString();
    const auto field =
        std::find_if(kFields.begin(), kFields.end(), [&](const FieldWord &one) { return one.field == term.field; });
    if (field != kFields.end())
        text += field->word + u':';
    const QString value = withoutQuotes(term.value);
    const bool needsQuotes = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    return text + (needsQuotes ? u'"' + value + u'"' : value);
}

} // namespace tokensmith::search
