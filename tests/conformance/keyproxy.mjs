// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy on loopback that gives every request the client key, for test suites that can't send a header.

import { createServer, request } from 'node:http';

/** `headers` with the key, and the server's address for the proxy's. A foreign Host or Origin stays: to be refused. */
function presented(headers, own, server, key) {
  const result = { ...headers, 'x-api-key': key };
  if (result.host === own)
    result.host = server;
  if (result.origin === `http://${own}`)
    result.origin = `http://${server}`;
  return result;
}

/** Runs `use(url)` while requests to `url` go to `server.url` with its key. Bodies pass as they come, streams too. */
export async function withKeyProxy(server, use) {
  const target = new URL(server.url);
  const proxy = createServer((incoming, outgoing) => {
    const own = `127.0.0.1:${proxy.address().port}`;
    const forwarded = request({
      host: target.hostname,
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers: presented(incoming.headers, own, target.host, server.key),
    });
    forwarded.on('response', answer => {
      outgoing.writeHead(answer.statusCode, answer.rawHeaders);
      outgoing.flushHeaders();
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy()); // the client hung up: so do we
    incoming.pipe(forwarded);
  });
  await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${proxy.address().port}${target.pathname}`);
  } finally {
    proxy.closeAllConnections();
    await new Promise(resolve => proxy.close(resolve));
  }
}
