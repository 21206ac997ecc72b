// SPDX-License-Identifier: GPL-3.0-or-later
// bundle.mjs NODE_MODULES TOKENSMITHD BUNDLE
//
// The bundle for Claude Desktop: the checker that comes with the format takes it, and its command, filled in as the
// manifest says, connects.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { withDaemon } from './daemon.mjs';
import { runSteps } from './steps.mjs';

const [nodeModules, daemon, bundle] = process.argv.slice(2).map(path => resolve(path));
const mcpb = (...args) => execFileSync(join(nodeModules, '.bin', 'mcpb'), args, { encoding: 'utf8' });

function passesTheChecker({ home }) {
  const dir = join(home, 'bundle');
  mcpb('unpack', bundle, dir);
  mcpb('validate', join(dir, 'manifest.json'));
  assert.match(mcpb('info', bundle), /tokensmith\.mcpb/);
}

function startsWhatConnects({ home, url, key }) {
  const dir = join(home, 'bundle');
  const { server, user_config } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  assert.ok(user_config.key.sensitive, 'the key would be kept in the open');
  const filledIn = text => text.replaceAll('${__dirname}', dir).replaceAll('${user_config.key}', key);
  const { command, args, env } = server.mcp_config;
  const variables = Object.entries(env).map(([name, value]) => [name, filledIn(value)]);
  const out = execFileSync(filledIn(command), [...args, '--check'], {
    encoding: 'utf8', env: { HOME: home, LC_ALL: 'C.UTF-8', TOKENSMITH_URL: url, ...Object.fromEntries(variables) },
  });
  assert.ok(out.includes(url), out);
}

await withDaemon(daemon, server => runSteps([passesTheChecker, startsWhatConnects], server));
