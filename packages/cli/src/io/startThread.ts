import { Worker } from 'node:worker_threads';
import type { Thread, ThreadStart } from './io.ts';

/**
 * Starts a program of the command in a worker thread.
 *
 * @param start - the program, its data, and who hears of it.
 */
export function startThread({ program, data, onMessage, onDeath }: ThreadStart): Thread {
  // The built files lie in one folder, whatever the folders of their sources.
  const worker = new Worker(new URL(`./${program}.js`, import.meta.url), { workerData: data });
  let isOver = false;
  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    onDeath(reason);
  };
  worker.on('message', onMessage);
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`its thread ended with ${code}`));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    send: (message) => worker.postMessage(message),
    stop: async () => {
      isOver = true;
      await worker.terminate();
    },
  };
}
