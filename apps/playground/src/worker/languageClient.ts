import type { LanguageApi } from './languageApi.ts';
import { WorkerClient } from './workerClient.ts';

const language = new WorkerClient();

/** A worker of its own for what may take long, so that it can be stopped and keeps nobody waiting who types. */
export const proofs = new WorkerClient();

/**
 * Asks the worker that answers at once.
 *
 * @returns what it answers; rejects where it cannot be loaded.
 */
export async function ask<Name extends keyof LanguageApi>(
  method: Name,
  ...args: Parameters<LanguageApi[Name]>
): Promise<Awaited<ReturnType<LanguageApi[Name]>>> {
  return await language.ask(method, ...args);
}
