// SPDX-License-Identifier: GPL-3.0-or-later
// A client of the second SDK that starts a command, and the steps such a client takes.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packagesIn } from './steps.mjs';

/**
 * Runs `use(client)` with a client that starts `command` with `args` and the `environment` in an empty home, and agrees
 * on a revision as `mode` says. It answers the questions of the fixtures.
 */
export async function withStdioClient({ nodeModules, command, args = [], environment = {}, mode }, use) {
  const require = packagesIn(nodeModules);
  const { Client } = require('@modelcontextprotocol/client');
  const { StdioClientTransport } = require('@modelcontextprotocol/client/stdio');
  const home = mkdtempSync(join(tmpdir(), 'tokensmith-stdio.'));
  const capabilities = { elicitation: { form: {} } };
  const client = new Client({ name: 'stdio', version: '1' }, { capabilities, versionNegotiation: { mode } });
  const content = { name: 'Alice', color: 'blue' };
  client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content }));
  try {
    const env = { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, ...environment };
    await client.connect(new StdioClientTransport({ command, args, env }));
    await use(client);
  } finally {
    await client.close();
    rmSync(home, { recursive: true, force: true });
  }
}
