// SPDX-License-Identifier: GPL-3.0-or-later
// What every client must be able to do with tokensmithd, in the calls that both SDK generations share.

import assert from 'node:assert/strict';

const kInvalidParams = -32602;

/** The structured content of a tool's result; its text must say the same. */
export function structured(result) {
  assert.ok(!result.isError, `refused: ${JSON.stringify(result.content)}`);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent, 'text and structure differ');
  return result.structuredContent;
}

async function listsTools({ client }) {
  const { tools } = await client.listTools();
  const names = tools.map(tool => tool.name);
  for (const name of ['create_token', 'list_tokens', 'list_templates', 'list_accounts', 'verify_token'])
    assert.ok(names.includes(name), `${name} is missing among ${names}`);
  assert.ok(tools.every(tool => tool.title && tool.outputSchema), 'a tool has no title or output schema');
}

async function callsATool({ client }) {
  const { templates } = structured(await client.callTool({ name: 'list_templates', arguments: {} }));
  assert.ok(templates.some(template => template.id === 'dns_only'));
}

async function createsATokenThatWorks({ client, server }) {
  const { accounts } = structured(await client.callTool({ name: 'list_accounts', arguments: {} }));
  const token = { name: 'sdk dns', template: 'dns_only', accountId: accounts[0].id };
  const { id, secret } = structured(await client.callTool({ name: 'create_token', arguments: token }));
  const headers = { Authorization: `Bearer ${secret}` };
  const verified = await fetch(`${server.sandboxApi}/user/tokens/verify`, { headers });
  const { result } = await verified.json();
  assert.deepEqual([verified.status, result.id, result.status], [200, id, 'active']);
}

async function isToldWhatIsWrong({ client }) {
  const bad = await client.callTool({ name: 'create_token', arguments: { name: 7 } });
  assert.equal(bad.isError, true);
  assert.match(bad.content[0].text, /name/);
  await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }), { code: kInvalidParams });
}

async function readsResources({ client }) {
  const { resources } = await client.listResources();
  assert.ok(resources.length > 0, 'no resources');
  for (const { uri, mimeType } of resources) {
    const { contents } = await client.readResource({ uri });
    assert.equal(contents[0].uri, uri);
    assert.equal(contents[0].mimeType, mimeType);
    assert.ok(contents[0].text.length > 0, `${uri} is empty`);
  }
  await assert.rejects(client.readResource({ uri: 'tokensmith://no/such' }), { code: kInvalidParams });
}

async function getsPrompts({ client }) {
  const { prompts } = await client.listPrompts();
  assert.ok(prompts.length > 0, 'no prompts');
  for (const { name, arguments: wanted = [] } of prompts) {
    const args = Object.fromEntries(wanted.filter(one => one.required).map(one => [one.name, 'DNS']));
    const { messages } = await client.getPrompt({ name, arguments: args });
    assert.ok(messages.length > 0 && messages[0].content.text.length > 0, `${name} says nothing`);
  }
}

/** Steps for runSteps(); the subject is {client, server}. */
export const kProductSteps =
  [listsTools, callsATool, createsATokenThatWorks, isToldWhatIsWrong, readsResources, getsPrompts];
