// SPDX-License-Identifier: GPL-3.0-or-later
// inspector.mjs NODE_MODULES TOKENSMITHD
//
// MCP Inspector's command line, a client we did not write, lists the tools, creates a token and finds it again; the
// token's secret then works at the simulated Cloudflare.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withDaemon } from './daemon.mjs';

const [nodeModules, program] = process.argv.slice(2);
const packageDir = join(nodeModules, '@modelcontextprotocol', 'inspector');
const packageJson = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
const inspectorProgram = join(packageDir, packageJson.bin['mcp-inspector']);

// Inspector's exit codes.
const kOk = 0;
const kAuthRequired = 3;
const kToolError = 5;

/** Runs Inspector for one method; resolves with {code, out, err}. */
function inspector({ url, key }, ...method) {
  const header = key ? ['--header', `X-API-Key: ${key}`] : [];
  const args = [inspectorProgram, '--cli', url, '--transport', 'http', ...header, '--stored-auth-only', '-q',
    '--protocol-era', 'legacy', '--format', 'json', '--method', ...method];
  return new Promise(resolve => {
    execFile(process.execPath, args, { timeout: 60_000, maxBuffer: 1 << 24 },
      (error, out, err) => resolve({ code: error ? error.code ?? error.signal : 0, out, err }));
  });
}

/** The same where it must succeed: the result as an object. */
async function ask(server, ...method) {
  const { code, out, err } = await inspector(server, ...method);
  assert.equal(code, kOk, `${method.join(' ')}: exit ${code}\n${out}${err}`);
  return JSON.parse(out);
}

async function callTool(server, name, args) {
  const answer = await ask(server, 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(args));
  const result = answer.result ?? answer;
  assert.ok(!result.isError, `${name}: ${JSON.stringify(result)}`);
  assert.ok(result.structuredContent, `${name} has no structured content: ${JSON.stringify(result)}`);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent, 'text and structure differ');
  return result.structuredContent;
}

async function listsTheTools(server) {
  const answer = await ask(server, 'tools/list');
  const { tools } = answer.result ?? answer;
  const names = tools.map(tool => tool.name);
  for (const name of ['create_token', 'list_tokens', 'list_templates', 'list_accounts', 'verify_token'])
    assert.ok(names.includes(name), `${name} is missing among ${names}`);
  for (const tool of tools) {
    assert.ok(tool.title && tool.description, `${tool.name} has no title or description`);
    assert.equal(tool.inputSchema.additionalProperties, false, `${tool.name} takes any argument`);
  }
}

async function createsATokenThatWorks(server) {
  const name = 'inspector dns';
  const { accounts } = await callTool(server, 'list_accounts', {});
  assert.ok(accounts.length > 0);
  const created = await callTool(server, 'create_token', { name, template: 'dns_only', accountId: accounts[0].id });
  const { id, secret } = created;
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.ok(secret, `no secret among ${Object.keys(created)}`);

  const verified = await fetch(`${server.sandboxApi}/user/tokens/verify`, { headers: { Authorization: `Bearer ${secret}` } });
  const envelope = await verified.json();
  assert.equal(verified.status, 200, JSON.stringify(envelope));
  assert.equal(envelope.result.id, id);
  assert.equal(envelope.result.status, 'active');

  const list = await callTool(server, 'list_tokens', {});
  const found = list.tokens.filter(token => token.id === id);
  assert.equal(found.length, 1, 'list_tokens does not list it');
  assert.equal(found[0].name, name);
  assert.ok(!JSON.stringify(list).includes(secret), 'list_tokens shows a secret');
}

async function refusesBadCalls(server) {
  const denied = await inspector({ url: server.url }, 'tools/list');
  assert.equal(denied.code, kAuthRequired, `without a key: exit ${denied.code}\n${denied.out}${denied.err}`);
  const unknown = await inspector(server, 'tools/call', '--tool-name', 'no_such_tool', '--tool-args-json', '{}');
  assert.equal(unknown.code, kToolError, `unknown tool: exit ${unknown.code}\n${unknown.out}${unknown.err}`);
  const wrong = await inspector(server, 'tools/call', '--tool-name', 'create_token', '--tool-args-json', '{"name":7}');
  assert.equal(wrong.code, kToolError, `wrong type: exit ${wrong.code}\n${wrong.out}${wrong.err}`);
  await listsTheTools(server);
}

await withDaemon(program, async server => {
  for (const step of [listsTheTools, createsATokenThatWorks, refusesBadCalls]) {
    await step(server);
    console.log(`ok: ${step.name}`);
  }
});
