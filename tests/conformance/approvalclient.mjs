// SPDX-License-Identifier: GPL-3.0-or-later
// approvalclient.mjs NODE_MODULES URL KEY NAME
//
// A client of the TypeScript SDK that asks for a token called NAME, and then waits for its approval however long it
// takes. One JSON line for each thing it hears: {progress}, {pending}, {result}. Without a URL it only says that it
// could run.

import { packagesIn } from './steps.mjs';

const kPatience = 170_000; // ms

const [nodeModules, url, key, name] = process.argv.slice(2);
const { Client, StreamableHTTPClientTransport } = packagesIn(nodeModules)('@modelcontextprotocol/client');

const say = what => console.log(JSON.stringify(what));

function connected() {
  const client = new Client({ name: 'approval', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  const requestInit = { headers: { 'X-API-Key': key } };
  return client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit })).then(() => client);
}

async function run() {
  const client = await connected();
  const options = { timeout: kPatience, onprogress: ({ message }) => say({ progress: message }) };
  let result = await client.callTool({ name: 'create_token', arguments: { name, template: 'dns_read' } }, options);
  const handle = result.structuredContent?.approval?.handle;
  if (handle) {
    say({ pending: handle });
    do {
      result = await client.callTool({ name: 'get_approval', arguments: { handle } }, options);
    } while (result.structuredContent?.status === 'pending');
  }
  say({ result });
  await client.close();
}

if (url)
  await run();
