// SPDX-License-Identifier: GPL-3.0-or-later
// sdkserver.mjs NODE_MODULES DIRECTORY: the server beside which tokensmithd is measured, on the TypeScript SDK v2.
//
// It offers the tools of DIRECTORY/tools.json and answers every call with DIRECTORY/call.json. Built to be as fast as
// the SDK's documented interfaces allow: its Server class without the checks of McpServer, lists ready made, schemas
// loaded beforehand, bodies parsed once, answers as JSON and never as a stream. It asks for no key and looks at neither
// Host nor Origin.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, directory] = process.argv.slice(2);
const load = name => import(pathToFileURL(join(modules, '@modelcontextprotocol', name, 'dist/index.mjs')).href);
const { PROTOCOL_VERSION_META_KEY, Server, createMcpHandler, preloadSchemas } = await load('server');
const { NodeStreamableHTTPServerTransport, toNodeHandler } = await load('node');

const read = name => JSON.parse(readFileSync(join(directory, name), 'utf8'));
const tools = { tools: read('tools.json') };
const called = read('call.json');

function makeServer() {
  const server = new Server({ name: 'bench', version: '1.0.0' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => tools);
  server.setRequestHandler('tools/call', () => called);
  return server;
}

const modern = toNodeHandler(createMcpHandler(makeServer, { legacy: 'reject', responseMode: 'json' }));

async function legacy(request, response, body) {
  const transport = new NodeStreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
  await makeServer().connect(transport);
  await transport.handleRequest(request, response, body);
}

preloadSchemas();
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString());
    const era = body.params?._meta?.[PROTOCOL_VERSION_META_KEY] === undefined ? legacy : modern;
    era(request, response, body).catch(error => response.destroy(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ type: 'listening', url: `http://127.0.0.1:${server.address().port}/mcp` }));
});
