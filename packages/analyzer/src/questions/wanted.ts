import type { Policy } from '@policywright/policy';
import type { PolicySet } from '@policywright/evaluator';
import { leavesOwnOpen } from '../callers/ownPolicies.ts';
import type { AnalyzerOptions } from './options.ts';
import { isList, type Subject } from './subject.ts';

/**
 * What a request that is looked for must be: allowed by policies or not, within a pattern or not, or covered by some of
 * the statements of policies, given by their refs, or not.
 */
export type Wanted = { readonly allowed: boolean } & (
  | { readonly subject: Subject }
  | { readonly pattern: Policy }
  | { readonly statements: readonly string[]; readonly of: Subject }
);

/** The policies that it is about; `undefined` for a pattern. */
export function subjectOf(one: Wanted): Subject | undefined {
  if ('subject' in one) return one.subject;
  return 'of' in one ? one.of : undefined;
}

/**
 * That policies allow a request; where they leave open what the caller's own policies say, that the resource's policy
 * does, and that it would not be allowed without.
 *
 * @param subject - the policies.
 * @param options - of the question.
 */
export function grantedBy(subject: Subject, options: AnalyzerOptions): readonly Wanted[] {
  const granted = { subject, allowed: true };
  if (isList(subject) || !asksForOwn(subject, options) || subject.resource === undefined) return [granted];
  return [granted, { subject: withoutGrants(subject), allowed: false }];
}

/** Whether a question asks for all that the caller's own policies may say. */
export function asksForOwn(set: PolicySet, { principal, ownPolicies }: AnalyzerOptions): boolean {
  return leavesOwnOpen(set) && (ownPolicies ?? (principal === undefined ? 'any' : 'none')) === 'any';
}

/** The same policies, of which the resource's allow nothing. */
function withoutGrants(set: PolicySet): PolicySet {
  const { resource } = set;
  const policies: readonly Policy[] =
    resource === undefined ? [] : 'statements' in resource ? [resource] : resource;
  const denying = policies.map((policy): Policy => ({
    ...policy,
    statements: policy.statements.filter(({ effect }) => effect === 'Deny'),
  }));
  return { ...set, resource: denying };
}
