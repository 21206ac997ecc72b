// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/createactions.h"

namespace tokensmith::test {

/** Answers nothing by itself: the test emits the signals. Counts what was asked for. */
class FakeCreateActions final : public ui::CreateActions
{
public:
    [[nodiscard]] const std::vector<catalog::Template> &templates() const override { return m_templates; }
    [[nodiscard]] const std::vector<model::Token> &tokens() const override { return m_tokens; }
    [[nodiscard]] QString ownerName(const model::Owner &) const override { return QStringLiteral("Harbour Labs"); }
    [[nodiscard]] QUrl apiBase() const override { return QUrl(QStringLiteral("https://api.example/client/v4")); }
    void loadPlaces() override {}
    void loadGroups(const model::Owner &) override { ++groupCalls; }
    void loadZones(const QString &) override { ++zoneCalls; }
    void findAddress() override {}
    void preview(const tokens::CreateRequest &request) override { lastRequest = request; }
    void create(const tokens::CreateRequest &) override { ++creations; }
    void hold(const model::CreatedToken &) override {}
    void removeHeld(const QString &) override {}
    void verify(const model::CreatedToken &) override {}
    void revoke(const model::Token &) override {}

    int groupCalls = 0;
    int zoneCalls = 0;
    int creations = 0;
    tokens::CreateRequest lastRequest = {}; ///< the last one

private:
    std::vector<catalog::Template> m_templates;
    std::vector<model::Token> m_tokens;
};

} // namespace tokensmith::test
