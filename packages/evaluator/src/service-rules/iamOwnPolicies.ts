import type { ServiceRule } from './serviceRule.ts';

/**
 * IAM has no resource policies: a trust policy speaks of assuming its role only, so that it grants no action
 * of IAM, iam:PassRole included (rule S176).
 */
export const iamOwnPolicies: ServiceRule = {
  name: 'iam-own-policies',
  rules: ['S176'],
  covers: (action) => action.startsWith('iam:'),
  ignoresGrants: true,
};
