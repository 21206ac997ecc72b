// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/editdialog.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/combobox.h"
#include "ui/common/diffview.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 350ms;
constexpr int kWidth = 560;
constexpr int kHeight = 720;

} // namespace

EditDialog::EditDialog(const Parts &parts, const model::Token &token, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_token(token)
    , m_pause(new QTimer(this))
    , m_seenModifiedOn(token.modifiedOn)
{
    setObjectName(u"editDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit %1").arg(base::plainLine(token.name, 80)));
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);
    build();
    connectAll();
    onEdited();
    const QSize most = parent ? parent->window()->size() - QSize(32, 32) : QSize(kWidth, kHeight);
    resize(QSize(parts.theme.width(kWidth), parts.theme.width(kHeight)).boundedTo(most));
}

void EditDialog::build()
{
    useSurfaceGround(this);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"editScroll"_s);
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    useSurfaceGround(scroll->viewport());
    QWidget *fields = makeFields();
    scroll->setWidget(fields); // owned by the scroll area
    useSurfaceGround(fields);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter());
}

QWidget *EditDialog::makeFields()
{
    auto *fields = new QWidget;
    const Theme &theme = m_parts.theme;
    const TokenEdit present = editOf(m_token);
    m_message = new InlineMessage(theme, u"editMessage"_s, fields);
    m_message->hide();
    m_name = new Field(theme, {.objectName = u"editName"_s, .label = tr("Name")}, fields);
    m_name->edit()->setText(present.name);
    m_enabled = new QCheckBox(tr("Enabled"), fields);
    m_enabled->setObjectName(u"editEnabled"_s);
    m_enabled->setChecked(present.enabled == model::Enabled::Yes);
    m_allow = new Field(theme,
                        {.objectName = u"editAllow"_s,
                         .label = tr("Works only from these addresses"),
                         .placeholder = tr("Any address"),
                         .hint = tr("Addresses or ranges such as 203.0.113.0/24, parted by commas.")},
                        fields);
    m_allow->edit()->setText(present.allow);
    m_deny = new Field(
        theme,
        {.objectName = u"editDeny"_s, .label = tr("Never works from these addresses"), .placeholder = tr("None")},
        fields);
    m_deny->edit()->setText(present.deny);
    m_diff = new DiffView(theme, u"editDiff"_s, tr("Before and after"), fields);
    m_diff->setVisibleLines(8);

    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(space::kLarge, space::kInset, space::kLarge, space::kInset);
    column->setSpacing(space::kMedium);
    column->addWidget(m_message);
    column->addWidget(m_name);
    column->addWidget(m_enabled);
    addExpiry(*column);
    column->addWidget(m_allow);
    column->addWidget(m_deny);
    addAccess(*column);
    column->addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("Before and after"), fields));
    column->addWidget(m_diff);
    column->addStretch(1);
    return fields;
}

void EditDialog::addExpiry(QVBoxLayout &column)
{
    const Theme &theme = m_parts.theme;
    m_expiry = new ComboBox(theme, u"editExpiry"_s);
    const QString until = m_token.expiresOn ? exactWords(*m_token.expiresOn, m_parts.clock.now()) : tr("never");
    m_expiry->addItem(tr("As it is: %1").arg(until), QString());
    for (const auto &[words, value] : {std::pair(tr("In 7 days"), u"7d"_s), std::pair(tr("In 30 days"), u"30d"_s),
                                       std::pair(tr("In 90 days"), u"90d"_s), std::pair(tr("In 6 months"), u"6m"_s),
                                       std::pair(tr("In 1 year"), u"1y"_s), std::pair(tr("Never"), u"never"_s)})
        m_expiry->addItem(words, value);
    m_expiry->setAccessibleName(tr("Expires"));
    auto *label = new Label(theme, {.style = TextStyle::Strong}, tr("Expires"));
    label->setBuddy(m_expiry);
    m_expiryError = new Label(theme, {.style = TextStyle::Small, .colour = Colour::Danger}, {});
    m_expiryError->setObjectName(u"editExpiryError"_s);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(space::kTiny);
    rows->addWidget(label);
    rows->addWidget(m_expiry, 0, Qt::AlignLeft);
    rows->addWidget(m_expiryError);
    m_expiryError->hide();
    column.addLayout(rows);
}

void EditDialog::addAccess(QVBoxLayout &column)
{
    const Theme &theme = m_parts.theme;
    column.addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("What it can do")));
    column.addWidget(new Paragraph(theme, {.colour = Colour::Text2},
                                   tr("%1. Permissions and places are changed in the Cloudflare dashboard.")
                                       .arg(catalog::accessSummary(m_token.policies))));
    m_dashboard = makeButton(theme, {.objectName = u"editDashboard"_s,
                                     .text = tr("Open in the Cloudflare dashboard"),
                                     .icon = u"ext"_s,
                                     .size = ControlSize::Small});
    column.addWidget(m_dashboard, 0, Qt::AlignLeft);
}

QWidget *EditDialog::makeFooter()
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    auto *cancel = makeButton(
        m_parts.theme, {.objectName = u"editCancel"_s, .text = tr("Cancel"), .kind = ButtonKind::Default}, footer);
    m_save = makeButton(m_parts.theme,
                        {.objectName = u"editSave"_s, .text = tr("Save changes"), .kind = ButtonKind::Primary}, footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EditDialog::save);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    return footer;
}

void EditDialog::connectAll()
{
    for (const Field *field : {m_name, m_allow, m_deny})
        connect(field->edit(), &QLineEdit::textChanged, this, &EditDialog::onEdited);
    connect(m_enabled, &QCheckBox::toggled, this, &EditDialog::onEdited);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &EditDialog::onEdited);
    connect(m_dashboard, &QPushButton::clicked, this, &EditDialog::dashboardWanted);
    connect(m_pause, &QTimer::timeout, this, &EditDialog::askForPreview);
    connect(&m_parts.actions, &ChangeActions::previewed, this, &EditDialog::onPreview);
    connect(&m_parts.actions, &ChangeActions::previewFailed, this, &EditDialog::onError);
    connect(&m_parts.actions, &ChangeActions::updated, this, &EditDialog::onUpdated);
    connect(&m_parts.actions, &ChangeActions::updateFailed, this, &EditDialog::onError);
}

void EditDialog::showPlace(EditPlace place)
{
    QWidget *target = m_name->edit();
    switch (place) {
    case EditPlace::Name:
        break;
    case EditPlace::Access:
        if (!m_dashboard->testAttribute(Qt::WA_WState_ExplicitShowHide))
            target = m_dashboard;
        break;
    case EditPlace::Expiry:
        target = m_expiry;
        break;
    case EditPlace::Addresses:
        target = m_allow->edit();
        break;
    }
    target->setFocus(Qt::OtherFocusReason);
    auto *scroll = findChild<QScrollArea *>(u"editScroll"_s);
    scroll->ensureWidgetVisible(target);
}

void EditDialog::hideDashboard()
{
    m_dashboard->hide();
}

TokenEdit EditDialog::current() const
{
    return {.name = m_name->edit()->text(),
            .enabled = m_enabled->isChecked() ? model::Enabled::Yes : model::Enabled::No,
            .expiresIn = m_expiry->currentData().toString(),
            .allow = m_allow->edit()->text(),
            .deny = m_deny->edit()->text()};
}

void EditDialog::onEdited()
{
    clearErrors();
    const bool asks = asksForSomething(requestFrom(current(), m_token));
    m_save->setEnabled(asks);
    if (asks) {
        m_pause->start();
        return;
    }
    m_pause->stop();
    const EditSides sides = sidesOf(m_token, {}, m_parts.clock.now());
    m_diff->setLines(diffLines(sides.before, sides.after));
}

void EditDialog::askForPreview()
{
    if (m_state == State::Editing)
        m_parts.actions.preview(requestFrom(current(), m_token));
}

void EditDialog::onPreview(const tokens::UpdateOutcome &outcome)
{
    if (outcome.token.id != m_token.id || m_state != State::Editing || m_pause->isActive())
        return; // an answer to what has been edited since
    m_seenModifiedOn = outcome.token.modifiedOn;
    const EditSides sides = sidesOf(outcome.token, outcome.changes, m_parts.clock.now());
    m_diff->setLines(diffLines(sides.before, sides.after));
}

void EditDialog::save()
{
    tokens::UpdateRequest request = requestFrom(current(), m_token);
    request.seenModifiedOn = m_seenModifiedOn;
    clearErrors();
    m_pause->stop();
    m_state = State::Saving;
    m_save->setEnabled(false);
    m_save->setText(tr("Saving…"));
    m_parts.actions.update(request);
}

void EditDialog::onUpdated(const tokens::UpdateOutcome &outcome)
{
    if (outcome.token.id != m_token.id || m_state != State::Saving)
        return;
    const bool fine = outcome.warnings.isEmpty();
    Q_EMIT saved({.tone = fine ? Tone::Ok : Tone::Warn,
                  .title = tr("%1 is changed.").arg(base::plainLine(outcome.token.name, 80)),
                  .text = outcome.warnings.join(u' ')});
    accept();
}

void EditDialog::onError(const base::Error &error)
{
    m_state = State::Editing;
    m_save->setText(tr("Save changes"));
    m_save->setEnabled(asksForSomething(requestFrom(current(), m_token)));
    if (error.field == "name"_L1)
        m_name->setError(error.message);
    else if (error.field == "ipAllow"_L1)
        m_allow->setError(error.message);
    else if (error.field == "ipDeny"_L1)
        m_deny->setError(error.message);
    else if (error.field == "expiresIn"_L1) {
        m_expiryError->setText(error.message);
        m_expiryError->show();
    } else {
        m_message->setContent({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
        m_message->show();
    }
}

void EditDialog::clearErrors()
{
    for (Field *field : {m_name, m_allow, m_deny})
        field->setError({});
    m_expiryError->hide();
    m_message->hide();
}

} // namespace tokensmith::ui
