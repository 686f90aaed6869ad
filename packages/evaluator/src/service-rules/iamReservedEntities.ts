import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { Refusal, ServiceRule } from './serviceRule.ts';

/** What changes a managed policy. */
const POLICY_CHANGES = [
  'createpolicyversion',
  'deletepolicy',
  'deletepolicyversion',
  'setdefaultpolicyversion',
  'tagpolicy',
  'untagpolicy',
];
/** What changes a role beyond its description, tags and use. */
const ROLE_CHANGES = [
  'addroletoinstanceprofile',
  'attachrolepolicy',
  'deleterole',
  'deleterolepermissionsboundary',
  'deleterolepolicy',
  'detachrolepolicy',
  'putrolepermissionsboundary',
  'putrolepolicy',
  'removerolefrominstanceprofile',
  'updateassumerolepolicy',
];
/** Service-linked roles keep these for customers, the roles that AWS reserves do not. */
const SMALL_CHANGES = ['tagrole', 'untagrole', 'updaterole', 'updateroledescription'];

const CHANGES: ReadonlySet<string> = named([...POLICY_CHANGES, ...ROLE_CHANGES]);
const KEPT: ReadonlySet<string> = named(SMALL_CHANGES);

const RESERVED_ROLE = ':role/aws-reserved/';
/** What the ARNs of AWS managed policies, service-linked roles and reserved roles have. */
const RESERVED = [':iam::aws:policy/', ':role/aws-service-role/', RESERVED_ROLE];

/**
 * AWS managed policies, service-linked roles and the roles that AWS reserves for itself (those of IAM
 * Identity Center, for example) cannot be changed by customers, whatever their policies allow (rule S196).
 */
export const iamReservedEntities: ServiceRule = {
  name: 'iam-reserved-entities',
  rules: ['S196'],
  covers: (action) => CHANGES.has(action),
  refusal: () => refuseOn(RESERVED),
};

/** Of reserved roles customers do not change description and tags either. */
export const iamReservedRoles: ServiceRule = {
  name: 'iam-reserved-roles',
  rules: ['S196'],
  covers: (action) => KEPT.has(action),
  refusal: () => refuseOn([RESERVED_ROLE]),
};

/**
 * What the ARNs of resources have that customers cannot change by an action (rule S196).
 *
 * @param action - in lower case.
 * @returns none for all other actions.
 */
export function reservedParts(action: string): readonly string[] {
  if (CHANGES.has(action)) return RESERVED;
  return KEPT.has(action) ? [RESERVED_ROLE] : [];
}

function named(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => `iam:${name}`));
}

function refuseOn(parts: readonly string[]): Refusal {
  return ({ caller, resource, serviceLinked }) =>
    caller.kind !== 'service' && !serviceLinked && parts.some((part) => resource.includes(part))
      ? SETTLEMENTS['reserved-entity']
      : undefined;
}
