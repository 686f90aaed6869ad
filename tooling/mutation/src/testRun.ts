import type { Mutant } from './mutant.ts';

/** What the process that runs the tests is asked. */
export type TestRequest =
  | {
      readonly kind: 'sweep';
      readonly mutants: readonly Mutant[];
      /** Files in which loops are counted. */
      readonly sources: readonly string[];
      readonly tests: readonly string[];
      /** Numbers of mutants that are not to be tried. */
      readonly settled: readonly number[];
      /** The file that what happens is written to, a `SweepLine` a line. */
      readonly lines: string;
    }
  | { readonly kind: 'try'; readonly mutant: Mutant; readonly tests: readonly string[] };

/** What happens when all faults are tried behind switches. */
export type SweepLine =
  | { readonly kind: 'test'; readonly name: string }
  | { readonly kind: 'start'; readonly number: number }
  | { readonly kind: 'killed' | 'endless'; readonly number: number; readonly by: string }
  /** Mutants that a test file came to, in its tests or when it was loaded. */
  | { readonly kind: 'reached'; readonly file: string; readonly numbers: readonly number[] };

/** A test file of a run without faults. */
export interface TestFile {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly milliseconds: number;
  /** The sources that it loads, as paths from the root. */
  readonly loads: readonly string[];
  /** Whether all passed without a fault. */
  readonly isUsable: boolean;
}

/** What it answers. */
export type TestAnswer =
  | { readonly kind: 'swept'; readonly files: readonly TestFile[] }
  /** `by` is the first test that failed, or `undefined` where all passed. */
  | { readonly kind: 'tried'; readonly by: string | undefined };
