import { SETTLEMENTS } from '../decision/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

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
  'attachrolepolicy',
  'deleterole',
  'deleterolepermissionsboundary',
  'deleterolepolicy',
  'detachrolepolicy',
  'putrolepermissionsboundary',
  'putrolepolicy',
  'updateassumerolepolicy',
];
const CHANGES: ReadonlySet<string> = new Set(
  [...POLICY_CHANGES, ...ROLE_CHANGES].map((name) => `iam:${name}`),
);

/** What the ARNs of AWS managed policies, service-linked roles and reserved roles have. */
const RESERVED = [':iam::aws:policy/', ':role/aws-service-role/', ':role/aws-reserved/'];

/**
 * AWS managed policies, service-linked roles and the roles that AWS reserves for itself (those of IAM
 * Identity Center, for example) cannot be changed by customers, whatever their policies allow (rule S196).
 */
export const iamReservedEntities: ServiceRule = {
  name: 'iam-reserved-entities',
  rules: ['S196'],
  covers: (action) => CHANGES.has(action),
  refusal: ({ flags }) => {
    if (flags.serviceLinkedRole === true) return undefined;
    return ({ caller, resource }) =>
      caller.kind !== 'service' && RESERVED.some((part) => resource.includes(part))
        ? SETTLEMENTS['reserved-entity']
        : undefined;
  },
};
