import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { answerParts } from './commands/audit/threads/answerParts.ts';
import type { PartRequest, ThreadData } from './commands/audit/threads/threadMessage.ts';
import { nodeIo } from './io/nodeIo.ts';

// A thread of `audit run --workers`, which starts it with its data and sends it parts until it stops it.
if (parentPort !== null) {
  const port = parentPort;
  await answerParts(nodeIo(), workerData as ThreadData, {
    requests: messagesOf(port),
    send: (message) => port.postMessage(message),
  });
}

/** Messages wait until somebody listens, those too that come while the snapshot is read. */
async function* messagesOf(port: NonNullable<typeof parentPort>): AsyncIterable<PartRequest> {
  for await (const [part] of on(port, 'message')) yield part as PartRequest;
}
