// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTimer>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SecretClipboard::SecretClipboard(QClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_end(new QTimer(this))
    , m_tick(new QTimer(this))
{
    m_end->setSingleShot(true);
    m_end->setTimerType(Qt::PreciseTimer);
    m_tick->setInterval(1s);
    connect(m_end, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(m_tick, &QTimer::timeout, this, &SecretClipboard::tick);
    connect(&m_clipboard, &QClipboard::dataChanged, this, &SecretClipboard::onClipboardChanged);
}

SecretClipboard::~SecretClipboard()
{
    if (!m_secret.isEmpty() && isOurs())
        m_clipboard.clear();
}

void SecretClipboard::copy(const base::Secret &secret)
{
    const QScopedValueRollback writing(m_writing, true);
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromUtf8(secret.reveal()));
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // Klipper, CopyQ and GNOME's managers ask for it
    m_clipboard.setMimeData(data.release());
    m_secret = secret;
    m_end->start(m_stay);
    m_tick->start();
    Q_EMIT changed();
}

void SecretClipboard::clear()
{
    if (m_secret.isEmpty())
        return;
    const QScopedValueRollback writing(m_writing, true);
    if (isOurs())
        m_clipboard.clear();
    forget();
}

std::chrono::milliseconds SecretClipboard::remaining() const
{
    return m_end->isActive() ? m_end->remainingTimeAsDuration() : 0ms;
}

bool SecretClipboard::holds(const base::Secret &secret) const
{
    return !m_secret.isEmpty() && m_secret.equals(secret);
}

bool SecretClipboard::isOurs() const
{
    return base::Secret(m_clipboard.text().toUtf8()).equals(m_secret);
}

void SecretClipboard::forget()
{
    m_secret = {};
    m_end->stop();
    m_tick->stop();
    Q_EMIT changed();
}

void SecretClipboard::tick()
{
    Q_EMIT changed();
}

void SecretClipboard::onClipboardChanged()
{
    if (!m_writing && !m_secret.isEmpty() && !m_clipboard.ownsClipboard() && !isOurs())
        forget(); // someone copied something else
}

} // namespace tokensmith::ui
