// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a server of ours in a home directory of its own, and stops it again.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const kStartTimeout = 20_000; // ms; a busy machine with a sanitizer build
const kStopTimeout = 10_000;

function firstLine(program, child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${program} did not say where it listens`)), kStartTimeout);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`${program} ended at once (${signal ?? code})`)));
    createInterface({ input: child.stdout }).once('line', line => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(JSON.parse(line));
    });
  });
}

function stop(child) {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null)
      return resolve(child.exitCode);
    const timer = setTimeout(() => child.kill('SIGKILL'), kStopTimeout);
    child.once('exit', code => {
      clearTimeout(timer);
      resolve(code);
    });
    child.kill('SIGTERM');
  });
}

/**
 * Runs `use({url, sandboxApi, key, home})` against a fresh `program`, started with what `argumentsIn(home)` returns.
 * Throws what `use` throws, or if the program does not stop cleanly afterwards.
 */
async function withProgram(program, argumentsIn, use) {
  const home = mkdtempSync(join(tmpdir(), 'tokensmith-conformance.'));
  const key = randomBytes(32).toString('base64url');
  const child = spawn(program, argumentsIn(home), {
    env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC', MCP_API_KEY: key },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let exitCode;
  try {
    const listening = await firstLine(program, child);
    if (listening.type !== 'listening')
      throw new Error(`unexpected first line: ${JSON.stringify(listening)}`);
    await use({ url: listening.url, sandboxApi: listening.sandboxApi, key, home });
  } finally {
    exitCode = await stop(child);
    rmSync(home, { recursive: true, force: true });
  }
  if (exitCode !== 0)
    throw new Error(`${program} ended with ${exitCode} on SIGTERM`);
}

/** The product: tokensmithd on the simulated Cloudflare. */
export function withDaemon(program, use) {
  return withProgram(program, home => ['--sandbox', '--port', '0', '--data-dir', join(home, 'data')], use);
}

/** The suite's fixtures on the product's engine and endpoint; lists in pages of that many. No `sandboxApi`. */
export function withFixtureServer(program, use, pageSize = 100) {
  return withProgram(program, () => [String(pageSize)], use);
}
