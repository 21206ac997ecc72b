// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resourceregistry.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

tl::unexpected<base::Error> defect(const QString &address, const QString &what)
{
    return base::fail({.code = base::Error::Code::Internal, .message = u"The resource \"%1\" %2"_s.arg(address, what)});
}

} // namespace

base::Result<ResourceRegistry> ResourceRegistry::create(std::vector<Resource> resources,
                                                        std::vector<ResourceTemplate> templates)
{
    ResourceRegistry registry;
    QSet<QString> addresses;
    for (const Resource &one : resources) {
        const QUrl address(one.uri, QUrl::StrictMode);
        if (!address.isValid() || address.scheme().isEmpty() || addresses.contains(one.uri))
            return defect(one.uri, u"needs a URI of its own."_s);
        if (one.name.isEmpty() || !one.reader)
            return defect(one.uri, u"needs a name and a reader."_s);
        addresses.insert(one.uri);
    }
    for (ResourceTemplate &one : templates) {
        base::Result<UriTemplate> address = UriTemplate::parse(one.uriTemplate);
        if (!address)
            return defect(one.uriTemplate, u"has an unusable template: "_s + address.error().message);
        if (addresses.contains(one.uriTemplate))
            return defect(one.uriTemplate, u"is registered twice."_s);
        if (one.name.isEmpty() || !one.reader)
            return defect(one.uriTemplate, u"needs a name and a reader."_s);
        addresses.insert(one.uriTemplate);
        registry.m_families.push_back({.about = std::move(one), .address = *std::move(address)});
    }
    registry.m_resources = std::move(resources);
    return registry;
}

std::optional<ResourceRegistry::Match> ResourceRegistry::find(const QString &uri) const
{
    for (const Resource &one : m_resources) {
        if (one.uri == uri)
            return Match{.reader = &one.reader, .variables = {}};
    }
    for (const Family &family : m_families) {
        if (std::optional<QHash<QString, QString>> variables = family.address.match(uri))
            return Match{.reader = &family.about.reader, .variables = *std::move(variables)};
    }
    return std::nullopt;
}

const ResourceRegistry::Family *ResourceRegistry::findFamily(const QString &uriTemplate) const
{
    const auto found = std::find_if(m_families.begin(), m_families.end(),
                                    [&](const Family &one) { return one.about.uriTemplate == uriTemplate; });
    return found == m_families.end() ? nullptr : &*found;
}

} // namespace tokensmith::mcp
