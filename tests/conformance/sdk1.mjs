// SPDX-License-Identifier: GPL-3.0-or-later
// sdk1.mjs NODE_MODULES TOKENSMITHD FIXTURE
//
// The TypeScript SDK's first generation, which most clients of today are built on: initialize, revision 2025-11-25.

import assert from 'node:assert/strict';

import { withDaemon, withFixtureServer } from './daemon.mjs';
import { kProductSteps } from './productsteps.mjs';
import { packagesIn, runSteps } from './steps.mjs';

const [nodeModules, daemon, fixture] = process.argv.slice(2);
const require = packagesIn(nodeModules);
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { StreamableHTTPClientTransport } = require('@modelcontextprotocol/sdk/client/streamableHttp.js');
const { CallToolResultSchema, LoggingMessageNotificationSchema } = require('@modelcontextprotocol/sdk/types.js');

async function connect({ url, key }) {
  const client = new Client({ name: 'sdk1', version: '1' });
  const requestInit = { headers: { 'X-API-Key': key } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  return client;
}

async function introducesItself({ client }) {
  assert.equal(client.getServerVersion().name, 'tokensmith');
  assert.ok(client.getServerCapabilities().tools, 'no tools offered');
  await client.ping();
}

async function isRefusedWithAWrongKey({ server }) {
  await assert.rejects(connect({ url: server.url, key: 'wrong' }), /401|Unauthorized|key/i);
}

async function isToldOfProgress({ client }) {
  const seen = [];
  const onprogress = ({ progress, total }) => seen.push([progress, total]);
  await client.callTool({ name: 'test_tool_with_progress', arguments: {} }, CallToolResultSchema, { onprogress });
  assert.deepEqual(seen, [[0, 100], [50, 100], [100, 100]]);
}

async function getsLogMessages({ client }) {
  const seen = [];
  client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => seen.push(params.data));
  await client.setLoggingLevel('info');
  await client.callTool({ name: 'test_tool_with_logging', arguments: {} });
  assert.deepEqual(seen, ['Tool execution started', 'Tool processing data', 'Tool execution completed']);
}

async function completesArguments({ client }) {
  const ref = { type: 'ref/prompt', name: 'test_prompt_with_arguments' };
  const { completion } = await client.complete({ ref, argument: { name: 'arg1', value: 't' } });
  assert.deepEqual(completion.values, ['tone', 'ttwo']);
}

await withDaemon(daemon, async server => {
  const client = await connect(server);
  await runSteps([introducesItself, ...kProductSteps, isRefusedWithAWrongKey], { client, server });
  await client.close();
});
await withFixtureServer(fixture, async server => {
  const client = await connect(server);
  await runSteps([isToldOfProgress, getsLogMessages, completesArguments], { client, server });
  await client.close();
});
