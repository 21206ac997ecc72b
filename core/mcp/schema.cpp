// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/schema.h"

#include "core/mcp/argumentlimits.h"
#include "core/mcp/schemaexplain.h"

// Without this valijson aborts the process where it would throw.
#define VALIJSON_USE_EXCEPTIONS 1
#include <algorithm>
#include <exception>
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using valijson::adapters::QtJsonAdapter;

constexpr std::size_t kMaxSentences = 5;

/** valijson's context is "<root>", then "[member]" or "[index]" per level. */
QStringList toPlace(const std::vector<std::string> &context)
{
    QStringList place;
    for (std::size_t level = 1; level < context.size(); ++level) {
        const QString step = QString::fromStdString(context[level]);
        place += step.sliced(1, step.size() - 2);
    }
    return place;
}

std::vector<QStringList> faultyPlaces(const valijson::ValidationResults &results)
{
    std::vector<QStringList> places;
    for (const auto &error : results) {
        QStringList place = toPlace(error.context);
        if (std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(std::move(place));
    }
    std::sort(places.begin(), places.end());
    return places;
}

tl::unexpected<base::Error> refusal(const std::vector<Fault> &faults)
{
    QStringList sentences;
    for (std::size_t index = 0; index < std::min(faults.size(), kMaxSentences); ++index)
        sentences += faults[index].text;
    if (faults.size() > kMaxSentences)
        sentences += u"There are %1 more."_s.arg(faults.size() - kMaxSentences);
    return base::fail({.code = base::Error::Code::InvalidArgument,
                       .message = sentences.join(u' '),
                       .field = faults.empty() ? QString() : faults.front().path});
}

tl::unexpected<base::Error> unusable(const QString &why)
{
    return base::fail({.code = base::Error::Code::Internal, .message = why});
}

} // namespace

class Schema::Compiled
{
public:
    explicit Compiled(const QJsonObject &schema)
        : source(schema)
    {
        valijson::SchemaParser parser;
        parser.populateSchema(QtJsonAdapter(QJsonValue(schema)), compiled);
    }

    QJsonObject source;
    valijson::Schema compiled;
    valijson::Validator validator; // keeps the compiled patterns
};

Schema::Schema(std::unique_ptr<Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}

Schema::Schema(Schema &&other) noexcept = default;
Schema &Schema::operator=(Schema &&other) noexcept = default;
Schema::~Schema() = default;

base::Result<Schema> Schema::compile(const QJsonObject &schema)
{
    try {
        return Schema(std::make_unique<Compiled>(schema));
    } catch (const std::exception &why) {
        return unusable(QString::fromUtf8(why.what()));
    }
}

base::Result<base::Done> Schema::validate(const QJsonValue &value) const
{
    if (const auto unfit = findUnfit(value))
        return refusal({*unfit});
    try {
        valijson::ValidationResults results;
        if (m_compiled->validator.validate(m_compiled->compiled, QtJsonAdapter(value), &results))
            return base::Done{};
        return refusal(explain(m_compiled->source, value, faultyPlaces(results)));
    } catch (const std::exception &) {
        return unusable(u"The arguments could not be checked against the tool's schema."_s);
    }
}

} // namespace tokensmith::mcp
