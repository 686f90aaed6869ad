import type { ServiceRule } from './serviceRule.ts';

/** Retiring a grant is out of reach of resource control policies (rule S169). */
export const kmsRetireGrant: ServiceRule = {
  name: 'kms-retire-grant',
  rules: ['S169'],
  covers: (action) => action === 'kms:retiregrant',
  escapesRcps: true,
};
