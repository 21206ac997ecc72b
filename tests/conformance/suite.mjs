// SPDX-License-Identifier: GPL-3.0-or-later
// suite.mjs NODE_MODULES PROGRAM RUN
//
// Runs the official conformance suite against one of our servers. RUN is a name in the table below; what may fail in it
// stands in expected/RUN.yml, in the form of the suite's own baselines. The suite itself is run without a baseline, so
// that its verdict is the plain one. Every check is then judged here: a failure or a warning that is not expected, an
// expected one that did not come, and fewer scenarios or checks than the table says are all errors.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { withDaemon, withFixtureServer } from './daemon.mjs';
import { withKeyProxy } from './keyproxy.mjs';

// `scenarios` must run and `checks` must succeed at least. A change of the pinned suite changes them.
const kRuns = {
  'fixture-2025-11-25': { server: withFixtureServer, revision: '2025-11-25', scenarios: 33, checks: 63 },
  'fixture-2026-07-28': { server: withFixtureServer, revision: '2026-07-28', scenarios: 40, checks: 152 },
  'daemon-2025-11-25': { server: withDaemon, revision: '2025-11-25', scenarios: 33, checks: 40 },
  'daemon-2026-07-28': { server: withDaemon, revision: '2026-07-28', scenarios: 40, checks: 95 },
};
const kAlwaysChecked = 'wire-schema-valid'; // also in a scenario that may fail
const kSuiteTimeout = 120_000; // ms; it takes two seconds
const kStateless = new Set([ // what the suite remarks on a server without sessions, as all revisions allow
  'server-sse-multiple-streams:server-sse-multiple-streams-session',
  'server-sse-polling:server-sse-polling-session',
]);
const kForeignScenario = /^tasks-/; // an extension that no revision requires and we don't offer

const [nodeModules, program, name] = process.argv.slice(2);
const run = kRuns[name];

/** Runs the suite's command line; resolves with {code, out}. */
function official(url, outputDir) {
  const cli = join(nodeModules, '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  const args = [cli, 'server', '--url', url, '--requirements', run.revision, '-o', outputDir];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: kSuiteTimeout });
    let out = '';
    child.stdout.on('data', data => (out += data));
    child.stderr.on('data', data => (out += data));
    child.once('error', reject);
    child.once('close', code => resolve({ code, out }));
  });
}

/** The checks the suite wrote down, each with its `scenario`; without those of extensions. */
function readResults(outputDir) {
  const folders = readdirSync(outputDir).map(folder => ({
    scenario: folder.replace(/^server-(.*)-\d{4}-\d\d-\d\dT.*$/, '$1'),
    checks: JSON.parse(readFileSync(join(outputDir, folder, 'checks.json'), 'utf8')),
  }));
  return folders.filter(({ scenario }) => !kForeignScenario.test(scenario))
    .flatMap(({ scenario, checks }) => checks.map(check => ({ ...check, scenario })));
}

/** The entries of the expected-failures file, "scenario" or "scenario:check". */
function readExpected() {
  const entries = readFileSync(join(import.meta.dirname, 'expected', `${name}.yml`), 'utf8').matchAll(/^ +- (\S+)/gm);
  return [...entries].map(([, entry]) => entry);
}

/** Prints every check; counts those that succeeded, and collects what went wrong and which entries were needed. */
function judge(results, expected) {
  const verdict = { succeeded: 0, problems: [], met: new Set() };
  for (const { scenario, id, status, errorMessage } of results) {
    const check = `${scenario}:${id}`;
    const entry = expected.find(one => one === check || (one === scenario && id !== kAlwaysChecked));
    if (status === 'SUCCESS') {
      ++verdict.succeeded;
      console.log(`ok: ${check}`);
    } else if (status !== 'FAILURE' && status !== 'WARNING') {
      continue; // INFO and SKIPPED: remarks of the suite
    } else if (entry) {
      verdict.met.add(entry);
    } else if (!kStateless.has(check)) {
      verdict.problems.push(`${check}: ${status} ${errorMessage ?? ''}`);
    }
  }
  return verdict;
}

/** The sentences about what is wrong. */
function review(results, code) {
  const expected = readExpected();
  const { succeeded, problems, met } = judge(results, expected);
  const scenarios = new Set(results.map(({ scenario }) => scenario)).size;
  problems.push(...expected.filter(entry => !met.has(entry)).map(entry => `${entry}: expected to fail, did not`));
  if (scenarios < run.scenarios)
    problems.push(`${scenarios} scenarios ran instead of ${run.scenarios}`);
  if (succeeded < run.checks)
    problems.push(`${succeeded} checks succeeded instead of ${run.checks}`);
  if (code !== (expected.length > 0 ? 1 : 0))
    problems.push(`the suite ended with ${code}`);
  console.log(`${scenarios} scenarios, ${succeeded} checks succeeded, ${expected.length} expected failures`);
  return problems;
}

async function test(url) {
  const outputDir = mkdtempSync(join(tmpdir(), 'tokensmith-suite.'));
  try {
    const { code, out } = await official(url, outputDir);
    const problems = review(readResults(outputDir), code);
    for (const problem of problems)
      console.log(`not ok: ${problem}`);
    if (problems.length > 0) {
      console.error(out);
      process.exitCode = 1;
    }
  } finally {
    rmSync(outputDir, { recursive: true, force: true });
  }
}

await run.server(program, server => withKeyProxy(server, test));
