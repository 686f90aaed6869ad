import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import type { TestAnswer, TestFile, TestRequest } from './testRun.ts';

/** What became of a mutant. */
export type Fate =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'survived' };

/** What a run without faults found. */
export interface Recorded {
  readonly files: readonly TestFile[];
  readonly failed: readonly string[];
}

/** Runs tests in a process of its own, which stays warm from mutant to mutant and is ended when one runs too long. */
export class TestRunner {
  #child: ChildProcess | undefined;
  #whole: readonly string[] = [];

  /**
   * Has the properties of some files run to their end.
   *
   * @param files - paths of test files
   */
  runWhole(files: readonly string[]): void {
    this.close();
    this.#whole = files;
  }

  /**
   * Runs tests without faults.
   *
   * @param mutants - the faults of which is recorded which tests come to them
   * @param tests - paths of test files
   * @returns the files with their times and the mutants that they come to
   */
  async record(mutants: readonly Mutant[], tests: readonly string[]): Promise<Recorded> {
    const answer = await this.#ask({ kind: 'record', mutants, tests }, 3_600_000);
    this.close();
    if (answer?.kind !== 'recorded') throw new Error('the tests could not be run');
    return answer;
  }

  /**
   * Runs tests with a fault put in.
   *
   * @param mutant - the fault
   * @param tests - paths of test files, in the order in which they run
   * @param limit - milliseconds of the processor until the mutant counts as one that does not come to an end
   * @returns what became of it
   */
  async try(mutant: Mutant, tests: readonly string[], limit: number): Promise<Fate> {
    const answer = await this.#ask({ kind: 'try', mutant, tests }, limit);
    if (answer === undefined) {
      this.close();
      return { kind: 'timeout' };
    }
    if (answer.kind !== 'tried') throw new Error('the process answers another question');
    return answer.by === undefined ? { kind: 'survived' } : { kind: 'killed', by: answer.by };
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #ask(request: TestRequest, limit: number): Promise<TestAnswer | undefined> {
    const child = (this.#child ??= fork(join(import.meta.dirname, 'testProcess.js'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, MUTATION_WHOLE: JSON.stringify(this.#whole) },
    }));
    const ended = new AbortController();
    const spent = clockOf(child.pid ?? 0);
    const timer = setInterval(() => {
      if (spent() > limit) ended.abort();
    }, 500);
    try {
      const answered = once(child, 'message', { signal: ended.signal });
      child.send(request);
      // A process that ends by itself, for want of memory, has no answer either.
      const exited = once(child, 'exit', { signal: ended.signal }).then(() => [undefined]);
      const [answer] = (await Promise.race([answered, exited])) as [TestAnswer | undefined];
      return answer;
    } catch (error) {
      if (ended.signal.aborted) return undefined;
      throw error;
    } finally {
      clearInterval(timer);
      ended.abort();
    }
  }
}

/** Milliseconds that a process has computed since; where the system does not tell, that have gone by. */
function clockOf(pid: number): () => number {
  const now = (): number => computed(pid) ?? performance.now();
  const start = now();
  return () => now() - start;
}

/** Linux counts in hundredths of a second. */
function computed(pid: number): number | undefined {
  const file = `/proc/${String(pid)}/stat`;
  if (!existsSync(file)) return undefined;
  const stat = readFileSync(file, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return 10 * (user + system);
}
