// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rooms.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

struct Rooms
{
    Q_DECLARE_TR_FUNCTIONS(Rooms)
};

struct Sign
{
    QString label;
    QString icon;
};

Sign signOf(Room room)
{
    switch (room) {
    case Room::Tokens:
        return {Rooms::tr("Tokens"), u"token"_s};
    case Room::Rotations:
        return {Rooms::tr("Rotations"), u"rotate"_s};
    case Room::Activity:
        return {Rooms::tr("Activity"), u"activity"_s};
    case Room::Clients:
        return {Rooms::tr("Clients"), u"clients"_s};
    case Room::Settings:
        return {Rooms::tr("Settings"), u"settings"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

QString idOf(Room room)
{
    switch (room) {
    case Room::Tokens:
        return u"tokens"_s;
    case Room::Rotations:
        return u"rotations"_s;
    case Room::Activity:
        return u"activity"_s;
    case Room::Clients:
        return u"clients"_s;
    case Room::Settings:
        return u"settings"_s;
    }
    Q_UNREACHABLE();
}

NavigationItem itemFor(Room room)
{
    const Sign sign = signOf(room);
    const int place = static_cast<int>(room) + 1;
    return {
        .id = idOf(room), .label = sign.label, .icon = sign.icon, .shortcut = u"Ctrl+%1"_s.arg(place), .place = place};
}

} // namespace tokensmith::ui
