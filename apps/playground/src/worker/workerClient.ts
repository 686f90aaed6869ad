import type { Answer, Call, LanguageApi } from './languageApi.ts';

type Method = keyof LanguageApi;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A worker that is made when it is first asked, so that the page shows its first decision without the catalog. */
export class WorkerClient {
  #worker: Worker | undefined;
  #calls = 0;
  readonly #waiting = new Map<number, Waiting>();

  /**
   * Asks the worker.
   *
   * @returns what it answers; rejects where it cannot be loaded, or is stopped before.
   */
  async ask<Name extends Method>(
    method: Name,
    ...args: Parameters<LanguageApi[Name]>
  ): Promise<Awaited<ReturnType<LanguageApi[Name]>>> {
    this.#calls += 1;
    const id = this.#calls;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id, method, args } satisfies Call);
    return (await answer) as Awaited<ReturnType<LanguageApi[Name]>>;
  }

  /** Ends the worker, whatever it is at; the next question makes another one. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#fail('stopped');
  }

  #start(): Worker {
    const worker = new Worker(new URL('./languageWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const { id, value, error } = data;
      const caller = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) caller?.resolve(value);
      else caller?.reject(new Error(error));
    });
    worker.addEventListener('error', () => this.#fail('the catalog could not be loaded'));
    return worker;
  }

  #fail(why: string): void {
    for (const caller of this.#waiting.values()) caller.reject(new Error(why));
    this.#waiting.clear();
  }
}
