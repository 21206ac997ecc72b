// SPDX-License-Identifier: GPL-3.0-or-later
// bridge.mjs NODE_MODULES TOKENSMITHD FIXTURE BRIDGE
//
// tokensmith-bridge between the SDK's stdio transport and our servers, in both eras: everything passes, also what is
// sent besides an answer.

import assert from 'node:assert/strict';

import { withDaemon, withFixtureServer } from './daemon.mjs';
import { kProductSteps } from './productsteps.mjs';
import { kModernSteps, kSharedSteps } from './sdk2steps.mjs';
import { runSteps } from './steps.mjs';
import { withStdioClient } from './stdioclient.mjs';

const [nodeModules, daemon, fixture, bridge] = process.argv.slice(2);

const kModes = [
  { mode: 'legacy', revision: '2025-11-25', fixtureSteps: kSharedSteps },
  { mode: 'auto', revision: '2026-07-28', fixtureSteps: [...kSharedSteps, ...kModernSteps] },
];

function withBridge(server, mode, use) {
  const environment = { TOKENSMITH_URL: server.url, TOKENSMITH_KEY: server.key, TOKENSMITH_START: 'never' };
  return withStdioClient({ nodeModules, command: bridge, environment, mode }, use);
}

async function agreesOnTheRevision({ client, revision }) {
  assert.equal(client.getNegotiatedProtocolVersion(), revision);
}

for (const { mode, revision, fixtureSteps } of kModes) {
  console.log(`# ${mode}`);
  await withDaemon(daemon, server => withBridge(server, mode, client =>
    runSteps([agreesOnTheRevision, ...kProductSteps], { client, server, revision })));
  await withFixtureServer(fixture, server => withBridge(server, mode, client => runSteps(fixtureSteps, { client })));
}
