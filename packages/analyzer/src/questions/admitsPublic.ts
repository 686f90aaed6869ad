import type { Policy, Statement } from '@policywright/policy';
import type { UnknownReason } from '../model/unknownReason.ts';
import { askPublic } from './askPublic.ts';
import type { AnalyzerOptions } from './options.ts';

/** Whether a statement lets the public in. */
export type PublicAdmission = {
  /** The steps that the search took. */
  readonly steps: number;
} & (
  | { readonly outcome: 'admits' }
  | { readonly outcome: 'keeps-out' }
  | { readonly outcome: 'unknown'; readonly reasons: readonly UnknownReason[] }
);

/**
 * Whether an Allow of a resource policy lets the public do anything that no Deny of the policy takes back; see
 * `checkNoPublicAccess`, which is about all statements and a type of resources. What no service is stricter about counts as
 * public (rule S195).
 *
 * @param policy - the policy that it is part of.
 * @param statement - the Allow.
 * @param options - universe, readings, whose the resource is, and budget.
 */
export function admitsPublic(
  policy: Policy,
  statement: Statement,
  options: Omit<AnalyzerOptions, 'principal'> = {},
): PublicAdmission {
  const denies = policy.statements.filter(({ effect }) => effect === 'Deny');
  const resource = [{ ...policy, statements: [statement, ...denies] }];
  const found = askPublic({ resource }, { ...options, place: 'other' });
  const { steps } = found;
  switch (found.outcome) {
    case 'request':
      return { outcome: 'admits', steps };
    case 'none':
      return { outcome: 'keeps-out', steps };
    case 'unknown':
      return { outcome: 'unknown', reasons: found.reasons, steps };
  }
}
