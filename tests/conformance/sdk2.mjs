// SPDX-License-Identifier: GPL-3.0-or-later
// sdk2.mjs NODE_MODULES TOKENSMITHD FIXTURE
//
// The TypeScript SDK's second generation, in its three ways to agree on a revision.

import assert from 'node:assert/strict';

import { withDaemon, withFixtureServer } from './daemon.mjs';
import { kProductSteps } from './productsteps.mjs';
import { packagesIn, runSteps } from './steps.mjs';
import { kHttpSteps, kModernSteps, kSharedSteps } from './sdk2steps.mjs';

const [nodeModules, daemon, fixture] = process.argv.slice(2);
const { Client, StreamableHTTPClientTransport } = packagesIn(nodeModules)('@modelcontextprotocol/client');

const kModes = [
  { mode: 'legacy', revision: '2025-11-25' },
  { mode: 'auto', revision: '2026-07-28' },
  { mode: { pin: '2026-07-28' }, revision: '2026-07-28' },
];

const kPageSize = 5; // small, so that every list has several pages

async function connect({ url, key }, mode) {
  const capabilities = { elicitation: { form: {} } };
  const client = new Client({ name: 'sdk2', version: '1' }, { capabilities, versionNegotiation: { mode } });
  const content = { name: 'Alice', color: 'blue' };
  client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content }));
  const requestInit = { headers: { 'X-API-Key': key } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  return client;
}

async function agreesOnTheRevision({ client, revision }) {
  assert.equal(client.getNegotiatedProtocolVersion(), revision);
  assert.equal(client.getServerVersion().name, 'tokensmith');
}

async function isRefusedWithAWrongKey({ server, mode }) {
  await assert.rejects(connect({ url: server.url, key: 'wrong' }, mode), /401|Unauthorized|key/i);
}

async function isToldHowFarATokenListIs({ client }) {
  const seen = [];
  await client.callTool({ name: 'list_tokens', arguments: {} }, { onprogress: ({ progress }) => seen.push(progress) });
  assert.ok(seen.length > 0, 'nothing was told');
  assert.deepEqual(seen, [...new Set(seen)].sort((a, b) => a - b), 'progress must grow');
}

/** Leaves a subscription open, to see how it ends. */
async function listensUntilTheServerStops(subject) {
  subject.subscription = await subject.client.listen({ toolsListChanged: true });
}

async function isToldThatTheServerStops({ subscription }) {
  assert.equal(await subscription.closed, 'graceful');
}

for (const { mode, revision } of kModes) {
  const isModern = mode !== 'legacy';
  console.log(`# ${mode.pin ?? mode}`);
  const subject = { mode, revision };
  await withDaemon(daemon, async server => {
    Object.assign(subject, { server, client: await connect(server, mode) });
    await runSteps([agreesOnTheRevision, ...kProductSteps, isToldHowFarATokenListIs, isRefusedWithAWrongKey], subject);
    if (isModern)
      await runSteps([listensUntilTheServerStops], subject);
  });
  if (isModern)
    await runSteps([isToldThatTheServerStops], subject);
  await subject.client.close();

  await withFixtureServer(fixture, async server => {
    const client = await connect(server, mode);
    await runSteps(isModern ? [...kSharedSteps, ...kModernSteps, ...kHttpSteps] : kSharedSteps, { client });
    await client.close();
  }, kPageSize);
}
