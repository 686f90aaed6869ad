import { code, json, link, rule } from '../markdown.js';
import { playgroundLink } from '../playgroundLink.js';
import { samplePolicies } from './samplePolicies.js';

/** @import { Feature, ServiceDescription } from '@policywright/catalog' */
/** @import { Sample } from './samplePolicies.js' */

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
 * Policies of users, groups and roles, with some to start from.
 *
 * @param {ServiceDescription} description
 */
export function identitySection(description) {
  const [first, ...others] = samplePolicies(description);
  if (first === undefined) throw new Error(`no policy for ${description.prefix}`);
  return [
    `Permissions for this service are given to users, groups and roles by policies that are attached to them and name no principal (${rule(24)}). ${others.length === 0 ? 'One' : 'Some'} to start from; the account, the Region and names are made up, and ${link('the linter', '/guide/lint')} finds no error in them.`,
    ...[first, ...others].flatMap((sample) => [
      `### ${sample.title}`,
      `${sample.text} ${playgroundLink(sampleScenario(description.prefix, sample), 'Open it in the playground')}`,
      json(documentOf(sample)),
    ]),
  ].join('\n\n');
}

/**
 * A sample with a request that it allows, as in a scenario file.
 *
 * @param {string} prefix
 * @param {Sample} sample
 */
export function sampleScenario(prefix, sample) {
  const { title, request } = sample;
  const resource = resourcePolicy(prefix, request);
  const policies = { identity: [documentOf(sample)], ...(resource !== undefined && { resource }) };
  return { id: 'to-start-from', title, ...request, policies, expected: 'Allow' };
}

/**
 * Every key and every role has a policy of its own, and nothing gets past it.
 *
 * @param {string} prefix
 * @param {Sample['request']} request
 */
function resourcePolicy(prefix, { action, resource }) {
  if (prefix === 'kms' && resource !== '*') return { default: 'key-policy' };
  if (action !== 'sts:AssumeRole') return undefined;
  const Principal = { AWS: 'arn:aws:iam::111122223333:root' };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
}

/** @param {Sample} sample */
function documentOf({ statements }) {
  return { Version: '2012-10-17', Statement: statements };
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
