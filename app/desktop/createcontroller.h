// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/base/cancellation.h"
#include "core/tokens/heldsecrets.h"
#include "ui/create/createactions.h"

#include <QNetworkAccessManager>

namespace tokensmith::app {

/** What the New token wizard asks for, over the services. `services` outlives it. A creation sent runs to its end. */
class CreateController final : public ui::CreateActions
{
    Q_OBJECT

public:
    explicit CreateController(Services &services, QObject *parent = nullptr);
    ~CreateController() override; ///< stops everything that changes nothing

    [[nodiscard]] const std::vector<catalog::Template> &templates() const override;
    [[nodiscard]] const std::vector<model::Token> &tokens() const override;
    [[nodiscard]] QString ownerName(const model::Owner &owner) const override;
    [[nodiscard]] QUrl apiBase() const override;
    void loadPlaces() override;
    void loadGroups(const model::Owner &owner) override;
    void loadZones(const QString &accountId) override;
    void findAddress() override;
    void preview(const tokens::CreateRequest &request) override;
    void create(const tokens::CreateRequest &request) override;
    void hold(const model::CreatedToken &created) override;
    void removeHeld(const QString &tokenId) override;
    void verify(const model::CreatedToken &created) override;
    void revoke(const model::Token &token) override;

private:
    /** Replaces the source, so that an older task of the kind is stopped and not heard any more. */
    [[nodiscard]] static base::CancelToken renew(base::CancelSource &source);

    Services &m_services;
    tokens::HeldSecrets m_held;
    QNetworkAccessManager m_network; ///< only for findAddress()
    base::CancelSource m_places;
    base::CancelSource m_groups;
    base::CancelSource m_zones;
    base::CancelSource m_preview;
    base::CancelSource m_verify;
    bool m_creating = false;
};

} // namespace tokensmith::app
