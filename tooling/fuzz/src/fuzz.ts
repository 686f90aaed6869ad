import { changeText } from './changeText.ts';
import { inputsOf } from './inputs.ts';
import { ODD_TEXTS } from './oddTexts.ts';
import { Random } from './random.ts';
import { TARGETS, type FuzzTarget } from './targets.ts';
import { threadTime } from './threadTime.ts';

/** How a run is made. */
export interface FuzzOptions {
  readonly seed: number;
  /** Milliseconds that the run goes on. */
  readonly milliseconds: number;
  /** Names of the functions; all if left out. */
  readonly targets?: readonly string[];
  /** Inputs that earlier runs kept, by the name of the function. */
  readonly kept?: ReadonlyMap<string, readonly string[]>;
  /** Is told of inputs that a function answered as none before. */
  readonly onNew?: (name: string, text: string) => void;
}

/** An input that a function does not deal with as it should. */
export interface FuzzFailure {
  readonly target: string;
  readonly text: string;
  /** What it did. */
  readonly what: string;
}

/** What a run found. */
export interface FuzzReport {
  readonly inputs: number;
  /** Different answers, by function. */
  readonly answers: Readonly<Record<string, number>>;
  /** The longest that a function took, in milliseconds for an input. */
  readonly slowest: Readonly<Record<string, number>>;
  readonly failures: readonly FuzzFailure[];
}

/** What 100,000 characters may take. */
const MOST_MILLISECONDS = 1000;
const UNIT = 100_000;

/**
 * Gives functions changed inputs and random text, and prefers those from which new answers came.
 *
 * @param options - seed, time and functions
 * @returns what threw, was slow or was answered in two ways, each once for a function and a kind of failure
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const random = new Random(options.seed);
  const inputs = inputsOf();
  const names = options.targets ?? Object.keys(TARGETS);
  const pools = new Map(
    names.map((name) => {
      const texts = [...inputs[targetOf(name).kind], ...(options.kept?.get(name) ?? [])];
      return [name, { texts, answers: new Set<string>() }] as const;
    }),
  );
  const failures = new Map<string, FuzzFailure>();
  const slowest: Record<string, number> = {};
  let count = 0;
  for (const [name, { texts, answers }] of pools) answers.add((await tryText(name, random.of(texts))).answer);
  const end = performance.now() + options.milliseconds;
  for (let round = 0; performance.now() < end; round += 1) {
    for (const [name, { texts, answers }] of pools) {
      if (round % (targetOf(name).every ?? 1) !== 0) continue;
      const text = nextText(texts, random);
      count += 1;
      const { answer, failure, milliseconds } = await tryText(name, text);
      slowest[name] = Math.max(slowest[name] ?? 0, Math.round(milliseconds));
      const kind = `${name} ${failure?.slice(0, 80) ?? ''}`;
      if (failure !== undefined && !failures.has(kind))
        failures.set(kind, { target: name, text, what: failure });
      if (answers.has(answer)) continue;
      answers.add(answer);
      // What is long already would only grow.
      if (text.length > 20_000) continue;
      texts.push(text);
      options.onNew?.(name, text);
    }
  }
  const answers = Object.fromEntries([...pools].map(([name, pool]) => [name, pool.answers.size]));
  return { inputs: count, answers, slowest, failures: [...failures.values()] };
}

function targetOf(name: string): FuzzTarget {
  const target = TARGETS[name];
  if (target === undefined) throw new Error(`there is no function \`${name}\``);
  return target;
}

function nextText(texts: readonly string[], random: Random): string {
  if (random.below(20) === 0) return noise(random);
  // Every second time one of the last, which newly found answers came from.
  const recent = random.below(2) === 0 ? texts.slice(-40) : texts;
  return changeText(random.of(recent), random.of(texts), random);
}

/** Text that nobody wrote. */
function noise(random: Random): string {
  const length = random.below(random.of([10, 300, 3000]));
  const unit = random.of<() => string>([
    () => String.fromCharCode(random.below(0x80)),
    () => String.fromCharCode(random.below(0x1_0000)),
    () => random.of(ODD_TEXTS),
  ]);
  return Array.from({ length }, unit).join('');
}

interface Tried {
  readonly answer: string;
  readonly failure: string | undefined;
  readonly milliseconds: number;
}

/**
 * One input.
 *
 * @param name - of the function
 * @param text - the input
 * @returns what became of it; a slow answer is tried again, so that it is not the machine that was slow
 */
export async function tryText(name: string, text: string): Promise<Tried> {
  const once = await timed(name, text);
  const most = (targetOf(name).most ?? MOST_MILLISECONDS) * Math.max(1, text.length / UNIT);
  if (once.failure !== undefined || once.milliseconds <= most) return once;
  const again = await timed(name, text);
  if (again.milliseconds <= most) return again;
  return { ...again, failure: `slow: ${String(Math.round(again.milliseconds))} ms` };
}

async function timed(name: string, text: string): Promise<Tried> {
  const target = targetOf(name);
  const start = threadTime();
  try {
    const answer = await target.run(text);
    return { answer, failure: undefined, milliseconds: threadTime() - start };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { answer: 'thrown', failure, milliseconds: threadTime() - start };
  }
}
