// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

namespace tokensmith::test {

/** The services of a program on a simulated Cloudflare with a few tokens or as many as asked for, its bootstrap token found; own data. */
class SandboxServices
{
public:
    explicit SandboxServices(int tokens = 5)
    {
        auto services = app::Services::create(
            {.mode = app::Mode::Sandbox, .sandboxTokens = tokens, .port = 0, .dataDir = m_directory.path()});
        if (!services)
            qFatal("%s", qPrintable(services.error().message));
        m_services = *std::move(services);
        const base::Result<bool> found = await(m_services->findBootstrapToken());
        if (!found || !*found)
            qFatal("the sandbox has no bootstrap token");
    }

    [[nodiscard]] app::Services &operator*() const { return *m_services; }
    [[nodiscard]] app::Services *operator->() const { return m_services.get(); }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<app::Services> m_services;
};

} // namespace tokensmith::test
