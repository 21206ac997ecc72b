// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/secrets/keychainqueue.h"
#include "core/secrets/secretstore.h"

namespace tokensmith::secrets {

/** What was asked of the keychain: it decides how a failure is worded, and what is certain after one. */
enum class KeychainOperation { Read, Write, Remove };

/**
 * Whether a finished read or removal that brought no value proves that there is no entry: only in a keychain that is
 * there and unlocked. KWallet reports some failed reads as success with an empty value; we never store one, so it
 * counts as missing.
 */
[[nodiscard]] bool isCertainlyAbsent(const JobOutcome &outcome, const StoreStatus &status);

/** A job that got no answer in time: Timeout where nothing can have happened, else OutcomeUnknown. */
[[nodiscard]] base::Error unansweredError(KeychainOperation operation, const JobOutcome &outcome);

/**
 * A job that finished badly, or well in a way the keychain's state makes doubtful ("not found" in a locked one).
 * QtKeychain's own code says too little (no service, a locked collection and a defect are all OtherError), so the
 * status of the moment decides, unless a person refused access outright. A prompt that was closed without the password
 * leaves the keychain locked and is told as that.
 */
[[nodiscard]] base::Error keychainError(KeychainOperation operation, const JobOutcome &outcome,
                                        const StoreStatus &status);

} // namespace tokensmith::secrets
