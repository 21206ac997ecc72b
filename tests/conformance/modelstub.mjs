// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for the model behind Claude Code: it asks for one tool call and then repeats the tool's answer.

import { createServer } from 'node:http';

function events(content, stopReason) {
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'stub', content: [], stop_reason: null,
    stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } };
  const start = content.type === 'tool_use' ? { ...content, input: {} } : { ...content, text: '' };
  const delta = content.type === 'tool_use'
    ? { type: 'input_json_delta', partial_json: JSON.stringify(content.input) }
    : { type: 'text_delta', text: content.text };
  return [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: start },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: stopReason, stop_sequence: null }, usage: { output_tokens: 1 } },
    { type: 'message_stop' },
  ];
}

/** The tool's answer in a conversation, or nothing before there is one. */
function toolResult({ messages }) {
  const blocks = messages.flatMap(({ content }) => (Array.isArray(content) ? content : []));
  const result = blocks.find(block => block.type === 'tool_result');
  return result && [result.content].flat().map(block => block.text ?? block).join('');
}

function reply(question, tool, input) {
  if (!question.tools?.some(({ name }) => name === tool))
    return events({ type: 'text', text: `no tool ${tool}` }, 'end_turn');
  const result = toolResult(question);
  return result === undefined ? events({ type: 'tool_use', id: 'toolu_1', name: tool, input }, 'tool_use')
    : events({ type: 'text', text: result }, 'end_turn');
}

async function bodyOf(request) {
  let body = '';
  for await (const part of request)
    body += part;
  return body;
}

/** Runs `use(url)` with a model on loopback that calls `tool` with `input`. */
export async function withModelStub({ tool, input }, use) {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (!request.url.startsWith('/v1/messages') || request.url.includes('count_tokens'))
      return response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"input_tokens":1}');
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const event of reply(JSON.parse(body), tool, input))
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
}
