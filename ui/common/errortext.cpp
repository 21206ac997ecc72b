// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorDetails(const base::Error &error)
{
    QStringList parts;
    if (error.cloudflareCode != 0)
        parts += ErrorText::tr("Cloudflare code %1").arg(error.cloudflareCode);
    if (error.httpStatus != 0)
        parts += "HTTP "_L1 + QString::number(error.httpStatus);
    if (!error.cfRay.isEmpty())
        parts += "cf-ray "_L1 + base::plainLine(error.cfRay, 80);
    QStringList lines;
    if (!parts.isEmpty())
        lines += parts.join(u" · "_s);
    if (!error.detail.isEmpty())
        lines += base::plainLine(error.detail);
    return lines.join(u'\n');
}

bool isOffline(const base::Error &error)
{
    using enum base::Error::Code;
    return error.code == Unavailable || error.code == Timeout;
}

} // namespace tokensmith::ui
