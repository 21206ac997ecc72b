// SPDX-License-Identifier: GPL-3.0-or-later
// What the second SDK does with the fixtures: everything that is sent besides an answer, and questions back.

import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';

import { within } from './steps.mjs';

const kPatience = 5000; // ms, for what is sent at once

const call = (client, name, options) => client.callTool({ name, arguments: {} }, options);

async function isToldOfProgress({ client }) {
  const seen = [];
  await call(client, 'test_tool_with_progress', { onprogress: ({ progress, total }) => seen.push([progress, total]) });
  assert.deepEqual(seen, [[0, 100], [50, 100], [100, 100]]);
}

async function walksThroughPages({ client }) {
  const { tools } = await client.listTools();
  assert.ok(tools.length > 20, `${tools.length} tools`);
  assert.equal(new Set(tools.map(tool => tool.name)).size, tools.length, 'a tool is listed twice');
  const { resources } = await client.listResources();
  assert.deepEqual(resources.map(one => one.uri).sort(),
    ['test://static-binary', 'test://static-text', 'test://watched-resource']);
}

async function completesArguments({ client }) {
  const ref = { type: 'ref/resource', uri: 'test://template/{id}/data' };
  const { completion } = await client.complete({ ref, argument: { name: 'id', value: '4' } });
  assert.deepEqual(completion.values, ['4one', '4two']);
}

async function cancelsByHangingUp({ client }) {
  const before = (await call(client, 'fixture_count_cancelled')).content[0].text;
  const hangUp = new AbortController();
  const waiting = call(client, 'fixture_wait', { signal: hangUp.signal, onprogress: () => hangUp.abort() });
  await assert.rejects(waiting);
  const deadline = Date.now() + kPatience;
  let after;
  do {
    after = (await call(client, 'fixture_count_cancelled')).content[0].text;
  } while (after === before && Date.now() < deadline);
  assert.equal(Number(after), Number(before) + 1);
}

/** Collects what a subscription brings. */
function collect(client, ...methods) {
  const changes = new EventEmitter();
  changes.seen = [];
  for (const method of methods) {
    client.setNotificationHandler(method, ({ params }) => {
      changes.seen.push(params?.uri ? `${method} ${params.uri}` : method);
      changes.emit('change');
    });
  }
  return changes;
}

async function hearsOfChanges({ client }) {
  const changes = collect(client, 'notifications/tools/list_changed', 'notifications/prompts/list_changed',
    'notifications/resources/updated');
  const uri = 'test://watched-resource';
  const subscription = await client.listen({ toolsListChanged: true, resourceSubscriptions: [uri] });
  assert.deepEqual(subscription.honoredFilter, { toolsListChanged: true, resourceSubscriptions: [uri] });
  await call(client, 'test_trigger_prompt_change'); // not asked for
  for (const tool of ['test_trigger_tool_change', 'test_trigger_resource_change']) {
    const change = once(changes, 'change');
    await call(client, tool);
    await within(kPatience, change, tool);
  }
  assert.deepEqual(changes.seen, ['notifications/tools/list_changed', `notifications/resources/updated ${uri}`]);
  await subscription.close();
  assert.equal(await subscription.closed, 'local');
}

async function getsLogMessagesOnlyWhenAskedFor({ client }) {
  const seen = [];
  client.setNotificationHandler('notifications/message', ({ params }) => seen.push(params.level));
  await call(client, 'test_logging_tool');
  assert.deepEqual(seen, []);
  const _meta = { 'io.modelcontextprotocol/logLevel': 'critical' };
  await client.callTool({ name: 'test_logging_tool', arguments: {}, _meta });
  assert.deepEqual(seen, ['critical', 'alert', 'emergency']);
}

async function answersQuestions({ client }) {
  const hello = await call(client, 'test_input_required_result_elicitation');
  assert.equal(hello.content[0].text, 'Hello, Alice!');
  const twice = await call(client, 'test_input_required_result_multi_round');
  assert.equal(twice.content[0].text, 'Alice likes blue');
}

async function isNotAskedWhatItCannotAnswer({ client }) {
  await assert.rejects(call(client, 'test_missing_capability'), { code: -32021 });
  await assert.rejects(call(client, 'test_input_required_result_sampling'), { code: -32021 });
}

async function repeatsAnArgumentInAHeader({ client }) {
  await client.listTools(); // where the SDK learns which
  const { content } = await client.callTool({ name: 'test_header_parameter', arguments: { region: 'Zürich ' } });
  assert.deepEqual(JSON.parse(content[0].text), { region: 'Zürich ' });
}

/** Steps for runSteps(), in every era; the subject is {client}. */
export const kSharedSteps = [isToldOfProgress, walksThroughPages, completesArguments, cancelsByHangingUp];
/** Those of revision 2026-07-28. */
export const kModernSteps = [hearsOfChanges, getsLogMessagesOnlyWhenAskedFor, answersQuestions,
  isNotAskedWhatItCannotAnswer];
/** And those that only a client without a bridge in between can take. */
export const kHttpSteps = [repeatsAnArgumentInAHeader];
