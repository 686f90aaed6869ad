import type { SourcePlace } from '../tested/testedDocuments.ts';

/** How many parts of a kind the scenarios exercise. */
export interface CoverageTally {
  readonly covered: number;
  readonly total: number;
}

/** What coverage counts; see `measureCoverage` for what each needs. */
export type CoveredPart = 'statement' | 'action' | 'resource' | 'condition';

/** A part of a document that no scenario exercises. */
export interface UncoveredPart extends SourcePlace {
  readonly part: CoveredPart;
  /** JSON pointer from the document's root. */
  readonly pointer: string;
  /** What no scenario does, such as "`Action` entry `ecs:*` matches no scenario". */
  readonly message: string;
}

/** The coverage of one policy document, counted once however many scenarios hold its text. */
export interface DocumentCoverage extends SourcePlace {
  /** How many scenarios use it. */
  readonly scenarios: number;
  readonly statements: CoverageTally;
  readonly actions: CoverageTally;
  readonly resources: CoverageTally;
  /** Two for each operator and key: held, and did not. */
  readonly conditions: CoverageTally;
  /** Of all parts, from 0 to 100, rounded down. */
  readonly percent: number;
  readonly uncovered: readonly UncoveredPart[];
}

/** The coverage of every policy document that scenarios use. */
export interface CoverageReport extends CoverageTally {
  /** Of all parts of all documents, from 0 to 100, rounded down. */
  readonly percent: number;
  readonly documents: readonly DocumentCoverage[];
}
