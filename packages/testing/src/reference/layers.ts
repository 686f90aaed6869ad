import { RCP_SERVICES, type PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { isOwnAccount } from './accounts.ts';
import { actionParts } from './actionParts.ts';
import { isRole } from './arnParts.ts';
import { isFederatedByRoot, isServiceLinked } from './caller.ts';
import type { LayerKind, PlacedStatement } from './placedStatement.ts';
import type { Question } from './question.ts';

/** Every statement of the layers that apply to the request. */
export function applicableStatements(question: Question): PlacedStatement[] {
  const { policies } = question;
  const identity = hasIdentityPolicies(question);
  return [
    ...(identity ? list('identity', policies.identity) : []),
    ...(resourcePolicyApplies(question) ? resourceStatements(question) : []),
    ...(identity ? list('boundary', policies.boundary) : []),
    ...(mayHaveSessionPolicy(question) ? list('session', policies.session) : []),
    ...(scpsApply(question) ? tree('scps', policies.scps) : []),
    ...(rcpsApply(question) ? tree('rcps', policies.rcps) : []),
    ...list('vpcEndpoint', policies.vpcEndpoint),
  ];
}

/** S162 to S164 and S200: who has identity policies and may have a boundary. */
export function hasIdentityPolicies({ caller, policies }: Question): boolean {
  return caller.account !== undefined && caller.kind !== 'root' && !isFederatedByRoot(caller, policies.flags);
}

/** A session of root has no identity policies, yet where a session policy is given it limits the session. */
function mayHaveSessionPolicy({ caller }: Question): boolean {
  return caller.account !== undefined;
}

/** Where the policy of the resource is not asked. */
function resourcePolicyApplies(question: Question): boolean {
  const { service, name } = actionParts(question.request.action);
  if (service === 'codeartifact' && name === 'putdomainpermissionspolicy') return false; // S207
  const ofBucketPolicy =
    service === 's3' && ['getbucketpolicy', 'putbucketpolicy', 'deletebucketpolicy'].includes(name);
  return !(ofBucketPolicy && question.caller.kind === 'root' && isOwnAccount(question)); // S205
}

/** S162, S164 and S167: whom SCPs do not bind. */
export function scpsApply({ policies: { flags }, caller }: Question): boolean {
  if (isServiceLinked(caller, flags) || flags?.principalInManagementAccount === true) return false;
  return caller.account !== undefined;
}

/** S169: what RCPs do not affect. */
export function rcpsApply(question: Question): boolean {
  const { policies, request, caller, options } = question;
  const { service, name } = actionParts(request.action);
  const services = options.rcpServices ?? RCP_SERVICES;
  if (services !== 'all' && !services.has(service)) return false;
  if (isServiceLinked(caller, policies.flags)) return false;
  if (policies.flags?.resourceInManagementAccount === true) return false;
  if (service === 'kms' && (name === 'retiregrant' || policies.flags?.awsManagedKey === true)) return false;
  return !isServiceAssumingItsRole(question);
}

/** S211: RCPs do not keep a service from assuming a role that is linked to it. */
function isServiceAssumingItsRole({ request, caller }: Question): boolean {
  const { service, name } = actionParts(request.action);
  const assumes = caller.kind === 'service' && service === 'sts' && name === 'assumerole';
  return assumes && isRole(request.resource, 'aws-service-role/');
}

/** The policies of the resource: one, several or none. */
export function resourcePoliciesOf({ resource }: PolicySet): readonly Policy[] {
  if (resource === undefined || resource === null) return [];
  return isList(resource) ? resource : [resource];
}

function isList(resource: NonNullable<PolicySet['resource']>): resource is readonly Policy[] {
  return Array.isArray(resource);
}

function resourceStatements({ policies: { resource }, resourcePointer: base }: Question): PlacedStatement[] {
  if (resource === undefined || resource === null) return [];
  return isList(resource)
    ? list('resource', resource)
    : placed(resource, { layer: 'resource', level: 0, base });
}

function list(layer: LayerKind, policies: readonly Policy[] | undefined): PlacedStatement[] {
  return (policies ?? []).flatMap((policy, index) =>
    placed(policy, { layer, level: 0, base: `/${layer}/${String(index)}` }),
  );
}

function tree(layer: LayerKind, levels: readonly (readonly Policy[])[] | undefined): PlacedStatement[] {
  return (levels ?? []).flatMap((policies, level) =>
    policies.flatMap((policy, index) =>
      placed(policy, { layer, level, base: `/${layer}/${String(level)}/${String(index)}` }),
    ),
  );
}

interface Place {
  readonly layer: LayerKind;
  readonly level: number;
  /** The pointer of the document. */
  readonly base: string;
}

function placed(policy: Policy, { layer, level, base }: Place): PlacedStatement[] {
  return policy.statements.map((statement) => ({
    layer,
    level,
    pointer: `${base}${statement.pointer}`,
    policy,
    statement,
  }));
}
