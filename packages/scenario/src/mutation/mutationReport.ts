import type { SourcePlace } from '../tested/testedDocuments.ts';

/** The mistakes that are made on purpose. */
export type MutationKind =
  | 'drop-statement'
  | 'drop-action'
  | 'widen-action'
  | 'drop-resource'
  | 'widen-resource'
  | 'drop-principal'
  | 'widen-principal'
  | 'drop-condition'
  | 'drop-condition-value'
  | 'swap-if-exists'
  | 'swap-set-qualifier';

/** A mistake in a policy that no scenario notices. */
export interface SurvivingMutant extends SourcePlace {
  readonly kind: MutationKind;
  /** JSON pointer from the document's root to what was changed. */
  readonly pointer: string;
  /** What stands there, such as `"Action": "ecs:RunTask"`. */
  readonly before: string;
  /** What the mistake makes of it; `null` where it is dropped. */
  readonly after: string | null;
  /** How many scenarios use the document, and pass. */
  readonly scenarios: number;
}

/** What came of testing scenarios by mistakes in their policies. */
export interface MutationReport {
  /** Mutants that were tried. */
  readonly total: number;
  /** Those that some scenario notices. */
  readonly caught: number;
  /** Caught of total, from 0 to 100, rounded down. */
  readonly percent: number;
  /** Mutants that mean the same as the policy, which no scenario could notice; not tried. */
  readonly equivalent: number;
  /** Mutants left over when the limit was reached. */
  readonly untried: number;
  readonly survivors: readonly SurvivingMutant[];
}
