// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/templates.h"
#include "core/model/account.h"
#include "core/tokens/tokenservice.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <vector>

namespace tokensmith::ui {

/** Whose token can be made, and where it can reach. Names are text from outside. */
struct CreatePlaces
{
    std::vector<model::Owner> owners;     ///< the bootstrap token's own kind first
    std::vector<model::Account> accounts; ///< for user tokens: where they may act
};

/**
 * What the New token wizard can have done. Implemented in app/desktop over the services; the wizard keeps what was
 * typed and asks again. Everything ends with one of the two signals named at it, and a newer call of the same function
 * replaces the older one, except create(), of which only one runs at a time.
 */
class CreateActions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const std::vector<catalog::Template> &templates() const = 0;

    /** The tokens known now, to copy from and to compare names with. */
    [[nodiscard]] virtual const std::vector<model::Token> &tokens() const = 0;

    /** A name for a person or an account, or a short form of its id. */
    [[nodiscard]] virtual QString ownerName(const model::Owner &owner) const = 0;

    /** Where the API answers, for the command line that tests a token. */
    [[nodiscard]] virtual QUrl apiBase() const = 0;

    virtual void loadPlaces() = 0;                                  ///< placesLoaded() or placesFailed()
    virtual void loadGroups(const model::Owner &owner) = 0;         ///< groupsLoaded() or groupsFailed()
    virtual void loadZones(const QString &accountId) = 0;           ///< zonesLoaded() or zonesFailed()
    virtual void findAddress() = 0;                                 ///< addressFound() or addressFailed()
    virtual void preview(const tokens::CreateRequest &request) = 0; ///< previewed() or previewFailed()
    virtual void create(const tokens::CreateRequest &request) = 0;  ///< created() or createFailed()
    virtual void hold(const model::CreatedToken &created) = 0;      ///< held() or holdFailed()
    virtual void removeHeld(const QString &tokenId) = 0;            ///< heldRemoved() or holdFailed()
    virtual void verify(const model::CreatedToken &created) = 0;    ///< verified() or verifyFailed()
    virtual void revoke(const model::Token &token) = 0;             ///< revoked() or revokeFailed()

Q_SIGNALS:
    void placesLoaded(const tokensmith::ui::CreatePlaces &places);
    void placesFailed(const tokensmith::base::Error &error);
    void groupsLoaded(const tokensmith::tokens::GrantableGroups &groups);
    void groupsFailed(const tokensmith::base::Error &error);
    void zonesLoaded(const QString &accountId, const std::vector<tokensmith::model::Zone> &zones);
    void zonesFailed(const tokensmith::base::Error &error);
    void addressFound(const QString &address);
    void addressFailed(const tokensmith::base::Error &error);
    void previewed(const tokensmith::tokens::PreviewOutcome &outcome);
    void previewFailed(const tokensmith::base::Error &error);
    void created(const tokensmith::tokens::CreateOutcome &outcome);
    void createFailed(const tokensmith::base::Error &error);
    void held();
    void heldRemoved();
    void holdFailed(const tokensmith::base::Error &error);
    void verified(const tokensmith::tokens::VerifyOutcome &outcome, std::chrono::milliseconds took);
    void verifyFailed(const tokensmith::base::Error &error);
    void revoked();
    void revokeFailed(const tokensmith::base::Error &error);
};

} // namespace tokensmith::ui
