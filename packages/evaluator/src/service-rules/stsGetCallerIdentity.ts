import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/** Nobody with credentials can be kept from asking who they are, not even by a Deny (rule S173). */
export const stsGetCallerIdentity: ServiceRule = {
  name: 'sts-get-caller-identity',
  rules: ['S173'],
  covers: (action) => action === 'sts:getcalleridentity',
  exempt: ({ account }) => (account === '' ? undefined : SETTLEMENTS['caller-identity']),
};
