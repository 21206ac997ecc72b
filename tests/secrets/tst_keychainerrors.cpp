// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainerrors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith::secrets;
using Code = tokensmith::base::Error::Code;
using End = JobOutcome::End;
using State = StoreStatus::State;

class KeychainErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data();
    void namesTheCause();
    void saysWhatIsCertainAfterSilence_data();
    void saysWhatIsCertainAfterSilence();
    void believesInAbsenceOnlyWhereItCanBeKnown();
    void keepsWhatTheKeychainSaid();
};

void KeychainErrorsTest::namesTheCause_data()
{
    QTest::addColumn<QKeychain::Error>("error");
    QTest::addColumn<State>("state");
    QTest::addColumn<Code>("code");
    QTest::newRow("closed prompt") << QKeychain::AccessDenied << State::Locked << Code::KeychainLocked;
    QTest::newRow("refused by the service") << QKeychain::AccessDenied << State::Ready << Code::KeychainDenied;
    QTest::newRow("refused by the person") << QKeychain::AccessDeniedByUser << State::Ready << Code::KeychainDenied;
    QTest::newRow("not found, locked") << QKeychain::EntryNotFound << State::Locked << Code::KeychainLocked;
    QTest::newRow("not found, no service")
        << QKeychain::EntryNotFound << State::Unavailable << Code::KeychainUnavailable;
    QTest::newRow("nothing removed, locked") << QKeychain::NoError << State::Locked << Code::KeychainLocked;
    QTest::newRow("other, locked") << QKeychain::OtherError << State::Locked << Code::KeychainLocked;
    QTest::newRow("other, no service") << QKeychain::OtherError << State::Unavailable << Code::KeychainUnavailable;
    QTest::newRow("other, silent") << QKeychain::OtherError << State::NotAnswering << Code::KeychainUnavailable;
    QTest::newRow("other, all well") << QKeychain::OtherError << State::Ready << Code::Unavailable;
    QTest::newRow("no back-end") << QKeychain::NoBackendAvailable << State::Unavailable << Code::KeychainUnavailable;
}

void KeychainErrorsTest::namesTheCause()
{
    QFETCH(QKeychain::Error, error);
    QFETCH(State, state);
    QFETCH(Code, code);
    const JobOutcome outcome{.end = End::Finished, .error = error, .errorText = u"Text\nof it"_s};
    const StoreStatus status{.state = state, .message = u"Sentence."_s};
    QCOMPARE(keychainError(KeychainOperation::Read, outcome, status).code, code);
    const auto write = keychainError(KeychainOperation::Write, outcome, status);
    QCOMPARE(write.code, code);
    QVERIFY(write.message.endsWith(u" Nothing was stored."_s));
    const auto removal = keychainError(KeychainOperation::Remove, outcome, status);
    QCOMPARE(removal.code, code);
    QVERIFY(removal.message.endsWith(u" Nothing was removed."_s));
}

void KeychainErrorsTest::saysWhatIsCertainAfterSilence_data()
{
    QTest::addColumn<KeychainOperation>("operation");
    QTest::addColumn<End>("end");
    QTest::addColumn<Code>("code");
    QTest::newRow("read") << KeychainOperation::Read << End::Unanswered << Code::Timeout;
    QTest::newRow("write") << KeychainOperation::Write << End::Unanswered << Code::OutcomeUnknown;
    QTest::newRow("removal") << KeychainOperation::Remove << End::Unanswered << Code::OutcomeUnknown;
    QTest::newRow("waiting read") << KeychainOperation::Read << End::NeverBegan << Code::Timeout;
    QTest::newRow("waiting write") << KeychainOperation::Write << End::NeverBegan << Code::Timeout;
    QTest::newRow("waiting removal") << KeychainOperation::Remove << End::NeverBegan << Code::Timeout;
}

void KeychainErrorsTest::saysWhatIsCertainAfterSilence()
{
    QFETCH(KeychainOperation, operation);
    QFETCH(End, end);
    QFETCH(Code, code);
    const auto error = unansweredError(operation, {.end = end});
    QCOMPARE(error.code, code);
    QVERIFY(error.message.contains(u"unlock prompt"_s));
    const bool promisesNothingHappened = error.message.contains(u"Nothing was"_s);
    QCOMPARE(promisesNothingHappened, end == End::NeverBegan && operation != KeychainOperation::Read);
}

void KeychainErrorsTest::believesInAbsenceOnlyWhereItCanBeKnown()
{
    for (const State state : {State::Ready, State::Locked, State::NotAnswering, State::Unavailable}) {
        const StoreStatus status{.state = state};
        for (const auto error : {QKeychain::NoError, QKeychain::EntryNotFound})
            QCOMPARE(isCertainlyAbsent({.end = End::Finished, .error = error}, status), state == State::Ready);
        for (const auto error : {QKeychain::OtherError, QKeychain::AccessDenied, QKeychain::NoBackendAvailable})
            QVERIFY(!isCertainlyAbsent({.end = End::Finished, .error = error}, status));
    }
}

void KeychainErrorsTest::keepsWhatTheKeychainSaid()
{
    const JobOutcome outcome{.end = End::Finished, .error = QKeychain::OtherError, .errorText = u"Text\nof it"_s};
    QCOMPARE(keychainError(KeychainOperation::Read, outcome, {.state = State::Ready}).detail, u"Text of it"_s);
    const StoreStatus status{.state = State::Unavailable, .detail = u"The name is not activatable"_s};
    QCOMPARE(keychainError(KeychainOperation::Read, outcome, status).detail, u"The name is not activatable"_s);
}

QTEST_GUILESS_MAIN(KeychainErrorsTest)
#include "tst_keychainerrors.moc"
