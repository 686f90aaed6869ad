import type { PartCondition, Witness } from '@policywright/analyzer';
import type { Effect, Range } from '@policywright/policy';
import type { SourcePolicy } from '../sources/sourcePolicy.ts';

/** What a row of a report tells, with how grave it is and its words. The codes are part of the interface. */
export const PROOF_CODES = {
  'newly-allowed': { severity: 'error', words: 'newly allowed' },
  'newly-denied': { severity: 'info', words: 'newly denied' },
  granted: { severity: 'error', words: 'granted' },
  public: { severity: 'error', words: 'open to the public' },
  external: { severity: 'error', words: 'let in from outside' },
  'other-type': { severity: 'warning', words: 'policy of another type of resources' },
  breach: { severity: 'error', words: 'breach of a guard rail' },
  vacuous: { severity: 'warning', words: 'guard rail about no request' },
  'never-matches': { severity: 'warning', words: 'no request matches' },
  overridden: { severity: 'warning', words: 'all that it allows is denied' },
  redundant: { severity: 'warning', words: 'other statements allow all of it' },
  'needless-deny': { severity: 'info', words: 'denies nothing that would be allowed' },
  allowed: { severity: 'info', words: 'allowed' },
  unknown: { severity: 'warning', words: 'unknown' },
} as const;

/** A code of {@link PROOF_CODES}. */
export type ProofCode = keyof typeof PROOF_CODES;

/** One statement of a policy, for people. */
export interface StatementFacts {
  readonly policy: SourcePolicy;
  /** Its Sid in quotes, or its number: `statement 2`. */
  readonly label: string;
  readonly pointer: string;
  readonly range: Range | undefined;
  readonly effect: Effect;
  /** Which requests it is about, apart from their actions. */
  readonly scope: AccessScope;
}

/** Which requests a row is about, apart from their actions. */
export interface AccessScope {
  /** Resource patterns, `*` for those of `NotResource`. */
  readonly resources: readonly string[];
  /** The patterns of `NotResource`. */
  readonly exceptResources: readonly string[];
  /** What has to hold of the context. */
  readonly conditions: readonly PartCondition[];
}

/** One finding of a report. */
export interface ProofRow {
  readonly code: ProofCode;
  /** The policy, or what the row is about where that is no policy. */
  readonly label: string;
  readonly file: string;
  readonly statement: StatementFacts | undefined;
  /** As AWS spells them, where the catalog has them; `ecs:*` for all that it has. */
  readonly actions: readonly string[];
  /** Patterns that cover actions beside these. */
  readonly futureActions: readonly string[];
  readonly scope: AccessScope;
  /** Statements of the other version that allow or deny some of it. */
  readonly partly: readonly StatementFacts[];
  /** What else there is to tell, such as why the other version does not allow it. */
  readonly reason: string | undefined;
  readonly witness: Witness | undefined;
  /** The policies under which the last decision of the witness is that of a scenario. */
  readonly decidedBy: readonly SourcePolicy[];
}

/** What a command found out. */
export interface ProofReport {
  /** The command in words, such as `Difference`. */
  readonly title: string;
  /** What it means that there is no row: `nothing is newly allowed or denied`. */
  readonly proved: string;
  readonly rows: readonly ProofRow[];
  /** How many policies, guard rails or pairs were asked about. */
  readonly asked: string;
  readonly assumptions: readonly string[];
  readonly steps: number;
}
