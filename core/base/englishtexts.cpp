// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/englishtexts.h"

namespace tokensmith::base {

namespace {

thread_local int living = 0;

} // namespace

EnglishTexts::EnglishTexts()
{
    ++living;
}

EnglishTexts::~EnglishTexts()
{
    --living;
}

bool EnglishTexts::areWanted()
{
    return living > 0;
}

QLocale EnglishTexts::locale()
{
    return areWanted() ? QLocale::c() : QLocale();
}

} // namespace tokensmith::base
