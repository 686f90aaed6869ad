import type { EvaluatorOptions } from '../options.ts';
import { BulkDecider } from './bulkDecider.ts';
import type { DecisionCube } from './decisionCube.ts';
import type { DecisionRow } from './decisionRow.ts';

/**
 * Decides every principal against every action on every resource. Each principal and resource is compiled once,
 * and a statement is matched once for all actions, as a set of action numbers, so that a row of thousands of
 * decisions costs a few set operations. Each decision is the one that `Authorizer.decide` makes for the same
 * request; with unknown keys, what is allowed is so for every completion, and what is not possible for none.
 *
 * @param cube - principals, actions, resources, and what is known of the context.
 * @param options - readings of the questions that AWS's documentation leaves open.
 * @returns one row for each resource and principal, resource by resource, worked out as it is asked for.
 */
export function* decideAll(
  cube: DecisionCube,
  options: EvaluatorOptions = {},
): Generator<DecisionRow, void, void> {
  const decider = new BulkDecider(cube, options);
  // INVARIANT: all is compiled before a row is read, so that the table has every key that may be unknown.
  const principals = cube.principals.map((policies) => decider.principal(policies));
  const resources = cube.resources.map((policies) => decider.resource(policies));
  for (const resource of resources) {
    for (const principal of principals) yield decider.row(principal, resource);
  }
}
