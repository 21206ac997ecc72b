// SPDX-License-Identifier: GPL-3.0-or-later

// Arguments against the schemas of our tools. Input: a tool's name on the first line, then its arguments as JSON.
#include "core/mcp/toolregistry.h"
#include "core/mcp/tools/createarguments.h"
#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/tokenshapes.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/instanttools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

/** A sentence about bad arguments is one, and repeats no secret. */
void checkSentence(const base::Error &error)
{
    static const QRegularExpression secret(u"cf[a-z]{2}_[A-Za-z0-9]{40,}"_s);
    require(error.code == base::Error::Code::InvalidArgument, "bad arguments are InvalidArgument");
    require(!error.message.isEmpty() && error.message.isValidUtf16(), "a refusal says why");
    require(error.message.size() < 8000, "a refusal is short enough to be read");
    require(!error.message.contains(secret), "a refusal repeats no token");
    for (const QString &line : error.message.split(u'\n'))
        require(fuzz::isOneLine(line), "a refusal is plain text");
}

/** What a tool does first with arguments that were let through. */
void readAsTheToolsDo(const QJsonObject &arguments)
{
    static_cast<void>(mcp::createRequestFrom(arguments));
    static_cast<void>(mcp::addressFrom(arguments));
    static_cast<void>(mcp::ownerFrom(arguments));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const mcp::ToolRegistry tools = mcp::ToolRegistry::create(fuzz::instantTools()).value();
    const auto [name, text] = fuzz::cutLine(fuzz::bytesFrom(data, size));
    const mcp::ToolRegistry::Entry *entry = tools.find(QString::fromUtf8(name));
    const QJsonArray values = QJsonDocument::fromJson('[' + text + ']').array();
    if (!entry || values.isEmpty())
        return -1;
    const QJsonValue value = values.first();
    const base::Result<base::Done> verdict = entry->input.validate(value);
    if (!verdict) {
        checkSentence(verdict.error());
        return 0;
    }
    require(value.isObject(), "arguments are an object");
    const QJsonObject properties = entry->tool.inputSchema.value("properties"_L1).toObject();
    for (const QString &member : value.toObject().keys())
        require(properties.contains(member), "arguments have no member that the schema does not name");
    readAsTheToolsDo(value.toObject());
    return 0;
}
