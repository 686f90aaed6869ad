import type { Answer, Call, LanguageApi } from './languageApi.ts';

type Method = keyof LanguageApi;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

let worker: Worker | undefined;
let calls = 0;
const waiting = new Map<number, Waiting>();

/** The worker is made at the first call: the page shows its first decision without the catalog. */
function theWorker(): Worker {
  if (worker !== undefined) return worker;
  worker = new Worker(new URL('./languageWorker.ts', import.meta.url), { type: 'module', name: 'language' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const { id, value, error } = data;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(value);
    else caller?.reject(new Error(error));
  });
  worker.addEventListener('error', () => {
    for (const caller of waiting.values()) caller.reject(new Error('the catalog could not be loaded'));
    waiting.clear();
  });
  return worker;
}

/**
 * Asks the worker.
 *
 * @returns what it answers; rejects where it cannot be loaded.
 */
export async function ask<Name extends Method>(
  method: Name,
  ...args: Parameters<LanguageApi[Name]>
): Promise<Awaited<ReturnType<LanguageApi[Name]>>> {
  calls += 1;
  const id = calls;
  const answer = new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
  theWorker().postMessage({ id, method, args } satisfies Call);
  return (await answer) as Awaited<ReturnType<LanguageApi[Name]>>;
}
