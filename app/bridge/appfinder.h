// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/appstarter.h"
#include "app/bridge/httpexchange.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace tokensmith::bridge {

/** Knows where the app is; where it does not answer, waits for it or starts it. One search at a time. */
class AppFinder final : public QObject
{
    Q_OBJECT

public:
    /** How patient a search begins. */
    enum class Case {
        NeverSeen, ///< the app does not seem to run: start it
        WasThere,  ///< it has just ended, perhaps to start again: give it a moment before
    };

    explicit AppFinder(AppPlace place, QObject *parent = nullptr);

    /** The endpoint as far as is known now; may change with every call. */
    [[nodiscard]] QUrl url() const;
    /** Whom to talk to there: an address that the person named is theirs to judge. */
    [[nodiscard]] HttpExchange::Peer peer() const;
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    /** Ends with found() or failed(), never at once. */
    void search(Case what);

Q_SIGNALS:
    void found();
    void failed(const QString &sentence);
    void progress(const QString &sentence);

private:
    void probe();
    void onProbed(HttpExchange::Outcome outcome);
    void waitOrStart();
    void start();
    void report();
    void stop();
    void succeed();
    void fail(const QString &sentence);
    [[nodiscard]] QString noAnswer() const;

    const AppPlace m_place;
    std::unique_ptr<AppStarter> m_starter; ///< while and after it started the app in this search
    std::unique_ptr<HttpExchange, QScopedPointerDeleteLater> m_probe;
    QTimer m_next;
    QTimer m_deadline;
    QTimer m_reports;
    QElapsedTimer m_since;
    Case m_case = Case::NeverSeen;
    QString m_foreign;            ///< what is wrong with what answers there
    QElapsedTimer m_sinceFailure; ///< of the last start that came to nothing
    QString m_failure;
    bool m_isSearching = false;
};

} // namespace tokensmith::bridge
