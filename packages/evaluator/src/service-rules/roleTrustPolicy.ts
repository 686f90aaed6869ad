import type { ServiceRule } from './serviceRule.ts';

/** What a trust policy speaks of beside the operations whose names begin with `AssumeRole` (rule S203). */
const BESIDE_ASSUMING: ReadonlySet<string> = new Set([
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/**
 * Assuming a role, and passing tags, a source identity or a context with it, needs an Allow of the role's
 * trust policy, even within one account (rules S172 and S203).
 */
export const roleTrustPolicy: ServiceRule = {
  name: 'role-trust-policy',
  rules: ['S172', 'S203'],
  covers: (action) => action.startsWith('sts:assumerole') || BESIDE_ASSUMING.has(action),
  resourcePolicy: { kind: 'trust', infix: ':role/' },
};
