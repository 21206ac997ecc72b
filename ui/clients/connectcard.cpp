// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/connectcard.h"

#include "ui/clients/clientwords.h"
#include "ui/clients/snippetbox.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/diffview.h"
#include "ui/common/label.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using Effect = clients::connect::Plan::Effect;
using Goal = ClientChange::Goal;
using CoreLine = clients::connect::DiffLine;

namespace {

constexpr int kHead = 44;
constexpr int kLines = 14;
constexpr int kDiffHeight = 130;
constexpr auto kStandIn = "YOUR_KEY";

QString textOf(const QList<CoreLine> &lines, CoreLine::Kind leftOut)
{
    QStringList texts;
    for (const CoreLine &line : lines) {
        if (line.kind != leftOut)
            texts.append(line.text);
    }
    return texts.join(u'\n');
}

/** With the characters marked that differ. */
QList<DiffLine> shownLines(const QList<CoreLine> &lines)
{
    return diffLines(textOf(lines, CoreLine::Kind::Added), textOf(lines, CoreLine::Kind::Removed));
}

QString titleOf(const ClientChange &change)
{
    if (change.goal == Goal::Disconnect)
        return ConnectCard::tr("Disconnect %1", "a program").arg(change.clientName);
    if (change.effect == Effect::Replaces)
        return ConnectCard::tr("Repair %1", "a program").arg(change.clientName);
    return ConnectCard::tr("Connect %1", "a program").arg(change.clientName);
}

QString verbOf(const ClientChange &change)
{
    if (change.goal == Goal::Disconnect)
        return ConnectCard::tr("Write file and disconnect");
    if (change.effect == Effect::Replaces)
        return ConnectCard::tr("Write file and repair");
    return ConnectCard::tr("Write file and connect");
}

QString promiseOf(const ClientChange &change)
{
    QStringList said;
    if (!change.caution.isEmpty())
        said.append(change.caution);
    if (change.effect == Effect::Creates)
        said.append(ConnectCard::tr("The file is new; only you can read it."));
    else
        said.append(ConnectCard::tr("The rest of the file is kept as it is. A backup is made first."));
    if (!change.newKey.isEmpty())
        said.append(ConnectCard::tr("A new key is made: %1.").arg(change.newKey));
    if (!change.oldKey.isEmpty())
        said.append(ConnectCard::tr("Its key %1 is revoked.").arg(change.oldKey));
    return said.join(u' ');
}

} // namespace

ConnectCard::ConnectCard(const Parts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
{
    setObjectName(u"connectCard"_s);
    setProperty("frame", u"card"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeDivider(Qt::Horizontal, this));
    m_diff = new DiffView(parts.theme, u"connectDiff"_s, tr("What changes in the file"), this);
    m_diff->setVisibleLines(kLines);
    m_diff->setFrameShape(QFrame::NoFrame);
    m_diff->setMinimumHeight(parts.theme.width(kDiffHeight)); // files on one line scroll to the side
    m_anyPage = makeAnyClient();
    m_reasonPage = makeReason();
    m_foot = makeFoot();
    column->addWidget(m_diff, 1);
    column->addWidget(m_anyPage);
    column->addWidget(m_reasonPage);
    column->addStretch();
    column->addWidget(m_foot);
    showAnyClient();
}

QWidget *ConnectCard::makeHead()
{
    auto *head = new QWidget(this);
    m_title = new Label(m_parts.theme, {.style = TextStyle::Title}, {}, head);
    m_title->setObjectName(u"connectTitle"_s);
    m_file = new ElidedLabel(m_parts.theme, {.style = TextStyle::MonoSmall, .colour = Colour::Text2}, {}, head);
    m_file->setObjectName(u"connectFile"_s);
    m_file->setElideMode(Qt::ElideMiddle);
    m_file->setLayoutDirection(Qt::LeftToRight);
    m_summary = new Label(m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, head);
    m_summary->setObjectName(u"connectSummary"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::kInset - 1, 0, space::kMedium, 0);
    row->setSpacing(space::kMedium);
    row->addStrut(m_parts.theme.height(kHead));
    row->addWidget(m_title);
    row->addWidget(m_file, 1);
    row->addWidget(m_summary);
    return head;
}

QWidget *ConnectCard::makeAnyClient()
{
    auto *page = new QWidget(this);
    m_snippet = new SnippetBox(m_parts.theme, m_parts.clipboard, u"anyClient"_s, page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    column->setSpacing(space::kSmall);
    column->addWidget(new Paragraph(m_parts.theme, {.colour = Colour::Text2},
                                    tr("Most clients read this. Put a key of its own in place of YOUR_KEY: New client "
                                       "key makes one and shows the text with it."),
                                    page));
    column->addWidget(m_snippet);
    if (const QString bundle = m_parts.actions.claudeBundle(); !bundle.isEmpty()) {
        column->addWidget(new Paragraph(
            m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text3},
            tr("Claude Desktop can also open %1, which brings what it needs and asks for a key.").arg(bundle), page));
    }
    return page;
}

QWidget *ConnectCard::makeReason()
{
    auto *page = new QWidget(this);
    m_reason = new InlineMessage(m_parts.theme, u"connectReason"_s, page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kInset, space::kMedium, space::kInset, space::kMedium);
    column->addWidget(m_reason);
    return page;
}

QWidget *ConnectCard::makeFoot()
{
    auto *foot = new QWidget(this);
    m_promise = new Paragraph(m_parts.theme, {.style = TextStyle::Small, .colour = Colour::Text2}, {}, foot);
    m_promise->setObjectName(u"connectPromise"_s);
    m_cancel = makeButton(m_parts.theme,
                          {.objectName = u"connectCancel"_s, .text = tr("Cancel"), .size = ControlSize::Small}, foot);
    m_verb = makeButton(
        m_parts.theme, {.objectName = u"connectVerb"_s, .kind = ButtonKind::Primary, .size = ControlSize::Small}, foot);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    row->setSpacing(space::kSmall);
    row->addWidget(m_promise, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_verb);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDivider(Qt::Horizontal, foot));
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectCard::cancelled);
    connect(m_verb, &QPushButton::clicked, this, [this] {
        if (m_change)
            Q_EMIT confirmed(ClientChange(*m_change)); // a copy: the answer may replace it
    });
    return foot;
}

void ConnectCard::setHead(const QString &title, const QString &file, const QString &summary)
{
    m_title->setText(title);
    m_file->setText(shortPath(file));
    m_summary->setText(summary);
    setAccessibleName(title);
}

void ConnectCard::refreshText()
{
    m_snippet->setSnippet(m_parts.actions.snippet(base::Secret(QByteArray(kStandIn))));
}

void ConnectCard::showAnyClient()
{
    refreshText();
    m_change.reset();
    setHead(tr("Any other client"), {}, {});
    m_diff->hide();
    m_reasonPage->hide();
    m_foot->hide();
    m_anyPage->show();
}

void ConnectCard::showChange(const ClientChange &change)
{
    m_change = change;
    setHead(titleOf(change), change.file, changeWords(change));
    m_diff->setLines(shownLines(change.lines));
    m_promise->setText(promiseOf(change));
    m_verb->setText(verbOf(change));
    m_verb->show();
    m_anyPage->hide();
    m_reasonPage->hide();
    m_diff->show();
    m_foot->show();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void ConnectCard::showReason(const QString &clientName, const QString &file, const QString &reason)
{
    m_change.reset();
    setHead(clientName, file, {});
    m_reason->setContent({.tone = Tone::Danger, .title = reason});
    m_promise->setText({});
    m_verb->hide();
    m_anyPage->hide();
    m_diff->hide();
    m_reasonPage->show();
    m_foot->show();
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus(Qt::OtherFocusReason);
}

} // namespace tokensmith::ui
