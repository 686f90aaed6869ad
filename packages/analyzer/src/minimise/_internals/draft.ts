import type { Policy, Statement } from '@policywright/policy';
import type { MinimiseOptions } from '../minimiseOptions.ts';
import type { MinimiseStep } from '../minimiseStep.ts';
import { PatternProofs } from '../../cover/patternProofs.ts';

/** A policy while it is made smaller. */
export interface Draft {
  statements: readonly Statement[];
  /** Those whose values were reduced: they stay as they are until they are merged. */
  readonly reduced: WeakSet<Statement>;
  readonly proofs: PatternProofs;
  readonly options: MinimiseOptions;
  readonly steps: MinimiseStep[];
}

/** Starts with the statements as they are. */
export function draftOf(policy: Policy, options: MinimiseOptions): Draft {
  // Only the 2012 language has policy variables (rule S3).
  const proofs = new PatternProofs({ variables: policy.version === '2012-10-17' });
  return { statements: policy.statements, reduced: new WeakSet(), proofs, options, steps: [] };
}

/** The name of an element that may be negated, such as `NotAction`. */
export function elementName(element: 'Action' | 'Resource' | 'Principal', negated: boolean): string {
  return negated ? `Not${element}` : element;
}
