import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';
import { isSessionToken } from './temporaryCredentials.ts';

/** IAM users and the root user get session tokens whatever their policies say (rule S174), but not with one (S199). */
export const stsGetSessionToken: ServiceRule = {
  name: 'sts-get-session-token',
  rules: ['S174'],
  covers: (action) => action === 'sts:getsessiontoken',
  exempt: ({ kind }, { credentials }) =>
    (kind === 'user' || kind === 'root') && !isSessionToken(credentials)
      ? SETTLEMENTS['session-token']
      : undefined,
};
