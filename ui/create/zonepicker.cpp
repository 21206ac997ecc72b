// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/zonepicker.h"

#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/paragraph.h"
#include "ui/create/zonelist.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 3;
constexpr int kRow = 32;

} // namespace

ZonePicker::ZonePicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_find(new Field(theme, {.objectName = u"createFindZone"_s,
                               .accessibleName = tr("Find a zone"),
                               .placeholder = tr("Find a zone"),
                               .leadingIcon = u"search"_s,
                               .clearable = true}))
    , m_list(new ZoneList(theme, u"createZones"_s, tr("Zones")))
    , m_words(new Paragraph(theme, {.colour = Colour::Text2}))
    , m_retry(
          makeButton(theme, {.objectName = u"createZonesRetry"_s, .text = tr("Try again"), .size = ControlSize::Small}))
{
    m_find->edit()->setProperty("compact", true);
    m_list->setModel(&m_model);
    m_list->setFixedHeight(kRows * theme.height(kRow) + 2);
    m_words->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto *line = new QHBoxLayout;
    line->addWidget(m_words, 1);
    line->addWidget(m_retry);
    auto *card = new Card(theme, u"createZonesCard"_s);
    card->body()->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    card->body()->setSpacing(space::kTiny);
    card->body()->addWidget(m_find);
    card->body()->addWidget(m_list);
    card->body()->addLayout(line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_find->edit(), &QLineEdit::textChanged, this, &ZonePicker::refilter);
    connect(&m_model, &ZoneModel::chosenChanged, this, &ZonePicker::edited);
    connect(m_retry, &QPushButton::clicked, this, &ZonePicker::retryRequested);
    showNoAccount();
}

void ZonePicker::show(View view, const QString &words)
{
    m_find->setVisible(view == View::List);
    m_list->setVisible(view == View::List);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_retry->hide();
}

void ZonePicker::showLoading()
{
    m_model.setFilter({});
    show(View::Words, tr("Loading zones…"));
}

void ZonePicker::showNoAccount()
{
    const int chosen = int(m_model.chosenZones().size());
    show(View::Words,
         chosen > 0 ? tr("%n zones of the token that was copied. Choose an account to choose others.", nullptr, chosen)
                    : tr("Choose an account to choose among its zones."));
}

void ZonePicker::showFailure(const QString &sentence)
{
    show(View::Words, sentence);
    m_retry->show();
}

void ZonePicker::setZones(const std::vector<model::Zone> &zones)
{
    m_model.setZones(zones);
    if (zones.empty())
        show(View::Words, tr("There are no zones in this account."));
    else
        refilter();
}

void ZonePicker::setChosen(const QStringList &zoneIds)
{
    m_model.setChosen(zoneIds);
}

void ZonePicker::refilter()
{
    const QString text = m_find->edit()->text().trimmed();
    m_model.setFilter(text);
    show(View::List, m_model.rowCount() == 0 ? tr("No zone is called like \"%1\".").arg(text) : QString());
}

} // namespace tokensmith::ui
