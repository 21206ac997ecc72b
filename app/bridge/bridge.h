// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/appfinder.h"
#include "app/bridge/call.h"
#include "app/bridge/lineframer.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace tokensmith::bridge {

/**
 * Carries every message of the client's to the app as a POST of its own, many at once, and every answer back as a line.
 *
 * What nobody has received is kept while the app is found or started. What may have been received and may have changed
 * something is never sent again: it is answered with an error that says so. Subscriptions outlive the app.
 */
class Bridge final : public QObject
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds betweenWakes{2000}; ///< of a subscription whose app is gone
        std::chrono::milliseconds grace{1500};        ///< MCP clients kill a server 2 s after they closed its stdin
    };

    struct Options
    {
        base::Secret key;
        AppPlace place;
        QString refusal = {}; ///< why nothing can be forwarded; each request is answered with it
        Times times = {};
    };

    explicit Bridge(Options options, QObject *parent = nullptr);
    ~Bridge() override;

    void take(const Line &line);
    /** Asks the app nothing more for now, because the client does not read what has come. */
    void pause() { m_isPaused = true; }
    void resume();
    /** The client will send nothing more: ends subscriptions, gives the rest a moment, then idle(). */
    void finish();

Q_SIGNALS:
    void line(const QByteArray &line);     ///< for stdout, without its end
    void problem(const QString &sentence); ///< for stderr
    void idle();                           ///< after finish(): nothing is under way any more

private:
    void takeMessage(Message message);
    void forward(Message message);
    void cancel(Message message);
    void onEnded(Call *call, Call::End end);
    void wait(Call *call);
    void drop(Call *call);
    void pumpSoon();
    void pump();
    void send(Call *call);
    void search();
    void onFound();
    void onFailed(const QString &sentence);
    void wakeSleepers();
    void endIfIdle();

    struct Entry
    {
        enum class State { Waiting, Sent, Asleep };
        std::unique_ptr<Call, QScopedPointerDeleteLater> call;
        State state = State::Waiting;
    };
    [[nodiscard]] std::vector<Entry>::iterator find(const Call *call);
    [[nodiscard]] std::vector<Entry>::iterator findById(const QByteArray &key);
    [[nodiscard]] int sentCount() const;

    const Options m_options;
    AppFinder m_finder;
    std::vector<Entry> m_calls; ///< in the order they came
    QString m_legacyVersion;    ///< what `initialize` settled
    QTimer m_pump;
    QTimer m_wake; ///< while a subscription sleeps
    QTimer m_grace;
    bool m_hasMet = false; ///< the app has answered at least once
    bool m_isPaused = false;
    bool m_isEnding = false;
};

} // namespace tokensmith::bridge
