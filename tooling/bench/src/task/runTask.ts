import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Tasks } from './tasks.ts';

/** How a task's process is started. */
export interface TaskOptions {
  /** Flags of node, such as `--expose-gc`. */
  readonly flags?: readonly string[];
  /** Milliseconds after which the process is ended. */
  readonly timeout?: number;
}

/** A task took longer than it may. */
export class TaskTimeout extends Error {}

/**
 * Runs a task in a fresh process, so that no measurement meets code that another has compiled or left behind.
 *
 * @param name - the task.
 * @param input - its input; must survive JSON.
 * @param options - how to start it.
 * @returns what the task returns.
 * @throws TaskTimeout when time runs out, Error when the task fails.
 */
export function runTask<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  options: TaskOptions = {},
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const { flags = [], timeout } = options;
  const script = fileURLToPath(new URL('../child.js', import.meta.url));
  const child = fork(script, [name, JSON.stringify(input)], { execArgv: [...flags], timeout });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (result) => resolve(result as Awaited<ReturnType<Tasks[Name]>>));
    child.once('exit', (code, signal) => {
      const what = `task ${name} ${JSON.stringify(input)}`;
      reject(
        signal === 'SIGTERM' ? new TaskTimeout(what) : new Error(`${what} ended with ${code ?? signal}`),
      );
    });
  });
}
