import type { Mutant } from './mutant.ts';

/** What the process that runs the tests is asked. */
export type TestRequest =
  | { readonly kind: 'record'; readonly mutants: readonly Mutant[]; readonly tests: readonly string[] }
  | { readonly kind: 'try'; readonly mutant: Mutant; readonly tests: readonly string[] };

/** A test file of a run without faults. */
export interface TestFile {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly milliseconds: number;
  /** Numbers of the mutants whose functions ran, as indices of the request's list. */
  readonly hits: readonly number[];
}

/** What it answers. */
export type TestAnswer =
  | { readonly kind: 'recorded'; readonly files: readonly TestFile[]; readonly failed: readonly string[] }
  /** `by` is the first test that failed, or `undefined` where all passed. */
  | { readonly kind: 'tried'; readonly by: string | undefined };
