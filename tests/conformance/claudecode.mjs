// SPDX-License-Identifier: GPL-3.0-or-later
// claudecode.mjs NODE_MODULES TOKENSMITHD README
//
// Claude Code takes the command that README gives, word for word but for address and key, and connects. It needs no
// account for that. Its home is an empty directory. With a stand-in for its model it also calls a tool.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { withDaemon } from './daemon.mjs';
import { withModelStub } from './modelstub.mjs';
import { documentedCommand } from './readme.mjs';
import { runSteps } from './steps.mjs';

const [nodeModules, daemon, readme] = process.argv.slice(2);
const architecture = process.arch === 'arm64' ? 'arm64' : 'x64';
const programDir = join(nodeModules, '@anthropic-ai', `claude-code-linux-${architecture}`);
const kTimeout = 60_000; // ms

/** Runs a shell command in an empty home; resolves with {code, out}. */
function shell({ home }, command, environment = {}) {
  const cwd = join(home, 'project');
  mkdirSync(cwd, { recursive: true });
  const env = {
    PATH: [programDir, process.env.PATH].join(delimiter), HOME: home, LC_ALL: 'C.UTF-8', DISABLE_AUTOUPDATER: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', ...environment,
  };
  return new Promise(resolve => {
    execFile('sh', ['-c', command], { cwd, env, timeout: kTimeout }, (error, out, err) =>
      resolve({ code: error ? error.code ?? error.signal : 0, out: `${out}${err}` }));
  });
}

async function expectSuccess(server, command, pattern) {
  const { code, out } = await shell(server, command);
  assert.equal(code, 0, `${command}: ${out}`);
  assert.match(out, pattern);
}

async function takesTheCommandFromReadme(server) {
  const command = documentedCommand(readme, 'claude mcp add ', server);
  await expectSuccess(server, command, /Added HTTP MCP server tokensmith /);
  assert.ok(existsSync(join(server.home, '.claude.json')), 'nothing was written');
}

async function listsItAsConnected(server) {
  await expectSuccess(server, 'claude mcp list', new RegExp(`tokensmith: ${server.url}.*Connected`));
}

async function showsIt(server) {
  await expectSuccess(server, 'claude mcp get tokensmith', /Connected/);
}

async function callsAToolForItsModel(server) {
  await withModelStub({ tool: 'mcp__tokensmith__list_templates', input: {} }, async model => {
    const environment = { ANTHROPIC_BASE_URL: model, ANTHROPIC_API_KEY: 'sk-none', ENABLE_TOOL_SEARCH: 'false',
      MCP_CONNECTION_NONBLOCKING: 'false' };
    const command = 'claude -p "Which templates are there?" --allowedTools mcp__tokensmith__list_templates </dev/null';
    const { code, out } = await shell(server, command, environment);
    assert.equal(code, 0, out);
    assert.match(out, /dns_only/);
  });
}

async function saysWhatIsWrongWithAWrongKey(server) {
  await shell(server, `claude mcp add --transport http wrong ${server.url} --header "X-API-Key: no-such-key"`);
  const { out } = await shell(server, 'claude mcp list');
  const line = out.split('\n').find(text => text.startsWith('wrong:'));
  assert.ok(line && !/Connected/.test(line), out);
  assert.match(line, /X-API-Key/, 'the reader is not told what to do');
}

async function removesIt(server) {
  await expectSuccess(server, 'claude mcp remove tokensmith', /Removed MCP server/);
  const { code } = await shell(server, 'claude mcp get tokensmith');
  assert.notEqual(code, 0, 'it is still there');
}

await withDaemon(daemon, server => runSteps([takesTheCommandFromReadme, listsItAsConnected, showsIt,
  callsAToolForItsModel, saysWhatIsWrongWithAWrongKey, removesIt], server));
