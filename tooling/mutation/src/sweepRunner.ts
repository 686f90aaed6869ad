// The runner of the tests when all faults are in the code behind switches: after each file, its tests are tried with each
// fault that they come to.
import { appendFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { TestRunner } from 'vitest';
import { getFn } from 'vitest/suite';
import type { SweepLine } from './testRun.ts';

type File = Parameters<NonNullable<TestRunner['onCollectStart']>>[0];
type Task = File['tasks'][number];
type Test = Extract<Task, { readonly type: 'test' }>;
type Suite = Parameters<TestRunner['onAfterRunSuite']>[0];

const ROOT = process.env['MUTATION_ROOT'] ?? '';
const LINES = process.env['MUTATION_LINES'] ?? '';
/** A test that waits for longer than this is one that does not come to an end. */
const WAIT = 20_000;

/** What a test did without a fault. */
interface Usual {
  readonly test: Test;
  readonly hits: ReadonlySet<number>;
  readonly ticks: number;
}

class Endless extends Error {}

/** What the code with its switches asks. */
const state = {
  on: -1,
  hits: new Set<number>(),
  ticks: 0,
  limit: Number.POSITIVE_INFINITY,
  isOn: (number: number): boolean => {
    if (state.on < 0) state.hits.add(number);
    return state.on === number;
  },
  tick: (): void => {
    state.ticks += 1;
    if (state.ticks > state.limit) throw new Endless();
  },
};
(globalThis as { __mutation?: unknown }).__mutation = state;

/** Switches of faults that are settled. */
const settled = new Set<number>(JSON.parse(process.env['MUTATION_SETTLED'] ?? '[]') as readonly number[]);
/** Switches that a file came to, in its tests or when it was loaded. */
const reached = new Set<number>();

/** Runs each file as usual, then its tests once a fault. */
// oxlint-disable-next-line import/no-default-export -- vitest takes no other
export default class SweepRunner extends TestRunner {
  readonly #usual: Usual[] = [];

  override onBeforeTryTask(test: Test): void {
    super.onBeforeTryTask(test);
    this.#forget();
    write({ kind: 'test', name: nameOf(test) });
  }

  override onAfterRunTask(test: Task): void {
    super.onAfterRunTask(test);
    if (test.type === 'test' && test.result?.state === 'pass')
      this.#usual.push({ test, hits: new Set(state.hits), ticks: state.ticks });
    this.#forget();
  }

  override async onAfterRunSuite(suite: Suite): Promise<void> {
    if ('filepath' in suite) await this.#tryAll(pathOf(suite.file));
    await super.onAfterRunSuite(suite);
  }

  async #tryAll(file: string): Promise<void> {
    this.#forget();
    for (const number of [...new Set(this.#usual.flatMap(({ hits }) => [...hits]))].sort((a, b) => a - b)) {
      if (!settled.has(number)) await this.#try(number);
    }
    this.#usual.length = 0;
    write({ kind: 'reached', file, numbers: [...reached] });
    reached.clear();
  }

  async #try(number: number): Promise<void> {
    write({ kind: 'start', number });
    for (const usual of this.#usual.filter(({ hits }) => hits.has(number))) {
      const error = await this.#run(usual, number);
      if (error === undefined) continue;
      // What an earlier fault left behind is no sign of this one, nor is a test that fails now and then.
      if (!(await this.#passes(usual))) continue;
      settled.add(number);
      write({ kind: error instanceof Endless ? 'endless' : 'killed', number, by: nameOf(usual.test) });
      return;
    }
  }

  async #passes(usual: Usual): Promise<boolean> {
    for (let times = usual.test.file.filepath.endsWith('.prop.test.ts') ? 3 : 1; times > 0; times -= 1)
      if ((await this.#run(usual, -1)) !== undefined) return false;
    return true;
  }

  async #run({ test, ticks }: Usual, number: number): Promise<unknown> {
    super.onBeforeTryTask(test);
    state.on = number;
    state.ticks = 0;
    state.limit = 1_000_000 + 20 * ticks;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => {
          reject(new Endless());
        }, WAIT);
      });
      await Promise.race([getFn(test)(), late]);
      super.onAfterTryTask(test);
      return undefined;
    } catch (error) {
      // Code may have caught what ends it.
      return state.ticks > state.limit ? new Endless() : (error ?? new Error('nothing was thrown'));
    } finally {
      clearTimeout(timer);
      state.on = -1;
      state.limit = Number.POSITIVE_INFINITY;
      this.#forget();
    }
  }

  #forget(): void {
    for (const number of state.hits) reached.add(number);
    state.hits.clear();
    state.ticks = 0;
  }
}

function nameOf(test: Test): string {
  const names: string[] = [];
  for (let task: Task | undefined = test; task !== undefined && task !== test.file; task = task.suite)
    names.unshift(task.name);
  return `${pathOf(test.file)}: ${names.join(' > ')}`;
}

function pathOf({ filepath }: File): string {
  return relative(ROOT, filepath).split(sep).join('/');
}

function write(line: SweepLine): void {
  appendFileSync(LINES, `${JSON.stringify(line)}\n`);
}
