// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/editdialog.h"

#include "core/base/text.h"
#include "ui/change/accesssection.h"
#include "ui/change/expiryfield.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/diffview.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"

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
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"editScroll"_s);
    m_scroll->setAccessibleName(windowTitle());
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    useSurfaceGround(m_scroll->viewport());
    QWidget *fields = makeFields();
    m_scroll->setWidget(fields); // owned by the scroll area
    useSurfaceGround(fields);
    m_message = new InlineMessage(m_parts.theme, u"editMessage"_s, this);
    m_message->hide();
    auto *banner = new QVBoxLayout; // above what scrolls: seen wherever one is
    banner->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, 0);
    banner->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(banner);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter());
}

QWidget *EditDialog::makeFields()
{
    auto *fields = new QWidget;
    const Theme &theme = m_parts.theme;
    const TokenEdit present = editOf(m_token);
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
    m_expiry = new ExpiryField(theme, m_parts.clock, m_token.expiresOn, fields);
    m_access = new AccessSection({.theme = theme, .actions = m_parts.choices}, m_token, fields);
    m_diff = new DiffView(theme, u"editDiff"_s, tr("Before and after"), fields);
    m_diff->setVisibleLines(12);

    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kInset);
    column->setSpacing(space::kMedium);
    column->addWidget(m_name);
    column->addWidget(m_enabled);
    column->addWidget(m_expiry);
    column->addWidget(m_allow);
    column->addWidget(m_deny);
    column->addWidget(m_access);
    column->addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("Before and after"), fields));
    column->addWidget(m_diff);
    column->addStretch(1);
    return fields;
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
    connect(m_expiry, &ExpiryField::edited, this, &EditDialog::onEdited);
    connect(m_access, &AccessSection::edited, this, &EditDialog::onEdited);
    connect(m_access, &AccessSection::dashboardWanted, this, &EditDialog::dashboardWanted);
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
        if (QWidget *stop = m_access->firstStop())
            target = stop;
        break;
    case EditPlace::Expiry:
        target = m_expiry->firstStop();
        break;
    case EditPlace::Addresses:
        target = m_allow->edit();
        break;
    }
    target->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(target);
}

void EditDialog::hideDashboard()
{
    m_access->hideDashboard();
}

TokenEdit EditDialog::current() const
{
    return {.name = m_name->edit()->text(),
            .enabled = m_enabled->isChecked() ? model::Enabled::Yes : model::Enabled::No,
            .expiresIn = m_expiry->expiresIn(),
            .allow = m_allow->edit()->text(),
            .deny = m_deny->edit()->text(),
            .expiresOn = m_expiry->expiresOn(),
            .access = m_access->change()};
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
    showDiff(m_token, {});
}

void EditDialog::showDiff(const model::Token &token, const std::vector<tokens::TokenChange> &changes)
{
    const EditSides sides = sidesOf(token, current(), changes, m_parts.clock.now());
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
    showDiff(outcome.token, outcome.changes);
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
        showAt(m_name, error);
    else if (error.field.startsWith("ipAllow"_L1))
        showAt(m_allow, error);
    else if (error.field.startsWith("ipDeny"_L1))
        showAt(m_deny, error);
    else if (error.field == "expiresIn"_L1) {
        m_expiry->setError(error.message);
        m_scroll->ensureWidgetVisible(m_expiry);
    } else {
        m_message->setContent({.tone = Tone::Danger, .title = error.message, .details = errorDetails(error)});
        m_message->show();
    }
}

void EditDialog::showAt(Field *field, const base::Error &error)
{
    field->setError(error.message);
    m_scroll->ensureWidgetVisible(field);
}

void EditDialog::clearErrors()
{
    for (Field *field : {m_name, m_allow, m_deny})
        field->setError({});
    m_expiry->setError({});
    m_message->hide();
}

} // namespace tokensmith::ui
