import { compile, type Authorizer } from '@policywright/evaluator';
import type { PoliciesGiven } from './policiesGiven.ts';
import { readPolicySet } from './readPolicySet.ts';

/**
 * Compiles policies in any form; an authorizer is itself.
 *
 * @param given - the policies.
 * @throws PolicyDocumentError - with the diagnostics, where a document is none.
 */
export function authorizerOf(given: PoliciesGiven): Authorizer {
  return isAuthorizer(given) ? given : compile(readPolicySet(given));
}

function isAuthorizer(given: PoliciesGiven): given is Authorizer {
  return typeof given === 'object' && 'decide' in given && typeof given.decide === 'function';
}
