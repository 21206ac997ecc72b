// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/expirysteps.h"

#include "ui/common/badge.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kMostDays = 365;
constexpr int kMostSteps = 12;

/** The numbers of "30, 14, 7"; nothing where it is something else. An empty text is an empty list. */
std::optional<QList<int>> stepsFrom(const QString &text)
{
    static const QRegularExpression separator(u"[\\s,;]+"_s);
    QList<int> steps;
    const QStringList words = text.split(separator, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        const int days = word.toInt(&isNumber);
        if (!isNumber || days < 0 || days > kMostDays)
            return std::nullopt;
        if (!steps.contains(days))
            steps.append(days);
    }
    if (steps.size() > kMostSteps)
        return std::nullopt;
    std::sort(steps.begin(), steps.end(), std::greater<>());
    return steps;
}

QString textOf(const QList<int> &steps)
{
    QStringList words;
    for (const int step : steps)
        words.append(QString::number(step));
    return words.join(u", "_s);
}

} // namespace

ExpirySteps::ExpirySteps(const Theme &theme, QWidget *parent)
    : QStackedWidget(parent)
    , m_theme(theme)
    , m_badges(new QHBoxLayout)
    , m_pencil(makeIconButton(theme, {.objectName = u"settingExpiryEdit"_s,
                                      .name = tr("Change the days"),
                                      .icon = u"pencil"_s,
                                      .kind = ButtonKind::Quiet,
                                      .size = ControlSize::Small}))
    , m_field(new QLineEdit)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *shown = new QWidget(this);
    auto *row = new QHBoxLayout(shown);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kTiny);
    row->addStretch();
    row->addLayout(m_badges);
    row->addWidget(m_pencil);
    m_badges->setSpacing(space::kTiny);
    m_field->setObjectName(u"settingExpiryField"_s);
    m_field->setAccessibleName(tr("Days before a token expires, with commas between"));
    useFont(m_field, theme, TextStyle::Body);
    m_field->installEventFilter(this);
    addWidget(shown);
    addWidget(m_field);
    connect(m_pencil, &QToolButton::clicked, this, &ExpirySteps::edit);
    connect(m_field, &QLineEdit::returnPressed, this, &ExpirySteps::accept);
}

void ExpirySteps::setSteps(const QList<int> &steps)
{
    m_steps = steps;
    while (QLayoutItem *item = m_badges->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (steps.isEmpty())
        m_badges->addWidget(new BadgeLabel(m_theme, {.text = tr("Off")}));
    for (const int step : steps)
        m_badges->addWidget(new BadgeLabel(m_theme, {.text = tr("%1 d", "days").arg(step), .tone = Tone::Info}));
    m_pencil->setAccessibleDescription(steps.isEmpty() ? tr("Off") : tr("%1 days").arg(textOf(steps)));
}

void ExpirySteps::edit()
{
    m_field->setText(textOf(m_steps));
    setCurrentIndex(1);
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void ExpirySteps::showBadges()
{
    Q_EMIT refused({});
    setStyleProperty(m_field, "invalid", false);
    setCurrentIndex(0);
    m_pencil->setFocus(Qt::OtherFocusReason);
}

void ExpirySteps::accept()
{
    const std::optional<QList<int>> steps = stepsFrom(m_field->text());
    if (!steps) {
        setStyleProperty(m_field, "invalid", true);
        Q_EMIT refused(tr("Days from 0 to 365, like 30, 14, 7"));
        return;
    }
    setSteps(*steps);
    showBadges();
    Q_EMIT stepsChosen(*steps);
}

bool ExpirySteps::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        if (dynamic_cast<QKeyEvent &>(*event).key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                showBadges();
            return true;
        }
    }
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace tokensmith::ui
