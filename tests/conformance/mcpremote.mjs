// SPDX-License-Identifier: GPL-3.0-or-later
// mcpremote.mjs NODE_MODULES TOKENSMITHD
//
// mcp-remote, the usual bridge for clients that only start commands, between the SDK's stdio transport and tokensmithd.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { withDaemon } from './daemon.mjs';
import { kProductSteps } from './productsteps.mjs';
import { packagesIn, runSteps } from './steps.mjs';

const [nodeModules, daemon] = process.argv.slice(2);
const require = packagesIn(nodeModules);
const { Client } = require('@modelcontextprotocol/client');
const { StdioClientTransport } = require('@modelcontextprotocol/client/stdio');
const bridge = join(nodeModules, 'mcp-remote', 'dist', 'proxy.js');

async function withClient({ url, key }, mode, use) {
  const home = mkdtempSync(join(tmpdir(), 'tokensmith-mcpremote.'));
  const client = new Client({ name: 'stdio', version: '1' }, { versionNegotiation: { mode } });
  try {
    await client.connect(new StdioClientTransport({
      command: process.execPath,
      args: [bridge, url, '--header', `X-API-Key: ${key}`, '--silent'],
      env: { PATH: process.env.PATH, HOME: home, MCP_REMOTE_CONFIG_DIR: home },
    }));
    await use(client);
  } finally {
    await client.close();
    rmSync(home, { recursive: true, force: true });
  }
}

for (const mode of ['legacy', 'auto']) {
  console.log(`# ${mode}`);
  await withDaemon(daemon, server => withClient(server, mode, client => runSteps(kProductSteps, { client, server })));
}
