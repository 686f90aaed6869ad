import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/** The credentials of a root user cannot assume a role, whatever the trust policy allows (rule S197). */
export const stsAssumeRole: ServiceRule = {
  name: 'sts-assume-role',
  rules: ['S197'],
  covers: (action) => action === 'sts:assumerole',
  refusal:
    () =>
    ({ caller }) =>
      caller.kind === 'root' ? SETTLEMENTS['root-assumes-no-role'] : undefined,
};
