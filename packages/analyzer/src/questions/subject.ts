import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/**
 * What a question is about: identity-based policies by themselves, or the policies of all layers that bear on the requests
 * of one principal to the resources of one account.
 */
export type Subject = readonly Policy[] | PolicySet;

/** Whether a subject is identity-based policies by themselves. */
export function isList(subject: Subject): subject is readonly Policy[] {
  return Array.isArray(subject);
}

/** The same as a policy set. */
export function setOf(subject: Subject): PolicySet {
  return isList(subject) ? { identity: subject } : subject;
}
