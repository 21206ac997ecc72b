// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tokensmith::secrets {

/** The translation context of this folder's sentences: `Words::tr("…")`. */
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace tokensmith::secrets
