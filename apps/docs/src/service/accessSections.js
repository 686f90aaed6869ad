import { code, json, rule } from '../markdown.js';
import { samplePolicy } from './samplePolicy.js';

/** @import { Feature, ServiceDescription } from '@policywright/catalog' */

/** What is said of a feature that nobody has looked up. */
export const UNKNOWN = 'Unknown: the data does not tell, and nobody has looked it up for this service.';

/**
 * Services whose policies count otherwise.
 *
 * @type {Readonly<Record<string, string>>}
 */
const OWN_RULES = {
  kms: ` A key is an exception: identity-based policies count only where the key policy lets the account use them (${rule(171)}).`,
  iam: ` They are the trust policies of roles, without which nobody can assume the role (${rule(172)}).`,
};

/**
 * Policies of users, groups and roles.
 *
 * @param {ServiceDescription} description
 */
export function identitySection({ prefix, actions }) {
  return [
    `Permissions for this service are given to users, groups and roles by policies that are attached to them and name no principal (${rule(24)}), such as:`,
    json(samplePolicy({ prefix, actions: actions.all })),
  ].join('\n\n');
}

/**
 * Policies of resources.
 *
 * @param {ServiceDescription} description
 * @param {Feature['support']} support
 */
export function resourcePolicySection({ prefix, resourcePolicies }, support) {
  const { operation, resourceControlPolicies } = resourcePolicies;
  const set = operation === undefined ? '' : ` The operation ${code(operation)} sets them.`;
  const texts = {
    yes: `Resources of this service can have policies of their own, which name principals. Within an account such a policy or an identity-based one suffices (${rule(149)}); across accounts both have to allow (${rule(158)}).${set}`,
    partial: `Some resources of this service can have policies of their own, which name principals (${rule(149)}, ${rule(158)}); others cannot.${set}`,
    no: `Resources of this service have no policies of their own. Somebody from another account gets at them by assuming a role in the account that owns them (${rule(160)}).`,
    unknown: UNKNOWN,
  };
  const bound = resourceControlPolicies
    ? ` Resource control policies of an organization apply to this service (${rule(169)}).`
    : '';
  return texts[support] + (OWN_RULES[prefix] ?? '') + bound;
}

/**
 * Access control lists.
 *
 * @param {Feature['support']} support
 */
export function aclSection(support) {
  return {
    yes: `This service has access control lists besides policies. They are no policies, and the evaluator leaves them out (${rule(175)}).`,
    partial: `Some resources of this service have access control lists besides policies; the evaluator leaves them out (${rule(175)}).`,
    no: 'This service has no access control lists.',
    unknown: UNKNOWN,
  }[support];
}
