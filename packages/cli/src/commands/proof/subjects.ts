import type { Subject } from '@policywright/analyzer';
import type { Policy } from '@policywright/policy';
import type { SourcePolicy } from './sources/sourcePolicy.ts';

/** Of what a policy is: of principals that have it, or of a resource, also of a role that it trusts somebody with. */
export type PolicyKind = 'identity' | 'resource';

/** Tells the kind of a policy by whether its statements name principals. */
export function kindOf({ policy }: SourcePolicy): PolicyKind {
  return policy?.statements.some(({ principal }) => principal !== undefined) === true
    ? 'resource'
    : 'identity';
}

/**
 * The policies that the analyzer is asked about.
 *
 * @param policies - of one principal, of one resource, or both.
 * @param kinds - those that a comparison is about; what the policies do not have is then empty.
 */
export function subjectOf(
  policies: readonly SourcePolicy[],
  kinds: ReadonlySet<PolicyKind> = new Set(policies.map(kindOf)),
): Subject {
  const of = (kind: PolicyKind): readonly Policy[] =>
    policies.flatMap((source) => (kindOf(source) === kind ? (source.policy ?? []) : []));
  if (!kinds.has('resource')) return of('identity');
  return { ...(kinds.has('identity') && { identity: of('identity') }), resource: of('resource') };
}

/**
 * The policy that a pointer of the analyzer begins with.
 *
 * @param ref - such as `/resource/0/Statement/1`.
 * @param policies - those of the question.
 */
export function policyAt(
  ref: string,
  policies: readonly SourcePolicy[],
): { readonly policy: SourcePolicy; readonly pointer: string } | undefined {
  const [, kind, index, pointer = ''] = /^\/(identity|resource)\/(\d+)(\/.*)$/s.exec(ref) ?? [];
  const policy = policies.filter((one) => kindOf(one) === kind)[Number(index)];
  return policy === undefined ? undefined : { policy, pointer };
}
