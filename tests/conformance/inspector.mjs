// SPDX-License-Identifier: GPL-3.0-or-later
// inspector.mjs NODE_MODULES TOKENSMITHD README
//
// MCP Inspector's command line, a client we did not write, in its three eras: it lists, calls, reads and gets, and
// tells failures by its exit code. A token it creates works at the simulated Cloudflare. It also runs as README says.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { withDaemon } from './daemon.mjs';
import { structured } from './productsteps.mjs';
import { documentedCommand } from './readme.mjs';
import { runSteps } from './steps.mjs';

const [nodeModules, program, readme] = process.argv.slice(2);
const packageDir = join(nodeModules, '@modelcontextprotocol', 'inspector');
const packageJson = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
const inspectorProgram = join(packageDir, packageJson.bin['mcp-inspector']);

const kExit = { ok: 0, authRequired: 3, unreachable: 4, toolError: 5 };

/** Runs Inspector for one method; resolves with {code, out, err}. */
function inspector({ url, key, era = 'legacy', home }, ...method) {
  const header = key ? ['--header', `X-API-Key: ${key}`] : [];
  const args = [inspectorProgram, '--cli', url, '--transport', 'http', ...header, '--stored-auth-only', '-q',
    '--protocol-era', era, '--format', 'json', '--method', ...method];
  const env = { PATH: process.env.PATH, HOME: home };
  return new Promise(resolve => {
    execFile(process.execPath, args, { env, timeout: 60_000, maxBuffer: 1 << 24 },
      (error, out, err) => resolve({ code: error ? error.code ?? error.signal : 0, out, err }));
  });
}

async function expectExit(server, code, ...method) {
  const { code: actual, out, err } = await inspector(server, ...method);
  assert.equal(actual, code, `${method.join(' ')}: exit ${actual}\n${out}${err}`);
  return { out, err };
}

/** The result where it must succeed. */
async function ask(server, ...method) {
  const { out } = await expectExit(server, kExit.ok, ...method);
  const answer = JSON.parse(out);
  return answer.result ?? answer;
}

const toolCall = (name, args) => ['tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(args)];
const callTool = async (server, name, args) => structured(await ask(server, ...toolCall(name, args)));

async function listsTools(server) {
  const { tools } = await ask(server, 'tools/list');
  const names = tools.map(tool => tool.name);
  for (const name of ['create_token', 'list_tokens', 'list_templates', 'list_accounts', 'verify_token'])
    assert.ok(names.includes(name), `${name} is missing among ${names}`);
  for (const tool of tools) {
    assert.ok(tool.title && tool.description, `${tool.name} has no title or description`);
    assert.equal(tool.inputSchema.additionalProperties, false, `${tool.name} takes any argument`);
  }
}

async function callsATool(server) {
  const { templates } = await callTool(server, 'list_templates', {});
  assert.ok(templates.some(template => template.id === 'dns_only'));
}

async function readsAResource(server) {
  const { resources } = await ask(server, 'resources/list');
  const { contents } = await ask(server, 'resources/read', '--uri', resources[0].uri);
  assert.equal(contents[0].uri, resources[0].uri);
}

async function getsAPrompt(server) {
  const { prompts } = await ask(server, 'prompts/list');
  const { name } = prompts.find(prompt => !prompt.arguments?.some(one => one.required));
  const { messages } = await ask(server, 'prompts/get', '--prompt-name', name);
  assert.ok(messages[0].content.text);
}

async function failsForAnUnknownTool(server) {
  await expectExit(server, kExit.toolError, ...toolCall('no_such_tool', {}));
}

async function createsATokenThatWorks(server) {
  const name = 'inspector dns';
  const { accounts } = await callTool(server, 'list_accounts', {});
  const created = await callTool(server, 'create_token', { name, template: 'dns_only', accountId: accounts[0].id });
  const { id, secret } = created;
  assert.ok(secret, `no secret among ${Object.keys(created)}`);

  const headers = { Authorization: `Bearer ${secret}` };
  const verified = await fetch(`${server.sandboxApi}/user/tokens/verify`, { headers });
  const { result } = await verified.json();
  assert.deepEqual([verified.status, result.id, result.status], [200, id, 'active']);

  const list = await callTool(server, 'list_tokens', {});
  const found = list.tokens.filter(token => token.id === id);
  assert.deepEqual(found.map(token => token.name), [name]);
  assert.ok(!JSON.stringify(list).includes(secret), 'list_tokens shows a secret');
}

async function failsForWrongArguments(server) {
  await expectExit(server, kExit.toolError, ...toolCall('create_token', { name: 7 }));
}

async function failsWithoutAKey(server) {
  await expectExit({ ...server, key: '' }, kExit.authRequired, 'tools/list');
}

async function failsWhereNobodyListens(server) {
  await expectExit({ ...server, url: 'http://127.0.0.1:1/mcp' }, kExit.unreachable, 'tools/list');
}

async function findsTheSchemasPortable(server) {
  await expectExit(server, kExit.ok, 'tools/list', '--strict');
}

async function runsAsReadmeSays(server) {
  const command = documentedCommand(readme, 'npx @modelcontextprotocol/inspector ', server);
  const options = { cwd: dirname(nodeModules), env: { PATH: process.env.PATH, HOME: server.home }, timeout: 60_000,
    encoding: 'utf8' };
  assert.match(execFileSync('sh', ['-c', command], options), /"name": "create_token"/);
}

await withDaemon(program, async server => {
  for (const era of ['legacy', 'auto', 'modern']) {
    console.log(`# ${era}`);
    await runSteps([listsTools, callsATool, readsAResource, getsAPrompt, failsForAnUnknownTool], { ...server, era });
  }
  console.log('# once');
  await runSteps([createsATokenThatWorks, failsForWrongArguments, failsWithoutAKey, failsWhereNobodyListens,
    findsTheSchemasPortable, runsAsReadmeSays], server);
});
