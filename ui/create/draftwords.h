// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/tokendraft.h"

#include <vector>

namespace tokensmith::ui {

/** What the ids of a draft are called; text from outside, made fit for a line. */
struct PlaceNames
{
    QString account = {}; ///< empty: every account
    QStringList zones = {};
};

/** One thing the token can do. */
struct AccessLine
{
    QString icon;
    QString what;  ///< "Edit DNS records"
    QString where; ///< "in example.com and example.net"; "in the same 2 zones" where the line above has named them

    [[nodiscard]] bool operator==(const AccessLine &) const = default;
};

/** A draft in plain words. Pure. */
[[nodiscard]] std::vector<AccessLine> accessLines(const TokenDraft &draft, const PlaceNames &names);

/** What is out of its reach, in one or two sentences. Empty while nothing is chosen. */
[[nodiscard]] QString cannotWords(const TokenDraft &draft, const PlaceNames &names);

/** The places it acts in, one each: names of zones, "The account Acme". */
[[nodiscard]] QStringList placesOf(const TokenDraft &draft, const PlaceNames &names);

/** "1 edit, 1 read" */
[[nodiscard]] QString countWords(const PermissionChoices &choices);

} // namespace tokensmith::ui
