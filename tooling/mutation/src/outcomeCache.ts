import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import type { Outcome } from './outcome.ts';
import { ROOT } from './sources.ts';

interface Entry {
  readonly outcome: Outcome;
  /** Hash of the test file that saw the fault. */
  readonly test: string;
}

/** What became of mutants. Where neither the file nor the test that saw the fault is another, it is not tried again. */
export class OutcomeCache {
  readonly #file: string;
  readonly #entries: Map<string, Entry>;

  /**
   * Reads what earlier runs found.
   *
   * @param name - folder in `packages`
   */
  constructor(name: string) {
    this.#file = join(ROOT, 'tooling/mutation/.cache/outcomes', `${name}.json`);
    this.#entries = new Map(readEntries(this.#file));
  }

  /**
   * What became of a mutant in an earlier run.
   *
   * @param mutant - the fault
   * @param source - the text of its file
   * @returns the outcome, `undefined` where it was not seen, or the file or the test is another
   */
  get(mutant: Mutant, source: string): Outcome | undefined {
    const entry = this.#entries.get(keyOf(mutant, source));
    if (entry === undefined || !isSeen(entry.outcome)) return undefined;
    return entry.test === testHash(entry.outcome) ? { ...entry.outcome, mutant } : undefined;
  }

  /**
   * Keeps what became of a mutant.
   *
   * @param outcome - the mutant and its fate
   * @param source - the text of its file
   */
  set(outcome: Outcome, source: string): void {
    this.#entries.set(keyOf(outcome.mutant, source), { outcome, test: testHash(outcome) });
    mkdirSync(join(this.#file, '..'), { recursive: true });
    writeFileSync(this.#file, JSON.stringify([...this.#entries]));
  }
}

/** Survivors may be seen by a test that is new, or be explained by now. */
function isSeen({ verdict }: Outcome): boolean {
  return verdict !== 'survived' && verdict !== 'equivalent';
}

function keyOf({ start, end, replacement }: Mutant, source: string): string {
  return hashOf([source, String(start), String(end), replacement]);
}

function testHash({ by = '' }: Outcome): string {
  const file = join(ROOT, by.split(': ')[0] ?? '');
  return by !== '' && existsSync(file) ? hashOf([readFileSync(file, 'utf8')]) : '';
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64url');
}

function readEntries(file: string): readonly (readonly [string, Entry])[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly (readonly [string, Entry])[];
  } catch {
    return [];
  }
}
