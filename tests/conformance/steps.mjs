// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a test script's steps, one line each; the summary counts the lines.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** Runs every function of `steps` with `subjects`, also after one failed. Sets the process's exit code. */
export async function runSteps(steps, ...subjects) {
  for (const step of steps) {
    try {
      await step(...subjects);
      console.log(`ok: ${step.name}`);
    } catch (error) {
      console.log(`not ok: ${step.name}: ${error.message.split('\n')[0]}`);
      console.error(error);
      process.exitCode = 1;
    }
  }
}

/** A function like require() that finds the packages in `nodeModules`. */
export function packagesIn(nodeModules) {
  return createRequire(resolve(nodeModules, 'here.cjs'));
}

/** What `promise` brings, or an error that names `what` after `limit` ms. */
export function within(limit, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${limit} ms`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
