// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/requestpane.h"

#include "core/model/json.h"
#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/segmented.h"
#include "ui/common/codebox.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QRegularExpression>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

/** Two blanks a level instead of Qt's four: the pane is narrow. */
QString narrowJson(const QJsonObject &object)
{
    QStringList lines = QString::fromUtf8(QJsonDocument(object).toJson()).trimmed().split(u'\n');
    for (QString &line : lines) {
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent) == u' ')
            ++indent;
        line.remove(0, indent / 2);
    }
    return lines.join(u'\n');
}

/** In single quotes for a shell. */
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

QString withShortIds(QString text)
{
    static const QRegularExpression ids(u"([0-9a-f]{8})[0-9a-f]{20}([0-9a-f]{4})(?![0-9a-f])"_s);
    return text.replace(ids, u"\\1…\\2"_s);
}

} // namespace

RequestPane::RequestPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_which(new SegmentedControl(theme, tr("The request as"),
                                   {{u"createAsJson"_s, u"JSON"_s}, {u"createAsCurl"_s, u"curl"_s}}))
    , m_text(new CodeBox(theme, TextStyle::MonoSmall, CodeBox::Height::Free))
    , m_hold(new QCheckBox(tr("Hold the secret in the keychain")))
{
    auto *copy = makeButton(theme, {.objectName = u"createCopyRequest"_s,
                                    .text = tr("Copy"),
                                    .icon = u"copy"_s,
                                    .kind = ButtonKind::Quiet,
                                    .size = ControlSize::Small});
    copy->setAccessibleName(tr("Copy the request"));
    m_text->setObjectName(u"createJson"_s);
    m_text->setAccessibleName(tr("The request"));
    m_hold->setObjectName(u"createHoldAfter"_s);
    m_hold->setChecked(true);
    useFont(m_hold, theme, TextStyle::Body);
    auto *line = new QHBoxLayout;
    line->addWidget(m_which);
    line->addStretch();
    line->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kInset, space::kPage, space::kInset, space::kPage);
    column->setSpacing(space::kSmall);
    column->addLayout(line);
    column->addWidget(m_text);
    column->addSpacing(space::kSmall);
    column->addWidget(new Label(theme, {.style = TextStyle::Title}, tr("After creating")));
    column->addWidget(m_hold);
    column->addStretch(1);
    useWindowGround(this);
    connect(m_which, &SegmentedControl::currentChanged, this, &RequestPane::refresh);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(shownText()); });
}

void RequestPane::setRequest(const model::TokenSpec &spec, const QUrl &url)
{
    const QJsonObject body = model::toJson(spec);
    m_json = narrowJson(body);
    m_curl = u"curl -sS -X POST \\\n  %1 \\\n  -H \"Authorization: Bearer $CF_API_TOKEN\" \\\n"
             "  -H \"Content-Type: application/json\" \\\n  --data %2"_s.arg(url.toString(), quoted(m_json));
    refresh();
}

void RequestPane::clear()
{
    m_json.clear();
    m_curl.clear();
    refresh();
}

RequestPane::Holding RequestPane::holding() const
{
    return m_hold->isChecked() ? Holding::Yes : Holding::No;
}

QString RequestPane::shownText() const
{
    return m_which->currentIndex() == 0 ? m_json : m_curl;
}

void RequestPane::refresh()
{
    m_text->setPlainText(withShortIds(shownText()));
}

} // namespace tokensmith::ui
