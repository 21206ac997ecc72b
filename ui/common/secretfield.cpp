// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/secretfield.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/meter.h"
#include "ui/common/secretclipboard.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <cmath>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kShown = 10s;
constexpr int kSpokenSeconds = 10; ///< a screen reader hears of the end that long before

} // namespace

QString maskedSecret(const base::Secret &secret)
{
    const QString text = QString::fromUtf8(secret.reveal());
    constexpr qsizetype kOpen = 4;
    if (text.size() < 4 * kOpen)
        return QString(text.size(), u'•');
    const qsizetype mark = text.indexOf(u'_');
    const qsizetype prefix = mark >= 0 && mark <= 5 ? mark + 1 + kOpen : kOpen;
    return text.first(prefix) + QString(text.size() - prefix - kOpen, u'•') + text.last(kOpen);
}

/** The ground and the secret itself; the buttons lie on it. */
class SecretField::Box : public QWidget
{
public:
    Box(const Theme &theme, const SecretField &field)
        : QWidget()
        , m_theme(theme)
        , m_field(field)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QWidget::sizeHint().width(), std::max(44, m_theme.controlHeight(ControlSize::Small) + 16)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Colour::Control), 1));
        painter.setBrush(m_theme.colour(Colour::Window));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
        painter.setFont(m_theme.font(TextStyle::Mono));
        painter.setPen(m_theme.colour(Colour::Text));
        const bool shown = m_field.m_view == View::Shown;
        const base::Secret &secret = m_field.m_secret;
        const QRect room(14, 0, m_field.m_show->x() - 14 - space::kSmall, height());
        const QRect place = layoutDirection() == Qt::LeftToRight
                                ? room
                                : QRect(m_field.m_copy->geometry().right(), 0, width() - 14, height());
        const QString text = shown ? QString::fromUtf8(secret.reveal()) : maskedSecret(secret);
        painter.setLayoutDirection(Qt::LeftToRight);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, place.width()));
    }

private:
    const Theme &m_theme;
    const SecretField &m_field;
};

SecretField::SecretField(const Theme &theme, SecretClipboard &clipboard, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
    , m_hideAgain(new QTimer(this))
    , m_box(new Box(theme, *this))
    , m_show(makeButton(theme,
                        {.objectName = objectName + "Show"_L1,
                         .text = tr("Show"),
                         .icon = u"eye"_s,
                         .kind = ButtonKind::Quiet,
                         .size = ControlSize::Small},
                        m_box))
    , m_copy(makeButton(
          theme,
          {.objectName = objectName + "Copy"_L1, .text = tr("Copy"), .icon = u"copy"_s, .size = ControlSize::Small},
          m_box))
    , m_countdown(makeCountdown(objectName))
{
    setObjectName(objectName);
    auto *row = new QHBoxLayout(m_box);
    row->setContentsMargins(14, 0, space::kSmall, 0);
    row->setSpacing(space::kSmall);
    row->addStretch(1);
    row->addWidget(m_show);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_box);
    column->addWidget(m_countdown);

    m_hideAgain->setSingleShot(true);
    m_hideAgain->setInterval(kShown);
    connect(m_hideAgain, &QTimer::timeout, this, [this] { setView(View::Hidden); });
    connect(m_show, &QPushButton::clicked, this,
            [this] { setView(m_view == View::Hidden ? View::Shown : View::Hidden); });
    connect(m_copy, &QPushButton::clicked, this, &SecretField::copy);
    connect(&m_clipboard, &SecretClipboard::changed, this, &SecretField::showCopyState);
    connect(&m_theme, &Theme::changed, m_box, qOverload<>(&QWidget::update));
    showView();
    showCopyState();
}

QWidget *SecretField::makeCountdown(const QString &objectName)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kMedium);
    m_meter = new Meter(m_theme, objectName + "Meter"_L1, Meter::Thickness::Thin, line);
    m_words = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, line);
    m_words->setObjectName(objectName + "Countdown"_L1);
    auto *clear = makeButton(
        m_theme, {.objectName = objectName + "Clear"_L1, .text = tr("Clear now"), .kind = ButtonKind::Link}, line);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_copy->setFocus(); // the button is about to go
        m_clipboard.clear();
    });
    row->addWidget(m_meter, 1);
    row->addWidget(m_words);
    row->addWidget(clear);
    return line;
}

void SecretField::setSecret(const base::Secret &secret)
{
    m_secret = secret;
    setView(firstView());
    showCopyState();
}

void SecretField::setView(View view)
{
    m_view = view;
    if (view == View::Shown && firstView() == View::Hidden)
        m_hideAgain->start();
    else
        m_hideAgain->stop();
    showView();
}

SecretField::View SecretField::firstView() const
{
    switch (m_clipboard.masking()) {
    case SecretClipboard::Masking::Masked:
        return View::Hidden;
    case SecretClipboard::Masking::Open:
        return View::Shown;
    }
    Q_UNREACHABLE();
}

void SecretField::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setView(firstView());
}

void SecretField::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setView(View::Hidden);
}

void SecretField::showView()
{
    const bool shown = m_view == View::Shown;
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    setButtonIcon(m_show, m_theme, shown ? u"eyeoff"_s : u"eye"_s);
    m_box->setAccessibleName(shown ? tr("Secret, shown") : tr("Secret, hidden"));
    setAccessibleName(m_box->accessibleName());
    m_box->update();
}

void SecretField::copy()
{
    if (m_secret.isEmpty())
        return;
    m_clipboard.copy(m_secret);
    Q_EMIT copied();
}

void SecretField::showCopyState()
{
    const bool held = m_clipboard.holds(m_secret);
    const auto remaining = m_clipboard.remaining();
    const int seconds = int(std::ceil(double(remaining.count()) / 1000.0));
    m_copy->setText(held ? tr("Copied") : tr("Copy"));
    setButtonKind(m_copy, m_theme, held ? ButtonKind::Primary : ButtonKind::Default);
    setButtonIcon(m_copy, m_theme, held ? u"check"_s : u"copy"_s);
    m_countdown->setVisible(held);
    m_words->setText(tr("Clipboard clears in %n s", nullptr, seconds));
    m_meter->setFraction(double(remaining.count()) / double(m_clipboard.stay().count()));
    if (held && seconds == kSpokenSeconds) {
        QAccessibleEvent alert(m_words, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace tokensmith::ui
