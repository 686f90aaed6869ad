import type { ServiceRule } from './serviceRule.ts';

/** The policy of a KMS key decides whether identity-based policies count at all (rule S171). */
export const kmsKeyPolicy: ServiceRule = {
  name: 'kms-key-policy',
  rules: ['S171'],
  covers: (action) => action.startsWith('kms:'),
  resourcePolicy: { kind: 'kms', infix: ':key/' },
};
