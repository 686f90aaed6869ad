import type { Authorizer } from './authorizer.ts';
import { authorizerOver } from './authorizerOver.ts';
import { compileSides } from './compiledSet.ts';
import type { EvaluatorOptions } from './options.ts';
import type { PolicySet } from './request/policySet.ts';

/**
 * Compiles the policies that bear on the requests of one principal to one resource: the short way of
 * `compilePrincipal`, `compileResource` and `authorize`.
 *
 * @param policies - the parsed policies by layer.
 * @param options - readings of the questions that AWS's documentation leaves open.
 * @returns an authorizer; it keeps no more than a bounded memory of earlier requests.
 */
export function compile(policies: PolicySet, options: EvaluatorOptions = {}): Authorizer {
  return authorizerOver(compileSides(policies, options), policies);
}
