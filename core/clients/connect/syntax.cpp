// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/syntax.h"

#include "core/clients/connect/jsonedit.h"
#include "core/clients/connect/tomledit.h"
#include "core/clients/connect/yamledit.h"

namespace tokensmith::clients::connect {

SyntaxEditor editorFor(Syntax syntax)
{
    switch (syntax) {
    case Syntax::Json:
        return {&json::put, &json::drop, &json::find};
    case Syntax::Toml:
        return {&toml::put, &toml::drop, &toml::find};
    case Syntax::Yaml:
        return {&yaml::put, &yaml::drop, &yaml::find};
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::clients::connect
