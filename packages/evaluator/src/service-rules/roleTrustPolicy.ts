import type { ServiceRule } from './serviceRule.ts';

/** Assuming a role needs an Allow of its trust policy, even within one account (rule S172). */
export const roleTrustPolicy: ServiceRule = {
  name: 'role-trust-policy',
  rules: ['S172'],
  covers: (action) => action.startsWith('sts:assumerole'),
  resourcePolicyKind: (resource) => (resource.includes(':role/') ? 'trust' : undefined),
};
