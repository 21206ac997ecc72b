// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using exports::Format;

namespace {

constexpr int kWidth = 480;
constexpr auto kSlice = 20ms;
constexpr std::array kFormats{Format::Csv, Format::Json, Format::Ics}; // in the order of their buttons

} // namespace

ExportDialog::ExportDialog(Parts parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(std::move(parts))
    , m_working(new QTimer(this))
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export tokens"));
    setMinimumWidth(m_parts.theme.width(kWidth));
    connect(m_working, &QTimer::timeout, this, &ExportDialog::work);
    build();
}

void ExportDialog::build()
{
    useSurfaceGround(this);
    const Theme &theme = m_parts.theme;
    auto *body = new QVBoxLayout;
    body->setContentsMargins(space::kLarge, space::kInset, space::kLarge, space::kInset);
    body->setSpacing(space::kSmall);
    m_message = new InlineMessage(theme, u"exportMessage"_s, this);
    m_message->hide();
    body->addWidget(m_message);
    std::vector<std::pair<QString, QString>> lists;
    for (const ExportList &list : m_parts.lists)
        lists.emplace_back(list.objectName, list.words);
    m_lists = addChoices(*body, tr("Tokens"), lists);
    body->addSpacing(space::kSmall);
    m_formats = addChoices(*body, tr("Format"),
                           {{u"exportCsv"_s, tr("CSV, for a spreadsheet")},
                            {u"exportJson"_s, tr("JSON, for other programs")},
                            {u"exportIcs"_s, tr("Calendar of what expires when, with a reminder a week ahead")}});
    body->addSpacing(space::kSmall);
    body->addWidget(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                  tr("There is no secret in the file, but it says what each token can do."), this));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(makeDivider(Qt::Horizontal, this));
    column->addWidget(makeFooter());
}

QButtonGroup *ExportDialog::addChoices(QVBoxLayout &column, const QString &title,
                                       const std::vector<std::pair<QString, QString>> &choices)
{
    column.addWidget(new Label(m_parts.theme, {.style = TextStyle::Strong}, title, this));
    auto *group = new QButtonGroup(this);
    for (const auto &[objectName, words] : choices) {
        auto *button = new QRadioButton(words, this);
        button->setObjectName(objectName);
        button->setAccessibleDescription(title);
        group->addButton(button, int(group->buttons().size()));
        column.addWidget(button);
    }
    group->button(0)->setChecked(true);
    return group;
}

QWidget *ExportDialog::makeFooter()
{
    auto *footer = new QWidget(this);
    useWindowGround(footer);
    auto *cancel = makeButton(m_parts.theme, {.objectName = u"exportCancel"_s, .text = tr("Cancel")}, footer);
    m_save =
        makeButton(m_parts.theme,
                   {.objectName = u"exportSave"_s, .text = tr("Choose a file…"), .kind = ButtonKind::Primary}, footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    return footer;
}

Format ExportDialog::format() const
{
    return kFormats.at(std::size_t(m_formats->checkedId()));
}

void ExportDialog::choosePlace()
{
    const QString suffix = exports::suffixOf(format());
    const QString date = m_parts.clock.now().toLocalTime().date().toString(Qt::ISODate);
    auto *chooser = new QFileDialog(this, tr("Export tokens"), m_parts.folder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(u"exportChooser"_s);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(suffix);
    chooser->setNameFilter(u"*"_s + suffix);
    chooser->selectFile(u"tokens-%1%2"_s.arg(date, suffix));
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::writeTo);
    chooser->open();
}

void ExportDialog::writeTo(const QString &path)
{
    const ExportList &list = m_parts.lists.at(std::size_t(m_lists->checkedId()));
    m_path = path;
    m_message->hide();
    m_save->setEnabled(false);
    m_exporter =
        std::make_unique<exports::Exporter>(format(), exports::Content{.tokens = list.tokens(),
                                                                       .ownerName = m_parts.ownerName,
                                                                       .findings = {.now = m_parts.clock.now()}});
    m_working->start(0);
}

void ExportDialog::work()
{
    if (m_exporter->work(kSlice)) {
        m_working->stop();
        finish();
        return;
    }
    m_save->setText(tr("Writing: %1 of %2").arg(m_exporter->done()).arg(m_exporter->total()));
}

void ExportDialog::finish()
{
    const base::Result<base::Done> saved = exports::save(m_exporter->bytes(), m_path);
    const int count = m_exporter->total();
    m_exporter.reset();
    m_save->setText(tr("Choose a file…"));
    m_save->setEnabled(true);
    if (!saved) {
        m_message->setContent(
            {.tone = Tone::Danger, .title = saved.error().message, .details = errorDetails(saved.error())});
        m_message->show();
        layout()->activate();
        resize(width(), std::max(height(), heightForWidth(width()))); // its words wrap
        return;
    }
    const QString name = QFileInfo(m_path).fileName();
    Q_EMIT written(
        {.tone = Tone::Info,
         .title = (count == 1 ? tr("1 token is written to %1.") : tr("%n tokens are written to %1.", nullptr, count))
                      .arg(name),
         .icon = u"check"_s},
        m_path);
    accept();
}

} // namespace tokensmith::ui
