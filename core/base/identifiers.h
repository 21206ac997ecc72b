// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::base {

/** True for 32 lower-case hexadecimal digits, the form of every Cloudflare id we put into a path. */
[[nodiscard]] bool isCloudflareId(QStringView text);

/** `bytes` random bytes of the system's generator, as lower-case hex (twice as many characters). */
[[nodiscard]] QByteArray randomHex(int bytes);

/** `bytes` random bytes of the system's generator, base64url without padding. 32 bytes: a 256-bit key. */
[[nodiscard]] QByteArray randomKey(int bytes);

} // namespace tokensmith::base
