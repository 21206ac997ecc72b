// SPDX-License-Identifier: GPL-3.0-or-later

// The small grammars of arguments: times, addresses, names. Input: a text, and on the next line another.
#include "core/base/identifiers.h"
#include "core/base/text.h"
#include "core/catalog/groupname.h"
#include "core/catalog/policyresources.h"
#include "core/catalog/scopewords.h"
#include "core/catalog/tokenguard.h"
#include "core/mcp/seal.h"
#include "core/mcp/uritemplate.h"
#include "core/model/cidr.h"
#include "core/model/expiry.h"
#include "core/model/json.h"
#include "tests/fuzz/fuzzing.h"

#include <QHostAddress>

#include <array>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

const std::array kMoments{
    QDateTime(QDate(2026, 11, 24), QTime(4, 0, 0, 999), Qt::UTC),
    QDateTime(QDate(2028, 2, 29), QTime(23, 59, 59), Qt::UTC),
    QDateTime(QDate(2099, 12, 31), QTime(23, 59, 59), Qt::UTC),
};

void checkRefusal(const base::Error &error)
{
    require(error.code == base::Error::Code::InvalidArgument, "what can't be read is InvalidArgument");
    require(!error.message.isEmpty() && fuzz::isOneLine(error.message), "a refusal is a sentence of one line");
}

void checkWritable(const QDateTime &time)
{
    require(time.isValid() && time.timeSpec() == Qt::UTC && time.time().msec() == 0, "a time is whole seconds of UTC");
    require(model::timeFromJson(model::timeToText(time)) == time, "a time reads as it was written");
}

void checkTimes(const QString &text, const QString &start)
{
    for (const QDateTime &now : kMoments) {
        const auto end = model::expiryAfter(text, now);
        if (!end)
            checkRefusal(end.error());
        const std::optional<QDateTime> last = end.value_or(std::nullopt);
        if (last) {
            checkWritable(*last);
            require(*last > now.addSecs(-1) && *last <= now.addYears(10), "an expiry lies in the ten years ahead");
        }
        const auto begin = model::startFrom(start, now, last);
        if (!begin) {
            checkRefusal(begin.error());
        } else if (*begin) {
            checkWritable(**begin);
            require(!last || **begin < *last, "a token begins before it ends");
        }
    }
    const std::optional<QDateTime> read = model::timeFromJson(text);
    if (read)
        require(model::timeFromJson(model::timeToText(*read)).has_value(), "a time that was read can be written");
}

void checkCidr(const QString &text)
{
    const base::Result<QString> canonical = model::canonicalCidr(text);
    if (!canonical)
        return checkRefusal(canonical.error());
    require(model::canonicalCidr(*canonical).value_or(QString()) == *canonical, "a canonical range is canonical");
    const auto [address, prefix] = QHostAddress::parseSubnet(*canonical);
    require(!address.isNull() && prefix >= 0, "a canonical range is a range");
    const QHostAddress given(text.section(u'/', 0, 0));
    require(given.isInSubnet(address, prefix), "the range holds the address it was made from");
}

void checkNames(const QString &text, const QString &other)
{
    const catalog::GroupName name = catalog::splitName(text);
    require(catalog::nameKey(name) == catalog::nameKey(text), "a name and its parts have one key");
    static_cast<void>(catalog::scopeWord(text));
    static_cast<void>(catalog::managesTokens(other, text));
    const auto scope = catalog::scopeFromName(text);
    require(!scope || catalog::scopeName(*scope) == text, "a scope is named as it was");
    const base::Result<QString> key = catalog::bucketKey(u"a0000000000000000000000000000001"_s, text);
    if (!key)
        checkRefusal(key.error());
    else
        require(fuzz::isOneLine(*key) && !key->contains(u'*'), "a bucket's key names one bucket");
    if (base::isCloudflareId(text))
        require(text.size() == 32 && text == text.toLower(), "an id is 32 digits in lower case");
}

void checkLine(const QString &text)
{
    for (const qsizetype longest : {1, 2, 40, 500}) {
        const QString line = base::plainLine(text, longest);
        require(line.size() <= longest && fuzz::isOneLine(line), "a plain line is one, and short enough");
        require(base::plainLine(line, longest) == line, "a plain line stays as it is");
    }
}

/** So that no value holds what tells the values apart. */
QString everyBytePercentEncoded(const QString &value)
{
    return u'%' + QString::fromLatin1(value.toUtf8().toHex('%'));
}

/** A URI that a template takes is the one its values give. */
void checkUri(const QString &text, const QString &uri)
{
    const base::Result<mcp::UriTemplate> form = mcp::UriTemplate::parse(text);
    if (!form)
        return require(!form.error().message.isEmpty(), "a template is refused with a reason");
    const auto values = form->match(uri);
    if (!values)
        return;
    require(values->size() == form->variables().size(), "every variable has a value");
    QString made = text;
    for (const QString &name : form->variables()) {
        require(values->contains(name) && !values->value(name).isEmpty(), "no value is empty");
        made.replace(u'{' + name + u'}', everyBytePercentEncoded(values->value(name)));
    }
    const auto again = form->match(made);
    require(text.contains(u'%') || (again.has_value() && *again == *values), "the values give a URI with these values");
}

void checkSeal(const QString &text, const QByteArray &content)
{
    static const mcp::Seal seal;
    require(!seal.open("fuzz"_L1, text), "a text from elsewhere has no seal of ours");
    const QString sealed = seal.seal("fuzz"_L1, content);
    require(seal.open("fuzz"_L1, sealed) == content, "what was sealed can be opened");
    require(!seal.open("other"_L1, sealed), "not for another purpose");
    require(!seal.open("fuzz"_L1, sealed + text) || text.isEmpty(), "nor with something appended");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto [first, second] = fuzz::cutLine(fuzz::bytesFrom(data, size));
    const QString text = QString::fromUtf8(first);
    const QString other = QString::fromUtf8(second);
    checkTimes(text, other);
    checkCidr(text);
    checkNames(text, other);
    checkLine(text);
    checkUri(text, other);
    checkSeal(text, second);
    checkLine(QString::fromUtf16(reinterpret_cast<const char16_t *>(second.constData()), second.size() / 2));
    return 0;
}
