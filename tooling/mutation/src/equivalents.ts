import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, type Mutant } from './mutant.ts';
import { mutantsOf } from './mutantsOf.ts';
import { ROOT } from './sources.ts';

/** A mutant that does what the code does, with the reason. */
export interface Equivalent {
  readonly file: string;
  /** The line as it stands in the file, without indentation. */
  readonly line: string;
  /** `original → replacement`. */
  readonly change: string;
  readonly why: string;
}

/**
 * The mutants that no test can see.
 *
 * @returns the entries of `equivalents.json`
 */
export function readEquivalents(): readonly Equivalent[] {
  const file = join(ROOT, 'tooling/mutation/equivalents.json');
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Equivalent[];
}

/**
 * The entry that explains a mutant.
 *
 * @param entries - what is explained
 * @param mutant - the fault
 * @param source - the text of its file
 * @returns the entry, or `undefined` where there is none
 */
export function equivalentOf(
  entries: readonly Equivalent[],
  mutant: Mutant,
  source: string,
): Equivalent | undefined {
  const { line, change } = nameOf(mutant, source);
  return entries.find(
    (entry) => entry.file === mutant.file && entry.line === line && entry.change === change,
  );
}

/**
 * Entries of which no mutant is left.
 *
 * @param entries - what is explained
 * @param read - gives the text of a file, `undefined` where there is none
 * @returns the entries whose line or change the file no longer has
 */
export function staleOf(
  entries: readonly Equivalent[],
  read: (file: string) => string | undefined,
): readonly Equivalent[] {
  return entries.filter((entry) => {
    const source = read(entry.file);
    if (source === undefined) return true;
    return !mutantsOf(entry.file, source).some(
      (mutant) => equivalentOf([entry], mutant, source) !== undefined,
    );
  });
}
