// SPDX-License-Identifier: GPL-3.0-or-later
// connect.mjs NODE_MODULES TOKENSMITHD TOKENSMITH-CONNECT
//
// What we write into the configuration of AI clients, judged by others: add-mcp writes the same in meaning, and Claude
// Code, Codex and Gemini CLI read it. No client needs an account or another network for that.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';

import { withDaemon } from './daemon.mjs';
import { packagesIn, runSteps } from './steps.mjs';

const [nodeModules, daemon, writer] = process.argv.slice(2).map(path => resolve(path));
const require = packagesIn(nodeModules);
const architecture = process.arch === 'arm64' ? 'arm64' : 'x64';
const claudeDir = join(nodeModules, '@anthropic-ai', `claude-code-linux-${architecture}`);
const kTimeout = 60_000; // ms

// What we write and add-mcp doesn't, and the other way round.
const kNamedDifferences = {
  codex: entry => delete entry.type, // Codex tells by the address
  zed: entry => { delete entry.source; delete entry.type; }, // no part of Zed's own settings any more
};
const kKnownToBoth = ['claude-code', 'codex', 'cursor', 'gemini-cli', 'vscode', 'windsurf', 'zed', 'cline', 'goose',
  'github-copilot-cli', 'opencode'];

/** Runs a program in a home directory; resolves with {code, out}. */
function run(home, file, args, environment = {}) {
  const cwd = join(home, 'project');
  mkdirSync(cwd, { recursive: true });
  const path = [dirname(process.execPath), claudeDir, join(nodeModules, '.bin'), process.env.PATH].join(delimiter);
  const env = { PATH: path, HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC', DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    GEMINI_CLI_TRUST_WORKSPACE: 'true', ...environment };
  return new Promise(done => {
    const child = execFile(file, args, { cwd, env, timeout: kTimeout }, (error, out, err) =>
      done({ code: error ? error.code ?? error.signal : 0, out, all: `${out}${err}` }));
    child.stdin.end();
  });
}

async function withHome(use) {
  const home = mkdtempSync(join(tmpdir(), 'tokensmith-connect.'));
  try {
    await use(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Connects `client` in `home`; the path of its file. */
async function connect(server, home, client) {
  const { code, out, all } = await run(home, writer, [home, server.url, '/usr/bin/tokensmith-bridge', client],
    { CLIENT_KEY: server.key });
  assert.equal(code, 0, `${client}: ${all}`);
  return out.trim();
}

async function disconnect(home, client) {
  const { code, all } = await run(home, writer, [home, client]);
  assert.equal(code, 0, `${client}: ${all}`);
}

/** The file's meaning. add-mcp itself depends on the parsers. */
function parse(file) {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.toml'))
    return require('@iarna/toml').parse(text);
  return file.endsWith('.yaml') ? require('js-yaml').load(text) : require('jsonc-parser').parse(text);
}

async function agreesWithAddMcp(server) {
  for (const client of kKnownToBoth) {
    await withHome(async theirs => withHome(async ours => {
      const { code, all } = await run(theirs, 'add-mcp', [server.url, '--header', `X-API-Key: ${server.key}`, '--name',
        'tokensmith', '-a', client, '-g', '-y']);
      assert.equal(code, 0, `add-mcp -a ${client}: ${all}`);
      const file = await connect(server, ours, client);
      const wanted = parse(join(theirs, relative(ours, file)));
      const container = Object.keys(wanted)[0];
      kNamedDifferences[client]?.(wanted[container].tokensmith);
      assert.deepEqual(structuredClone(parse(file)), structuredClone(wanted), client);
    }));
  }
}

async function claudeCodeConnects(server) {
  await withHome(async home => {
    const file = join(home, '.claude.json');
    const before = '{\n    "numStartups": 3,\n    "mcpServers": {"other": {"command": "true", "args": []}}\n}\n';
    writeFileSync(file, before);
    await connect(server, home, 'claude-code');
    const written = readFileSync(file, 'utf8');
    const { code, all } = await run(home, 'claude', ['mcp', 'get', 'tokensmith']);
    assert.equal(code, 0, all);
    assert.match(all, /Connected/);
    writeFileSync(file, written); // Claude Code keeps notes in it
    await disconnect(home, 'claude-code');
    assert.equal(readFileSync(file, 'utf8'), before);
  });
}

async function codexReadsIt(server) {
  await withHome(async home => {
    mkdirSync(join(home, '.codex'));
    const before = '# mine\nmodel = "x" # a name\n\n[mcp_servers.other]\ncommand = "true"\n';
    writeFileSync(join(home, '.codex', 'config.toml'), before);
    await connect(server, home, 'codex');
    const { code, out, all } = await run(home, 'codex', ['mcp', 'get', 'tokensmith', '--json']);
    assert.equal(code, 0, all);
    const { enabled, transport } = JSON.parse(out);
    assert.ok(enabled);
    assert.equal(transport.type, 'streamable_http');
    assert.equal(transport.url, server.url);
    assert.deepEqual(transport.http_headers, { 'X-API-Key': server.key });
    await disconnect(home, 'codex');
    assert.equal(readFileSync(join(home, '.codex', 'config.toml'), 'utf8'), before);
  });
}

async function geminiConnects(server) {
  await withHome(async home => {
    await connect(server, home, 'gemini-cli');
    const { code, all } = await run(home, 'gemini', ['mcp', 'list']);
    assert.equal(code, 0, all);
    assert.match(all, /tokensmith: http\S+ \(http\) - Connected/);
  });
}

await withDaemon(daemon, server => runSteps([agreesWithAddMcp, claudeCodeConnects, codexReadsIt, geminiConnects], server));
