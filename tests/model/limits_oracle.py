# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges canonicalCidr() and expiryAfter() by Python's ipaddress and calendar.

Reads {"cidr": [[text, result or null]...], "expiry": [[text, now, result or null]...]} from standard input and prints
one line for each result that is wrong, then the number judged.
"""
import calendar
import datetime
import ipaddress
import json
import re
import sys


def network(text):
    """What the text means, or None: an address, or one with a prefix in plain decimal."""
    address, slash, prefix = text.partition("/")
    if "%" in address or (slash and not re.fullmatch(r"0|[1-9][0-9]{0,2}", prefix, re.ASCII)):
        return None
    try:
        bare = ipaddress.ip_address(address)
        return ipaddress.ip_network((bare, int(prefix) if slash else bare.max_prefixlen), strict=False)
    except ValueError:
        return None


def wrong_cidr(text, result):
    expected = network(text)
    if expected is None or result is None:
        return expected is not None or result is not None
    mapped = expected.version == 6 and expected.network_address.exploded.startswith("0000:0000:0000:0000:0000:")
    if not mapped and result != str(expected):  # Python writes the IPv4 tail of such an address in hexadecimal
        return True
    try:
        return ipaddress.ip_network(result, strict=True) != expected
    except ValueError:  # host bits are left
        return True


def add_months(now, months):
    year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
    day = min(now.day, calendar.monthrange(year, month + 1)[1])
    return now.replace(year=year, month=month + 1, day=day)


def expiry(text, now):
    """The end, "" for never, or None for a refusal."""
    if text in ("", "never"):
        return ""
    form = re.fullmatch(r"([0-9]+)([hdmy])", text, re.ASCII)
    if not form or len(form[1]) > 9:
        return None
    amount, unit = int(form[1]), form[2]
    if not 0 < amount <= {"h": 8760, "d": 365, "m": 12, "y": 10}[unit]:
        return None
    if unit == "h":
        return now + datetime.timedelta(hours=amount)
    if unit == "d":
        return now + datetime.timedelta(days=amount)
    return add_months(now, amount if unit == "m" else 12 * amount)


def wrong_expiry(text, now, result):
    moment = datetime.datetime.strptime(now, "%Y-%m-%dT%H:%M:%SZ")
    expected = expiry(text, moment)
    if isinstance(expected, datetime.datetime):
        expected = expected.strftime("%Y-%m-%dT%H:%M:%SZ")
    return expected != result


def main():
    cases = json.load(sys.stdin)
    for case in cases["cidr"]:
        if wrong_cidr(*case):
            print("cidr", *map(repr, case), "expected", network(case[0]))
    for case in cases["expiry"]:
        if wrong_expiry(*case):
            print("expiry", *map(repr, case))
    print(len(cases["cidr"]) + len(cases["expiry"]), "judged")


main()
