import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import { ROOT } from './sources.ts';
import type { SweepLine, TestAnswer, TestFile, TestRequest } from './testRun.ts';

type Sweep = Extract<TestRequest, { readonly kind: 'sweep' }>;

const CACHE = join(ROOT, 'tooling/mutation/.cache');
/** Milliseconds of the processor that may pass without news of a sweep. */
const SILENCE = 60_000;

/** What became of a mutant. */
export type Fate =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'survived' };

/** What became of mutants that were tried behind switches. */
export interface Swept {
  /** By mutant, the test files that came to it. */
  readonly reached: ReadonlyMap<Mutant, ReadonlySet<string>>;
  readonly files: readonly TestFile[];
}

/** Runs tests in a process of its own, which stays warm from mutant to mutant and is ended when one runs too long. */
export class TestRunner {
  #child: ChildProcess | undefined;

  /**
   * Runs tests with all faults in the code, each behind a switch.
   *
   * @param request - the faults, the sources that hold them, and the tests
   * @param onFate - called for each mutant that is seen
   * @returns what became of the mutants
   */
  async sweep(
    { mutants, sources, tests }: Pick<Sweep, 'mutants' | 'sources' | 'tests'>,
    onFate: (mutant: Mutant, fate: Fate) => void,
  ): Promise<Swept> {
    const fates = new Map<number, Fate>();
    const reached = new Map<Mutant, Set<string>>();
    mkdirSync(CACHE, { recursive: true });
    for (;;) {
      const lines = join(CACHE, `sweep-${String(process.pid)}.jsonl`);
      writeFileSync(lines, '');
      const settled = [...fates.keys()];
      const journal = new Journal(lines, (line) => {
        if (line.kind === 'reached')
          for (const mutant of line.numbers.flatMap((number) => mutants[number] ?? []))
            reached.set(mutant, (reached.get(mutant) ?? new Set()).add(line.file));
        if (line.kind !== 'killed' && line.kind !== 'endless') return;
        settle(line.number, line.kind === 'killed' ? { kind: 'killed', by: line.by } : { kind: 'timeout' });
      });
      const settle = (number: number, fate: Fate): void => {
        if (fates.has(number)) return;
        fates.set(number, fate);
        const mutant = mutants[number];
        if (mutant !== undefined) onFate(mutant, fate);
      };
      const request = { kind: 'sweep', mutants, sources, tests, settled, lines } as const;
      const answer = await this.#ask(request, { limit: SILENCE, isAlive: () => journal.read() });
      journal.read();
      rmSync(lines);
      this.close();
      if (answer?.kind === 'swept') return { reached, files: answer.files };
      if (journal.last === undefined) throw new Error('the tests could not be run');
      settle(journal.last, { kind: 'timeout' });
    }
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
    const answer = await this.#ask({ kind: 'try', mutant, tests }, { limit });
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

  async #ask(
    request: TestRequest,
    { limit, isAlive = () => false }: { readonly limit: number; readonly isAlive?: () => boolean },
  ): Promise<TestAnswer | undefined> {
    const child = (this.#child ??= fork(join(import.meta.dirname, 'testProcess.js'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Of what tests use, not of faults.
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    }));
    const ended = new AbortController();
    let spent = clockOf(child.pid ?? 0);
    const timer = setInterval(() => {
      if (isAlive()) spent = clockOf(child.pid ?? 0);
      else if (spent() > limit) ended.abort();
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

/** What the process that sweeps wrote down. */
class Journal {
  /** The mutant that is being tried. */
  last: number | undefined;
  #read = 0;
  readonly #file: string;
  readonly #onLine: (line: SweepLine) => void;

  constructor(file: string, onLine: (line: SweepLine) => void) {
    this.#file = file;
    this.#onLine = onLine;
  }

  /** Whether anything is new. */
  read(): boolean {
    const whole = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    const fresh = whole.slice(this.#read);
    this.#read = whole.length;
    for (const text of fresh) {
      const line = JSON.parse(text) as SweepLine;
      this.last = line.kind === 'start' ? line.number : undefined;
      this.#onLine(line);
    }
    return fresh.length > 0;
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
