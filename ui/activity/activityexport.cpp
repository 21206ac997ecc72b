// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityexport.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"
#include "ui/common/progressline.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 480;

QString suffixOf(ActivityFormat format)
{
    switch (format) {
    case ActivityFormat::JsonLines:
        return u".jsonl"_s;
    case ActivityFormat::Csv:
        return u".csv"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ActivityExportDialog::ActivityExportDialog(Parts parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(std::move(parts))
{
    setObjectName(u"activityExportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export activity"));
    setMinimumWidth(m_parts.theme.width(kWidth));
    build();
    connect(&m_parts.source, &ActivitySource::exportAdvanced, this, &ActivityExportDialog::showProgress);
    connect(&m_parts.source, &ActivitySource::exportEnded, this, &ActivityExportDialog::finish);
}

ActivityExportDialog::~ActivityExportDialog()
{
    if (!m_path.isEmpty())
        m_parts.source.stopExport();
}

void ActivityExportDialog::build()
{
    useSurfaceGround(this);
    const Theme &theme = m_parts.theme;
    m_message = new InlineMessage(theme, u"activityExportMessage"_s, this);
    m_message->hide();
    m_formats = new QButtonGroup(this);
    auto *lines = new QRadioButton(tr("JSON lines: the entries of the chain as they are stored"), this);
    lines->setObjectName(u"exportLines"_s);
    lines->setChecked(true);
    auto *csv = new QRadioButton(tr("CSV, for a spreadsheet: entries and calls"), this);
    csv->setObjectName(u"exportCsv"_s);
    m_formats->addButton(lines, static_cast<int>(ActivityFormat::JsonLines));
    m_formats->addButton(csv, static_cast<int>(ActivityFormat::Csv));
    auto *body = new QVBoxLayout;
    body->setContentsMargins(space::kLarge, space::kInset, space::kLarge, space::kInset);
    body->setSpacing(space::kSmall);
    body->addWidget(m_message);
    body->addWidget(new Label(theme, {.style = TextStyle::Strong}, tr("Format"), this));
    body->addWidget(lines);
    body->addWidget(csv);
    body->addSpacing(space::kSmall);
    body->addWidget(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                  tr("All of it is written, whatever the list shows. There is no secret in the file, "
                                     "but it says who did what to which token."),
                                  this));
    m_progress = new ProgressLine(theme, u"activityExportProgress"_s, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(m_progress);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter());
}

QWidget *ActivityExportDialog::makeFooter()
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    auto *cancel = makeButton(m_parts.theme, {.objectName = u"exportCancel"_s, .text = tr("Cancel")}, footer);
    m_save =
        makeButton(m_parts.theme,
                   {.objectName = u"exportSave"_s, .text = tr("Choose a file…"), .kind = ButtonKind::Primary}, footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ActivityExportDialog::choosePlace);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    return footer;
}

ActivityFormat ActivityExportDialog::format() const
{
    return static_cast<ActivityFormat>(m_formats->checkedId());
}

void ActivityExportDialog::choosePlace()
{
    const QString suffix = suffixOf(format());
    const QString date = m_parts.clock.now().toLocalTime().date().toString(Qt::ISODate);
    auto *chooser = new QFileDialog(this, tr("Export activity"), m_parts.folder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(u"exportChooser"_s);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(suffix);
    chooser->setNameFilter(u"*"_s + suffix);
    chooser->selectFile(u"activity-%1%2"_s.arg(date, suffix));
    connect(chooser, &QFileDialog::fileSelected, this, &ActivityExportDialog::writeTo);
    chooser->open();
}

void ActivityExportDialog::writeTo(const QString &path)
{
    m_path = path;
    m_message->hide();
    m_save->setEnabled(false);
    m_progress->setBusy();
    m_parts.source.startExport(format(), path);
}

void ActivityExportDialog::showProgress(qint64 done, qint64 all)
{
    if (m_path.isEmpty())
        return;
    m_save->setText(tr("Writing: %1 of %2").arg(QLocale().toString(done), QLocale().toString(all)));
    m_progress->setProgress(static_cast<int>(done), static_cast<int>(std::max<qint64>(all, 1)));
}

void ActivityExportDialog::finish(const ActivityExported &exported)
{
    if (m_path.isEmpty())
        return;
    const QString path = std::exchange(m_path, {});
    m_progress->setIdle();
    m_save->setText(tr("Choose a file…"));
    m_save->setEnabled(true);
    if (exported.error) {
        m_message->setContent(
            {.tone = Tone::Danger, .title = exported.error->message, .details = errorDetails(*exported.error)});
        m_message->show();
        return;
    }
    const QString name = QFileInfo(path).fileName();
    const QString words = exported.written == 1
                              ? tr("1 entry is written to %1.").arg(name)
                              : tr("%1 entries are written to %2.").arg(QLocale().toString(exported.written), name);
    Q_EMIT written({.tone = Tone::Info, .title = words, .icon = u"check"_s}, path);
    accept();
}

} // namespace tokensmith::ui
