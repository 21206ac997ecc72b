// SPDX-License-Identifier: GPL-3.0-or-later
// mcpremote.mjs NODE_MODULES TOKENSMITHD
//
// mcp-remote, the usual bridge for clients that only start commands, between the SDK's stdio transport and tokensmithd.

import { join } from 'node:path';

import { withDaemon } from './daemon.mjs';
import { kProductSteps } from './productsteps.mjs';
import { runSteps } from './steps.mjs';
import { withStdioClient } from './stdioclient.mjs';

const [nodeModules, daemon] = process.argv.slice(2);
const bridge = join(nodeModules, 'mcp-remote', 'dist', 'proxy.js');

for (const mode of ['legacy', 'auto']) {
  console.log(`# ${mode}`);
  await withDaemon(daemon, server => {
    const args = [bridge, server.url, '--header', `X-API-Key: ${server.key}`, '--silent'];
    return withStdioClient({ nodeModules, command: process.execPath, args, mode },
      client => runSteps(kProductSteps, { client, server }));
  });
}
