// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainerrors.h"

#include "core/base/text.h"
#include "core/secrets/words.h"

namespace tokensmith::secrets {

namespace {

using Code = base::Error::Code;
using State = StoreStatus::State;

/** The last sentence of a message: what is certain although it failed. */
QString nothingDone(KeychainOperation operation)
{
    switch (operation) {
    case KeychainOperation::Read:
        return {};
    case KeychainOperation::Write:
        return Words::tr(" Nothing was stored.");
    case KeychainOperation::Remove:
        return Words::tr(" Nothing was removed.");
    }
    Q_UNREACHABLE();
}

QString maybeDone(KeychainOperation operation)
{
    switch (operation) {
    case KeychainOperation::Read:
        return {};
    case KeychainOperation::Write:
        return Words::tr(" The value is stored if the prompt is answered later.");
    case KeychainOperation::Remove:
        return Words::tr(" The value is removed if the prompt is answered later.");
    }
    Q_UNREACHABLE();
}

QString detailOf(const JobOutcome &outcome, const StoreStatus &status)
{
    return status.detail.isEmpty() ? base::plainLine(outcome.errorText) : status.detail;
}

base::Error refused(KeychainOperation operation, const JobOutcome &outcome)
{
    return {.code = Code::KeychainDenied,
            .message = Words::tr("The keychain refused access. Allow it when it asks, then press Try again.")
                       + nothingDone(operation),
            .detail = base::plainLine(outcome.errorText)};
}

base::Error failed(KeychainOperation operation, const JobOutcome &outcome)
{
    return {.code = Code::Unavailable,
            .message =
                Words::tr("The keychain reported an error. Press Try again, or restart it.") + nothingDone(operation),
            .detail = base::plainLine(outcome.errorText)};
}

base::Error byState(KeychainOperation operation, const JobOutcome &outcome, const StoreStatus &status)
{
    switch (status.state) {
    case State::Locked:
        return {.code = Code::KeychainLocked,
                .message =
                    Words::tr("The keychain is locked. Unlock it, then press Try again.") + nothingDone(operation),
                .detail = detailOf(outcome, status)};
    case State::NotAnswering:
    case State::Unavailable:
        return {.code = Code::KeychainUnavailable,
                .message = status.message + nothingDone(operation),
                .detail = detailOf(outcome, status)};
    case State::Ready:
        return failed(operation, outcome);
    }
    Q_UNREACHABLE();
}

} // namespace

bool isCertainlyAbsent(const JobOutcome &outcome, const StoreStatus &status)
{
    const bool saysSo = outcome.error == QKeychain::EntryNotFound || outcome.error == QKeychain::NoError;
    return saysSo && status.state == State::Ready;
}

base::Error unansweredError(KeychainOperation operation, const JobOutcome &outcome)
{
    if (outcome.end == JobOutcome::End::NeverBegan)
        return {.code = Code::Timeout,
                .message = Words::tr("The keychain is still busy with an earlier request. Look for an unlock prompt, "
                                     "answer it, then press Try again.")
                           + nothingDone(operation)};
    return {.code = operation == KeychainOperation::Read ? Code::Timeout : Code::OutcomeUnknown,
            .message =
                Words::tr("The keychain didn't answer. Look for an unlock prompt, answer it, then press Try again.")
                + maybeDone(operation)};
}

base::Error keychainError(KeychainOperation operation, const JobOutcome &outcome, const StoreStatus &status)
{
    switch (outcome.error) {
    case QKeychain::AccessDeniedByUser:
        return refused(operation, outcome);
    case QKeychain::AccessDenied: // also a write that met a locked collection
        return status.state == State::Ready ? refused(operation, outcome) : byState(operation, outcome, status);
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return byState(operation, outcome, status);
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::secrets
