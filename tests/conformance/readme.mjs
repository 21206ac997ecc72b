// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that the main README gives for connecting a client.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const kDocumentedUrl = 'http://127.0.0.1:8787/mcp';
const kDocumentedKey = 'test-key';

/** README's command that begins with `start`, word for word but for this server's address and key. */
export function documentedCommand(readme, start, { url, key }) {
  const lines = readFileSync(readme, 'utf8').replaceAll('\\\n', '').split('\n');
  const command = lines.find(line => line.startsWith(start));
  assert.ok(command, `README gives no command "${start} …"`);
  assert.ok(command.includes(kDocumentedUrl) && command.includes(kDocumentedKey), command);
  return command.replace(kDocumentedUrl, url).replace(kDocumentedKey, key);
}
