import { parsePolicy, type Policy } from '@policywright/policy';
import type { PolicySet } from '@policywright/evaluator';
import type { CallerClass } from './caller.ts';

let policy: Policy | undefined;

/** A policy that allows everything. */
function allowingAll(): Policy {
  if (policy !== undefined) return policy;
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  // INVARIANT: the text is a policy.
  if (!result.ok) throw new TypeError('the policy that allows everything cannot be read');
  return (policy = result.policy);
}

/** Policies of the caller's account, as they are where a question leaves them open. */
export type CallersPolicies = Pick<PolicySet, 'identity' | 'session'>;

/** Whether a set leaves open what the caller's own policies say. */
export function leavesOwnOpen({ identity }: PolicySet): boolean {
  return identity === undefined;
}

/**
 * What the policies of a caller are.
 *
 * @param caller - its class.
 * @returns `undefined` where the question does not leave them open, or the caller can have none.
 */
export function policiesOf({ kind, own }: Pick<CallerClass, 'kind' | 'own'>): CallersPolicies | undefined {
  if (own === 'given') return undefined;
  if (own === 'silent') return { identity: [] };
  // What a federated session may do, its session policies allow as well (rule S154).
  return { identity: [allowingAll()], ...(kind === 'federatedSession' && { session: [allowingAll()] }) };
}

/**
 * A set with the caller's policies in it.
 *
 * @param set - as it was asked about.
 * @param own - those of the caller, which count where the set has none.
 */
export function withOwnPolicies(set: PolicySet, own: CallersPolicies | undefined): PolicySet {
  if (own === undefined || !leavesOwnOpen(set)) return set;
  const session = set.session === undefined || set.session.length === 0 ? own.session : set.session;
  return { ...set, identity: own.identity, session };
}
