// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resources/templateresources.h"

#include "core/mcp/completers/places.h"
#include "core/mcp/resources/toolreader.h"
#include "core/mcp/tools/templatetools.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

Resource templatesResource(const catalog::TemplateSet &templates)
{
    return {.uri = u"tokensmith://templates"_s,
            .name = u"templates"_s,
            .title = u"Token templates"_s,
            .description = u"The presets of permissions that create_token can make a token from."_s,
            .mimeType = u"application/json"_s,
            .reader = readThrough(listTemplatesTool(templates))};
}

ResourceTemplate templateResource(tokens::TokenService &tokens, const catalog::TemplateSet &templates)
{
    return {.uriTemplate = u"tokensmith://templates/{id}"_s,
            .name = u"template"_s,
            .title = u"Token template"_s,
            .description = u"The permission groups one template grants, as Cloudflare offers them now."_s,
            .mimeType = u"application/json"_s,
            .reader = readThrough(getTemplateTool(tokens, templates),
                                  [](const QHash<QString, QString> &variables) {
                                      return QJsonObject{{u"templateId"_s, variables.value(u"id"_s)}};
                                  }),
            .completers = {{u"id"_s, templateCompleter(templates)}}};
}

} // namespace tokensmith::mcp
