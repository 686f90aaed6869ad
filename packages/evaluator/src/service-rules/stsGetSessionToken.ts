import { SETTLEMENTS } from '../decision/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/** IAM users and the root user get session tokens whatever their policies say (rule S174). */
export const stsGetSessionToken: ServiceRule = {
  name: 'sts-get-session-token',
  rules: ['S174'],
  covers: (action) => action === 'sts:getsessiontoken',
  exempt: ({ kind }) => (kind === 'user' || kind === 'root' ? SETTLEMENTS['session-token'] : undefined),
};
